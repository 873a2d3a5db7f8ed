using System.Security.Cryptography;
using System.Text;

namespace LandscapeOpt.Experiments.Results;

/// <summary>
/// The files of one experiment, put together in a hidden folder on the same file system and renamed as a whole at the end, so that nothing
/// half-written is ever seen under the final name.
/// </summary>
public sealed class ResultsFolder
{
    internal const string ExperimentFile = "experiment.json", SummaryFile = "summary.csv", ProvenanceFile = "provenance.json";
    internal const string Traces = "traces", Figures = "figures";

    private readonly string staging;

    internal ResultsFolder(string staging) => this.staging = staging;

    /// <summary>Writes one file of the folder.</summary>
    /// <param name="name">The path inside the folder, with forward slashes.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(string name, Action<Stream> write)
    {
        string file = Path.Combine(staging, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using FileStream stream = File.Create(file);
        try
        {
            write(stream);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // So a file is told that has reached the system's limit.
            throw new IOException($"{file}: {e.Message}", e);
        }
    }

    /// <summary>Writes one file of the folder.</summary>
    public void Write(string name, byte[] content) => Write(name, stream => stream.Write(content));

    /// <summary>Removes whatever an earlier attempt has left, but for the traces where they are results already.</summary>
    internal void Clear(bool keepsTraces)
    {
        foreach (string entry in Directory.Exists(staging) ? Directory.GetFileSystemEntries(staging) : [])
        {
            if (!Directory.Exists(entry))
            {
                File.Delete(entry);
            }
            else if (!keepsTraces || Path.GetFileName(entry) is not Traces)
            {
                Directory.Delete(entry, recursive: true);
            }
        }
    }

    /// <summary>What a results folder holds that is not replaced unasked, in words; null where it is free or holds results of the same question.</summary>
    /// <param name="path">The results folder.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    internal static string? Occupant(string path, byte[] resolved)
    {
        string file = Path.Combine(path, ExperimentFile);
        return File.Exists(path) ? "it is a file, not a folder"
            : !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any() ? null
            : !File.Exists(file) ? "it holds something else"
            : !File.ReadAllBytes(file).AsSpan().SequenceEqual(resolved) ? "it holds the results of another experiment"
            : null;
    }

    /// <summary>Makes sure that nothing is replaced unasked.</summary>
    /// <exception cref="OccupiedException">The folder holds something else.</exception>
    internal static void RefuseOccupied(string path, byte[] resolved, bool replaces)
    {
        if (!replaces && Occupant(path, resolved) is { } occupant)
        {
            throw new OccupiedException(path, occupant);
        }
    }

    /// <summary>Makes everything written visible at once, in place of what was there.</summary>
    /// <param name="path">The final folder.</param>
    /// <param name="replaced">Where the earlier results go in between; on the same file system.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <exception cref="OccupiedException">Something else is there, and may not be replaced.</exception>
    internal void Publish(string path, string replaced, byte[] resolved, bool replaces)
    {
        // Another command may have put other results there since the work began.
        RefuseOccupied(path, resolved, replaces);

        if (Directory.Exists(replaced))
        {
            Directory.Delete(replaced, recursive: true);
        }

        if (Directory.Exists(path))
        {
            Directory.Move(path, replaced);
        }

        Directory.Move(staging, path);
    }

    /// <summary>The names of all result files in a folder, sorted, with forward slashes.</summary>
    internal static string[] Files(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>SHA-256 over the names and contents of all files but the provenance: differs where a file is missing, changed or added.</summary>
    internal static string Digest(string path)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string name in Files(path).Where(f => f is not ProvenanceFile))
        {
            using FileStream file = File.OpenRead(Path.Combine(path, name));
            all.AppendData(SHA256.HashData(file));
            all.AppendData(Encoding.UTF8.GetBytes(name + "\n"));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
