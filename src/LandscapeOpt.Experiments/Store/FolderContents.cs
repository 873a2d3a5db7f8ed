using System.Security.Cryptography;
using System.Text.Json;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Store;

/// <summary>
/// What a results folder holds, told apart: the files that the tool wrote and nobody has changed since, and everything else. Everything else is
/// the user's and is never deleted or replaced.
/// </summary>
/// <remarks>
/// The tool's files are those that provenance.json lists, as long as their hashes are the listed ones: a file that was changed since holds work
/// of the user's. provenance.json itself cannot be in its own list and counts as the tool's by its name. Older folders have no list; there the
/// tool's files are those of the names that it gives to the results of the folder's experiment.json, if that is the tool's.
/// </remarks>
internal sealed class FolderContents
{
    private const int MostNamed = 8;
    private static readonly string[] Named = ["runs", "figures"];

    private readonly string folder;
    private readonly List<string> others = [];
    private readonly HashSet<string> own = new(StringComparer.Ordinal), changed = new(StringComparer.Ordinal);

    private FolderContents(string folder, IReadOnlyDictionary<string, string>? listed) => (this.folder, Listed) = (folder, listed);

    /// <summary>The files that provenance.json lists, with their hashes; null without a list.</summary>
    internal IReadOnlyDictionary<string, string>? Listed { get; }

    /// <summary>The question that the results answer, by <see cref="Provenance.Hash(byte[])"/>; null where nothing says so.</summary>
    internal string? Question { get; private init; }

    /// <summary>Whether experiment.json is there and says the same as the question that was asked.</summary>
    internal bool IsOfTheSameExperiment { get; private init; }

    /// <summary>The tool's files that are there.</summary>
    internal IReadOnlySet<string> Own => own;

    /// <summary>What is not the tool's: files, changed files, and folders (with a slash at the end).</summary>
    internal IReadOnlyList<string> Others => others;

    /// <summary>The first listed file that is not there as it was written; null where all are.</summary>
    internal string? FirstMissing => Listed?.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !own.Contains(name));

    /// <summary>What is not the tool's, in words.</summary>
    internal string OthersInWords =>
        string.Join(", ", others.Take(MostNamed).Select(name => changed.Contains(name) ? $"{name} (changed since it was written)" : name))
        + (others.Count > MostNamed ? Invariant($" and {others.Count - MostNamed} more") : "");

    /// <summary>Looks at a folder; changes nothing.</summary>
    /// <param name="folder">A folder that exists.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON; null for none.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    internal static FolderContents Of(string folder, byte[]? resolved)
    {
        ProvenanceRecord? record = Provenance.Read(Path.Combine(folder, ResultsLayout.ProvenanceFile));
        byte[]? experiment = Provenance.Content(Path.Combine(folder, ResultsLayout.ExperimentFile));
        bool isSame = experiment is not null && resolved is not null && experiment.AsSpan().SequenceEqual(resolved);
        var contents = new FolderContents(folder, record?.Files) { Question = record?.Experiment, IsOfTheSameExperiment = isSame };

        if (record?.Files is { } files)
        {
            contents.Sort(
                name => name is ResultsLayout.ProvenanceFile || (files.TryGetValue(name, out string? hash) && HashOf(Path.Combine(folder, name)) == hash),
                files.ContainsKey);
        }
        else
        {
            bool isExperimentOwn =
                experiment is not null && (isSame || (record is not null && record.Experiment == Provenance.Hash(experiment, record.Format)));
            HashSet<string> names = isExperimentOwn ? NamesIn(experiment!) : [];
            contents.Sort(name => isExperimentOwn && ResultsLayout.IsName(name) && IsOf(names, name), isListed: _ => false);
        }

        return contents;
    }

    /// <summary>Deletes the tool's files, and the folder where nothing else is in it.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    internal void DeleteOwn() => ResultsLayout.Delete(folder, own);

    /// <summary>SHA-256 of files, by name.</summary>
    internal static SortedDictionary<string, string> Hashes(string folder, IEnumerable<string> names) =>
        new(names.ToDictionary(name => name, name => HashOf(Path.Combine(folder, name))), StringComparer.Ordinal);

    // Folders that hold none of the tool's files are named as a whole.
    private void Sort(Func<string, bool> isOwn, Func<string, bool> isListed)
    {
        foreach (FileSystemInfo entry in Entries(folder))
        {
            if (!ResultsLayout.IsFolder(entry))
            {
                Take(entry, entry.Name);
            }
            else if (!ResultsLayout.Folders.Contains(entry.Name, StringComparer.Ordinal))
            {
                others.Add(entry.Name + "/");
            }
            else
            {
                foreach (FileSystemInfo inner in Entries(entry.FullName))
                {
                    Take(inner, $"{entry.Name}/{inner.Name}");
                }
            }
        }

        void Take(FileSystemInfo entry, string name)
        {
            bool isFile = entry is FileInfo && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
            if (isFile && isOwn(name))
            {
                own.Add(name);
                return;
            }

            others.Add(ResultsLayout.IsFolder(entry) ? name + "/" : name);
            if (isFile && isListed(name))
            {
                changed.Add(name);
            }
        }

        static IEnumerable<FileSystemInfo> Entries(string path) =>
            new DirectoryInfo(path).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal);
    }

    // The names of an experiment, of its runs and of its figures.
    private static HashSet<string> NamesIn(byte[] experiment)
    {
        try
        {
            using var document = JsonDocument.Parse(experiment);
            JsonElement root = document.RootElement;
            return new(
                Named
                    .SelectMany(key => root.TryGetProperty(key, out JsonElement list) ? list.EnumerateArray() : Enumerable.Empty<JsonElement>())
                    .Append(root)
                    .Select(e => e.GetProperty("name").GetString()!),
                StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    // A trace of a swept run is called RUN@INDEX, a map's minima NAME-minima.
    private static bool IsOf(HashSet<string> names, string file)
    {
        string stem = Path.GetFileNameWithoutExtension(file), run = stem[..(stem.LastIndexOf('@') is > 0 and var at ? at : stem.Length)];
        return !file.Contains('/', StringComparison.Ordinal)
            || names.Contains(stem)
            || (file.StartsWith(ResultsLayout.Traces, StringComparison.Ordinal) && names.Contains(run))
            || (file.StartsWith(ResultsLayout.Maps, StringComparison.Ordinal) && stem.EndsWith("-minima", StringComparison.Ordinal)
                && names.Contains(stem[..^7]));
    }

    private static string HashOf(string file)
    {
        // What is no regular file is as long as an empty one, and is not to be waited for.
        using Stream stream = new FileInfo(file).Length == 0 ? Stream.Null : File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
