using LandscapeOpt.Experiments.Documents;

namespace LandscapeOpt.Experiments.Results;

/// <summary>Writes a results folder in one go: what is found in one piece needs no log to resume from.</summary>
public static class ResultsWriter
{
    /// <summary>Makes sure, before anything is computed, that a results folder can be published.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <param name="files">The files that are going to be written, as far as that is known.</param>
    /// <exception cref="InputException">The folder holds something that may not be replaced.</exception>
    public static void Refuse(string path, byte[] resolved, bool replaces, IEnumerable<string> files) =>
        Told(path, () => ExperimentState.Of(path, resolved, files).Refuse(replaces));

    /// <summary>Writes files to a hidden folder and publishes them together, with the question and the provenance beside them.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <param name="files">The files that are going to be written, as far as that is known.</param>
    /// <param name="write">Writes everything else; where it throws, the folder is as it was before.</param>
    /// <returns>The files, relative, sorted.</returns>
    /// <exception cref="InputException">
    /// The folder holds something that may not be replaced or is held by another process, or it cannot be written to.
    /// </exception>
    public static IReadOnlyList<string> Write(string path, byte[] resolved, bool replaces, IEnumerable<string> files, Action<ResultsFolder> write) =>
        Write(path, resolved, replaces, files, (folder, _) => write(folder));

    /// <summary>The same for work that needs a temporary file.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="replaces">Whether results of something else may be replaced.</param>
    /// <param name="files">The files that are going to be written, as far as that is known.</param>
    /// <param name="write">Writes everything else, given the name of a temporary file that is removed in any case.</param>
    /// <returns>The files, relative, sorted.</returns>
    /// <exception cref="InputException">
    /// The folder holds something that may not be replaced or is held by another process, or it cannot be written to.
    /// </exception>
    internal static IReadOnlyList<string> Write(string path, byte[] resolved, bool replaces, IEnumerable<string> files, Action<ResultsFolder, string> write)
    {
        Refuse(path, resolved, replaces, files);
        Told(path, () =>
        {
            string hash = Provenance.Hash(resolved);
            using WorkFolder work = WorkFolder.TryOpen(path, hash, Shard.Whole)
                ?? throw new InputException("--out", $"{path}: {WorkFolder.Holder(path, hash)} works on it");
            try
            {
                var folder = new ResultsFolder(work);
                folder.Clear(keepsTraces: false);
                write(folder, work.TemporaryFile);
                folder.Publish(path, resolved, replaces);
            }
            finally
            {
                work.Remove();
            }
        });
        return Provenance.FilesIn(path);
    }

    /// <summary>Does something with a results folder and says what is wrong with it in the words of the command line.</summary>
    /// <exception cref="InputException">The folder holds something that may not be replaced, or it cannot be written to.</exception>
    internal static void Told(string path, Action work)
    {
        try
        {
            work();
        }
        catch (OccupiedException e)
        {
            throw new InputException("--out", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write the results to {path}: {e.Message.TrimEnd('.')}");
        }
    }
}
