using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Plan;

/// <summary>An experiment file that was read.</summary>
/// <param name="Path">The file, as it was named or found.</param>
/// <param name="Experiment">The experiment; null where the file has problems.</param>
/// <param name="Problems">What is wrong with it, in the order of the file.</param>
public sealed record ExperimentFile(string Path, Experiment? Experiment, IReadOnlyList<Problem> Problems)
{
    /// <summary>Where the experiment's name stands.</summary>
    internal Origin NameAt { get; init; } = Origin.File(Path);
}

/// <summary>Finds and reads experiment files.</summary>
public static class ExperimentFiles
{
    private static readonly string[] Endings = [".json", ".jsonc"];

    /// <summary>
    /// Reads files, and those in folders and the folders below (*.json, *.jsonc; hidden ones, *.schema.json and results folders are left
    /// out).
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="overrides">What is set in every experiment.</param>
    /// <param name="isWanted">Which experiments are wanted, by name; files of others are left out.</param>
    /// <returns>The files sorted by path, each once.</returns>
    /// <exception cref="InputException">A path does not exist or holds no experiment files.</exception>
    public static IReadOnlyList<ExperimentFile> Read(IEnumerable<string> paths, IReadOnlyList<Override> overrides, Func<string, bool> isWanted)
    {
        var problems = new List<Problem>();
        string[] found = [.. paths.SelectMany(p => Find(p, problems)).Order(StringComparer.Ordinal).DistinctBy(RealPath)];
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }

        // Of one file there is nothing to share out, and the machinery for it takes time to start.
        IEnumerable<ExperimentFile?> files =
            found is [var only] ? [Read(only, overrides, isWanted)] : found.AsParallel().AsOrdered().Select(f => Read(f, overrides, isWanted));
        return [.. files.OfType<ExperimentFile>()];
    }

    /// <summary>Reads files, and those in folders and the folders below, as they are.</summary>
    /// <inheritdoc cref="Read(IEnumerable{string}, IReadOnlyList{Override}, Func{string, bool})"/>
    public static IReadOnlyList<ExperimentFile> Read(params IEnumerable<string> paths) => Read(paths, [], _ => true);

    /// <summary>Reads experiments and throws the problems of all files together.</summary>
    /// <exception cref="InputException">A path does not exist or holds no experiment files, or a file has problems.</exception>
    public static IReadOnlyList<(string Path, Experiment Experiment)> ReadAll(IEnumerable<string> paths)
    {
        IReadOnlyList<ExperimentFile> files = Read(paths);
        Problem[] problems = [.. files.SelectMany(f => f.Problems)];
        return problems.Length > 0 ? throw new InputException(problems) : [.. files.Select(f => (f.Path, f.Experiment!))];
    }

    /// <summary>Reads experiments that are to be run together, so that each needs a results folder of its own.</summary>
    /// <returns>The files sorted by path, each once; names that are taken twice are problems of the later file.</returns>
    /// <inheritdoc cref="Read(IEnumerable{string}, IReadOnlyList{Override}, Func{string, bool})"/>
    public static IReadOnlyList<ExperimentFile> ReadTogether(IEnumerable<string> paths, IReadOnlyList<Override> overrides, Func<string, bool> isWanted)
    {
        ExperimentFile[] files = [.. Read(paths, overrides, isWanted)];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < files.Length; i++)
        {
            if (files[i].Experiment is { Name: var name } && !names.TryAdd(name, files[i].Path))
            {
                files[i] = files[i] with { Experiment = null, Problems = [new(files[i].NameAt, $"the name '{name}' is taken by {names[name]}")] };
            }
        }

        return files;
    }

    private static ExperimentFile? Read(string path, IReadOnlyList<Override> overrides, Func<string, bool> isWanted)
    {
        var problems = new ProblemList();
        Experiment? experiment = null;
        Origin nameAt = Origin.File(path);
        try
        {
            if (JsonText.Read(path, InputFile.Read(path, InputFile.LargestExperiment), problems) is { } document)
            {
                Node? name = (document as ObjectNode)?.Find("name");
                nameAt = name?.At ?? nameAt;
                if (name is TextNode { Value: var text } && !isWanted(text))
                {
                    return null;
                }

                experiment = ExperimentReader.Read(overrides.Aggregate(document, (d, o) => o.Apply(d, problems)), problems);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Origin.File(path), $"cannot be read: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}"));
        }
        catch (TooManyProblemsException)
        {
            // What was found is told.
        }

        return new(path, problems.Count > 0 ? null : experiment, problems.Told()) { NameAt = nameAt };
    }

    private static IEnumerable<string> Find(string path, List<Problem> problems)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            problems.Add(new(Origin.Option(path.Length == 0 ? "''" : path), "there is no such file or folder"));
            return [];
        }

        try
        {
            bool isResults = HoldsResults(path);
            string[] files = isResults ? [] : [.. FindBelow(path)];
            if (files.Length == 0)
            {
                problems.Add(new(Origin.Option(path), isResults
                    ? $"this folder holds results, which are not read as input: name its {ResultsLayout.ExperimentFile} to run it again"
                    : "there are no experiment files (*.json, *.jsonc) in this folder (results folders are not read)"));
            }

            return files;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Origin.Option(path), $"cannot be read: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}"));
            return [];
        }
    }

    // A file that is named twice, directly or by a link, is one file.
    private static string RealPath(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? System.IO.Path.GetFullPath(path);
        }
        catch (IOException)
        {
            // A link that leads nowhere is told where it is read.
            return System.IO.Path.GetFullPath(path);
        }
    }

    // Links to folders are not followed: they may lead back. Results hold the experiments that they were made from, which are no input.
    private static IEnumerable<string> FindBelow(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder).Where(IsExperiment))
        {
            yield return file;
        }

        foreach (string inner in Directory.EnumerateDirectories(folder).Where(d => !IsHidden(d) && new DirectoryInfo(d).LinkTarget is null && !HoldsResults(d)))
        {
            foreach (string file in FindBelow(inner))
            {
                yield return file;
            }
        }
    }

    private static bool IsExperiment(string file) => !IsHidden(file)
        && Endings.Any(e => file.EndsWith(e, StringComparison.OrdinalIgnoreCase))
        && !file.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
        && System.IO.Path.GetFileName(file) is not ResultsLayout.ProvenanceFile;

    private static bool HoldsResults(string folder) => Provenance.Read(System.IO.Path.Combine(folder, ResultsLayout.ProvenanceFile)) is not null;

    private static bool IsHidden(string path) => System.IO.Path.GetFileName(path).StartsWith('.');
}
