using LandscapeOpt.Experiments.Binding;
using LandscapeOpt.Experiments.Documents;

namespace LandscapeOpt.Experiments;

/// <summary>Experiment files on disk.</summary>
public static class ExperimentFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const long MaximumLength = 64 << 20;

    private const string SchemaSuffix = ".schema.json";

    /// <summary>The files that the paths name: files as they are, of folders all *.json files below them but schemas, sorted.</summary>
    /// <exception cref="InputException">A path does not exist or a folder holds no experiment file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        var files = new List<string>();
        var problems = new List<Problem>();
        foreach (string path in paths)
        {
            int before = files.Count;
            if (Directory.Exists(path))
            {
                files.AddRange(Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories)
                    .Where(f => !f.EndsWith(SchemaSuffix, StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }

            if (files.Count == before)
            {
                problems.Add(new(Origin.Option(path), Directory.Exists(path) ? "there is no experiment file (*.json) in this folder" : "there is no such file or folder"));
            }
        }

        return problems.Count == 0 ? [.. files.Distinct(StringComparer.Ordinal)] : throw new InputException(problems);
    }

    /// <summary>Reads one experiment; null where it has problems.</summary>
    public static Experiment? Read(string path, ICollection<Problem> problems)
    {
        try
        {
            if (new FileInfo(path).Length > MaximumLength)
            {
                problems.Add(new(new(path, 1, 1, ""), FormattableString.Invariant($"the file is larger than {MaximumLength >> 20} MB")));
                return null;
            }

            return JsonText.Read(path, File.ReadAllBytes(path), problems) is { } document ? ExperimentBinder.Bind(document, problems) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(new(path, 1, 1, ""), "cannot be read: " + e.Message.TrimEnd('.')));
            return null;
        }
    }

    /// <summary>Reads all experiments and throws their problems together.</summary>
    /// <exception cref="InputException">A file has problems.</exception>
    public static IReadOnlyList<(string Path, Experiment Experiment)> ReadAll(IEnumerable<string> files)
    {
        var problems = new List<Problem>();
        var read = new List<(string Path, Experiment Experiment)>();
        foreach (string file in files)
        {
            int before = problems.Count;
            if (Read(file, problems) is { } experiment && problems.Count == before)
            {
                read.Add((file, experiment));
            }
        }

        return problems.Count == 0 ? read : throw new InputException(problems);
    }
}
