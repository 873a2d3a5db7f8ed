using System.Diagnostics;
using System.Security.Cryptography;

namespace LandscapeOpt.Experiments.Store;

/// <summary>
/// The files of one experiment, put together in a hidden folder on the same file system and renamed as a whole at the end, so that nothing
/// half-written is ever seen under the final name.
/// </summary>
public sealed class ResultsFolder
{
    private readonly string staging, aside;
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;
    private readonly long clock = Stopwatch.GetTimestamp();

    internal ResultsFolder(WorkFolder work) => (staging, aside) = (work.Staging, work.Aside);

    /// <summary>Writes one file of the folder.</summary>
    /// <param name="name">The path inside the folder, with forward slashes.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(string name, Action<Stream> write)
    {
        if (!ResultsLayout.IsName(name))
        {
            throw new ArgumentException($"The layout of results has no {name}: it would be taken for a file of the user's.", nameof(name));
        }

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

    /// <summary>A file that was written, now or by an earlier process; null where it is not there or not whole.</summary>
    /// <param name="name">The path inside the folder, with forward slashes.</param>
    /// <param name="hash">SHA-256 of its content, in hexadecimal.</param>
    internal byte[]? Read(string name, string hash)
    {
        try
        {
            byte[] content = File.ReadAllBytes(Path.Combine(staging, name));
            return Convert.ToHexStringLower(SHA256.HashData(content)) == hash ? content : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Removes what an earlier attempt has left, but for some files.</summary>
    /// <param name="keeps">Whether a file stays, by its name.</param>
    internal void Clear(Func<string, bool> keeps) => ResultsLayout.Delete(staging, ResultsLayout.FilesIn(staging).Where(f => !keeps(f)));

    /// <summary>Adds the question and the provenance, and makes everything visible at once, in place of the tool's files that were there.</summary>
    /// <param name="path">The final folder.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <exception cref="OccupiedException">Something is there that may not be replaced; it is as it was.</exception>
    internal void Publish(string path, byte[] resolved, bool replaces)
    {
        Write(ResultsLayout.ExperimentFile, resolved);
        SortedDictionary<string, string> files = FolderContents.Hashes(staging, ResultsLayout.FilesIn(staging));
        Write(ResultsLayout.ProvenanceFile, Provenance.Write(started, Stopwatch.GetElapsedTime(clock).TotalSeconds, Provenance.Hash(resolved), files));

        // Files may have come there since the work began.
        ExperimentState state = ExperimentState.Of(path, resolved, files.Keys);
        state.Refuse(replaces);
        if (state.IsSharedWithOthers)
        {
            KeepIfSame(path, resolved, files);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.Move(staging, path);
            return;
        }

        if (Directory.Exists(aside))
        {
            throw ExperimentState.HeldByOthers(aside, FolderContents.Of(aside, resolved));
        }

        Directory.Move(path, aside);
        FolderContents before;
        try
        {
            // From here on nobody finds the folder by its name any more, so that what is there now is all there will be.
            before = FolderContents.Of(aside, resolved);
            if (before.Others.Count > 0)
            {
                throw ExperimentState.HeldByOthers(path, before);
            }

            Directory.Move(staging, path);
        }
        catch
        {
            Directory.Move(aside, path);
            throw;
        }

        before.DeleteOwn();
    }

    // Results beside files of the user's that are the same as those made now need no replacing; others must not be replaced.
    private static void KeepIfSame(string path, byte[] resolved, SortedDictionary<string, string> files)
    {
        FolderContents there = FolderContents.Of(path, resolved);
        if (there.FirstMissing is not null || !files.All(f => there.Listed!.TryGetValue(f.Key, out string? hash) && hash == f.Value))
        {
            throw ExperimentState.HeldByOthers(path, there);
        }
    }
}
