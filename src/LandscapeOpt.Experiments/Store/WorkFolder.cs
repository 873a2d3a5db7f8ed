using System.Collections;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Store;

/// <summary>
/// The hidden folder beside a results folder that holds unfinished work: logs of finished runs, one per shard, and the files that will become
/// the results. Its name tells the experiment and the hash of what it says, so that work for another version of the file is never mixed in.
/// </summary>
internal sealed partial class WorkFolder : IDisposable
{
    private const int HashLength = 16, MostAttempts = 5;
    private const string Ending = ".partial", GoneEnding = ".gone";
    private const string LockFile = "lock", StagingFolder = "results", AsideFolder = "replaced";

    private readonly FolderLock hold;
    private readonly string holder;
    private FolderLock? partHold;

    private WorkFolder(string path, FolderLock hold, string part) =>
        (Path, this.hold, holder) = (path, hold, System.IO.Path.Combine(path, part + ".holder"));

    internal string Path { get; }

    /// <summary>Where the results are put together.</summary>
    internal string Staging => System.IO.Path.Combine(Path, StagingFolder);

    /// <summary>Where numbers may lie that are too many for the memory.</summary>
    internal string TemporaryFile => System.IO.Path.Combine(Path, "map.rows");

    /// <summary>Where earlier results lie while they are replaced.</summary>
    internal string Aside => System.IO.Path.Combine(Path, AsideFolder);

