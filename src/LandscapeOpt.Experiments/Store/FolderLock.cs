using System.Text;

namespace LandscapeOpt.Experiments.Store;

/// <summary>
/// A lock between processes: a file held open. The system lets go of it when the process ends, however it ends. Many may share it, or one
/// may hold it alone.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private const int LongestToken = 4096;
    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock if it is free.</summary>
    /// <param name="path">The file; made where it is missing, in a folder that exists.</param>
    /// <param name="isShared">Whether others may share it.</param>
    /// <returns>The lock; null where another process holds it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    internal static FolderLock? TryTake(string path, bool isShared)
    {
        FileStream file;
        try
        {
            Make(path);
            // Network file systems give the lock for one holder alone to writers only, and the shared one to readers.
            file = isShared
                ? new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0)
                : new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The last holder has just removed it.
            return null;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }

        // The last holder removes the file together with its folder. Whoever had opened it before holds a file that is no longer there, and
        // a third process may have made a new one of that name; its length, which is random, tells the two apart.
        if (new FileInfo(path) is { Exists: true } there && there.Length == file.Length)
        {
            return new(file);
        }

        file.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    /// <summary>Whether something could not be made because it was there: EEXIST; ERROR_FILE_EXISTS and ERROR_ALREADY_EXISTS on Windows.</summary>
    internal static bool IsThere(IOException e) => (e.HResult & 0xFFFF) is 17 or 80 or 183;

    // EWOULDBLOCK from flock; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;

    private static void Make(string path)
    {
        try
        {
            using FileStream made = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            made.Write(Encoding.ASCII.GetBytes(new string('-', Random.Shared.Next(1, LongestToken))));
        }
        catch (IOException e) when (IsThere(e))
        {
            // Made before; it may be gone again by now.
        }
    }
}
