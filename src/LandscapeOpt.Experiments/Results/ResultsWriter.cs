using System.Diagnostics;
using LandscapeOpt.Experiments.Documents;

namespace LandscapeOpt.Experiments.Results;

/// <summary>Writes a results folder in one go: what is found in one piece needs no log to resume from.</summary>
public static class ResultsWriter
{
    /// <summary>Writes files to a hidden folder and publishes them together, with the question and the provenance beside them.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <param name="write">Writes everything else; where it throws, the folder is as it was before.</param>
    /// <returns>The files, relative, sorted.</returns>
    /// <exception cref="InputException">The folder holds something else or is held by another process, or it cannot be written to.</exception>
    public static IReadOnlyList<string> Write(string path, byte[] resolved, bool replaces, Action<ResultsFolder> write) =>
        Write(path, resolved, replaces, (folder, _) => write(folder));

    /// <summary>The same for work that needs temporary files.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <param name="write">Writes everything else, given a folder for temporary files that is removed in any case.</param>
    /// <returns>The files, relative, sorted.</returns>
    /// <exception cref="InputException">The folder holds something else or is held by another process, or it cannot be written to.</exception>
    internal static IReadOnlyList<string> Write(string path, byte[] resolved, bool replaces, Action<ResultsFolder, string> write)
    {
        string hash = Provenance.Hash(resolved);
        try
        {
            ResultsFolder.RefuseOccupied(path, resolved, replaces);
            using WorkFolder work = WorkFolder.TryOpen(path, hash, Shard.Whole)
                ?? throw new InputException("--out", $"{path}: {WorkFolder.Holder(path, hash)} works on it");
            try
            {
                DateTimeOffset started = DateTimeOffset.UtcNow;
                long clock = Stopwatch.GetTimestamp();
                var folder = new ResultsFolder(work.Staging);
                folder.Clear(keepsTraces: false);
                write(folder, Path.Combine(work.Path, "scratch"));
                folder.Write(ResultsFolder.ExperimentFile, resolved);
                double seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
                folder.Write(ResultsFolder.ProvenanceFile, Provenance.Write(started, seconds, hash, ResultsFolder.Digest(work.Staging)));
                folder.Publish(path, Path.Combine(work.Path, "replaced"), resolved, replaces);
            }
            finally
            {
                work.Remove();
            }
        }
        catch (OccupiedException e)
        {
            throw new InputException("--name", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write the results to {path}: {e.Message.TrimEnd('.')}");
        }

        return ResultsFolder.Files(path);
    }
}