    internal static string PathOf(string results, string hash) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(results)!, $".{System.IO.Path.GetFileName(results)}.{hash[..HashLength]}{Ending}");

    /// <summary>Takes the folder for this process.</summary>
    /// <param name="results">The results folder, absolute.</param>
    /// <param name="hash">What the results are made from.</param>
    /// <param name="part">What this process does of it, as its files are called.</param>
    /// <param name="isShared">Whether processes that do other parts may hold the folder at the same time.</param>
    /// <returns>The folder; null where another process holds it.</returns>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    internal static WorkFolder? TryOpen(string results, string hash, string part, bool isShared)
    {
        string path = PathOf(results, hash);
        try
        {
            Directory.CreateDirectory(path);
            if (FolderLock.TryTake(System.IO.Path.Combine(path, LockFile), isShared) is not { } hold)
            {
                return null;
            }

            var folder = new WorkFolder(path, hold, part);
            if (isShared && (folder.partHold = FolderLock.TryTake(System.IO.Path.Combine(path, part + ".lock"), isShared: false)) is null)
            {
                folder.Dispose();
                return null;
            }

            if (!isShared)
            {
                folder.Restore(results);
            }

            File.WriteAllText(folder.holder, Invariant($"process {Environment.ProcessId} on {Environment.MachineName}"));
            return folder;
        }
        catch (IOException e) when (e is DirectoryNotFoundException || (FolderLock.IsThere(e) && !File.Exists(path)))
        {
            // Another process finished and removed it in this moment.
            return null;
        }
    }

    /// <summary>Who holds the folder, as far as is known.</summary>
    internal static string Holder(string results, string hash)
    {
        try
        {
            return string.Join(", ", Directory.EnumerateFiles(PathOf(results, hash), "*.holder").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    internal RunLog OpenLog(string part) => RunLog.Open(System.IO.Path.Combine(Path, part + ".log"));

    /// <summary>The logs of all processes that have worked on the experiment.</summary>
    internal string[] Logs => LogsIn(Path);

    /// <summary>How many runs the logs of an unfinished experiment name, without taking the folder.</summary>
    internal static int CountFinished(string results, string hash, int runs)
    {
        string path = PathOf(results, hash);
        var finished = new BitArray(runs);
        foreach (LoggedRun run in Directory.Exists(path) ? LogsIn(path).SelectMany(log => RunLog.Read(log, runs)) : [])
        {
            finished[run.Index] = true;
        }

        return finished.Cast<bool>().Count(f => f);
    }

    /// <summary>Whether no run is finished, so that nothing would be lost with the folder.</summary>
    internal bool IsWithoutRuns => Directory.Exists(Path) && Array.TrueForAll(Logs, log => new FileInfo(log).Length == 0);

    /// <summary>
    /// Removes what the tool has put into the folder, and the folder where nothing else is in it. It is renamed first, in one stroke, so
    /// that nobody can take the lock of a folder that is half gone.
    /// </summary>
    internal void Remove()
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows renames no folder with open files in it.
            Dispose();
        }

        Retire(Path);
        Dispose();
    }

    /// <summary>Removes unfinished work that is not needed any more and that nobody holds.</summary>
    internal static void RemoveUnheld(string results)
    {
        string prefix = $".{System.IO.Path.GetFileName(results)}.";
        string parent = System.IO.Path.GetDirectoryName(results)!;
        if (!Directory.Exists(parent))
        {
            return;
        }

        // What a killed process was just removing.
        foreach (string path in Directory.GetDirectories(parent, prefix + "*" + GoneEnding)
            .Where(p => Gone().IsMatch(System.IO.Path.GetFileName(p)[prefix.Length..])))
        {
            RemoveQuietly(path);
        }

        foreach (string path in Directory.GetDirectories(parent, prefix + "*" + Ending)
            .Where(p => Unfinished().IsMatch(System.IO.Path.GetFileName(p)[prefix.Length..])))
        {
            string held = System.IO.Path.Combine(path, LockFile);
            using FolderLock? free = File.Exists(held) ? FolderLock.TryTake(held, isShared: false) : null;
            if (free is not null)
            {
                Retire(path);
            }
        }
    }

    // A process that was killed while it replaced results has left the earlier ones here.
    private void Restore(string results)
    {
        if (Directory.Exists(Aside) && !Directory.Exists(results))
        {
            Directory.Move(Aside, results);
        }
        else if (Directory.Exists(Aside))
        {
            FolderContents.Of(Aside, resolved: null).DeleteOwn();
        }
    }

    private static void Retire(string path)
    {
        string gone = Invariant($"{path}.{Guid.NewGuid():n}{GoneEnding}");
        try
        {
            Directory.Move(path, gone);
        }
        catch (IOException)
        {
            // Another process has taken or removed it in this moment.
            return;
        }

        RemoveQuietly(gone);
    }

    // Only what the tool has made: whatever else somebody has put there stays. More than once, because others may be removing the same
    // leftovers, and because a process that found the folder just before it was renamed may put a last file into it.
    private static void RemoveQuietly(string path)
    {
        for (int attempt = 0; attempt < MostAttempts && Directory.Exists(path); attempt++)
        {
            try
            {
                string staging = System.IO.Path.Combine(path, StagingFolder), aside = System.IO.Path.Combine(path, AsideFolder);
                ResultsLayout.Delete(staging, ResultsLayout.FilesIn(staging));
                if (Directory.Exists(aside))
                {
                    FolderContents.Of(aside, resolved: null).DeleteOwn();
                }

                ResultsLayout.Delete(path, Directory.EnumerateFiles(path).Select(f => System.IO.Path.GetFileName(f)).Where(name => Kept().IsMatch(name)));
            }
            catch (IOException)
            {
                // Another process is removing the same leftovers.
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        partHold?.Dispose();
        hold.Dispose();
    }

    [GeneratedRegex("^[0-9a-f]{16}\\.partial$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();

    [GeneratedRegex("^[0-9a-f]{16}\\.partial\\.[0-9a-f]{32}\\.gone$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gone();

    [GeneratedRegex("^(lock|map\\.rows|runs-[0-9]+-of-[0-9]+\\.(log|lock|holder))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kept();

    private static string[] LogsIn(string path) => [.. Directory.EnumerateFiles(path, "*.log").Order(StringComparer.Ordinal)];
}
