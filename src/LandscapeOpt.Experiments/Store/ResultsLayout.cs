using System.Text.RegularExpressions;

namespace LandscapeOpt.Experiments.Store;

/// <summary>The names that the tool gives to files in a results folder; it writes no others, so that whatever has another name is the user's.</summary>
internal static partial class ResultsLayout
{
    internal const string ExperimentFile = "experiment.json", SummaryFile = "summary.csv", ProvenanceFile = "provenance.json";
    internal const string Traces = "traces", Figures = "figures", Maps = "maps";

    /// <summary>The folders inside a results folder.</summary>
    internal static readonly string[] Folders = [Traces, Figures, Maps];

    /// <summary>Whether the tool gives that name to a file.</summary>
    /// <param name="name">The path inside the folder, with forward slashes.</param>
    internal static bool IsName(string name) => !name.EndsWith('\n') && Known().IsMatch(name);

    /// <summary>The files of such names that are there, sorted.</summary>
    /// <param name="folder">A results folder, or where one is put together.</param>
    internal static string[] FilesIn(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. Folders.Where(f => IsFolder(new DirectoryInfo(Path.Combine(folder, f))))
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(folder, f)).Select(file => $"{f}/{Path.GetFileName(file)}"))
            .Concat(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)))
            .Where(IsName)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Deletes files by name and the layout's folders that are empty then, the folder itself among them; whatever else is there stays.</summary>
    /// <exception cref="IOException">A file cannot be deleted.</exception>
    internal static void Delete(string folder, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            File.Delete(Path.Combine(folder, name));
        }

        foreach (string inner in Folders.Select(f => Path.Combine(folder, f)).Append(folder))
        {
            if (IsFolder(new DirectoryInfo(inner)) && !Directory.EnumerateFileSystemEntries(inner).Any())
            {
                Directory.Delete(inner);
            }
        }
    }

    /// <summary>Whether that is a folder that is there; links are followed nowhere.</summary>
    internal static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo { Exists: true } && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);

    [GeneratedRegex(
        @"^(experiment\.json|provenance\.json|(summary|critical|line|curve|sharpness|metrics|events|trajectory|homotopy|levels)\.csv"
        + @"|traces/[a-z0-9][a-z0-9.@_-]*\.csv|figures/[a-z0-9][a-z0-9.@_-]*\.(png|svg|csv)|maps/[a-z0-9][a-z0-9.@_-]*\.(npy|csv))$",
        RegexOptions.ECMAScript,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Known();
}
