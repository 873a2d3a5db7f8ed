using static System.FormattableString;

namespace LandscapeOpt.Experiments.Results;

/// <summary>
/// The folder of one experiment. Files are written to a hidden folder beside it and the whole is renamed at the end, so that nothing
/// half-written is ever seen under the final name.
/// </summary>
public sealed class ResultsFolder : IDisposable
{
    private readonly string staging;
    private bool isPublished;

    private ResultsFolder(string path)
    {
        Path = path;
        staging = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(path)!, Invariant($".{System.IO.Path.GetFileName(path)}.{Environment.ProcessId}.partial"));
    }

    /// <summary>The final folder, absolute.</summary>
    public string Path { get; }

    /// <summary>Begins a folder; what it held before stays until <see cref="Publish"/>.</summary>
    /// <exception cref="IOException">The place cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The place cannot be written to.</exception>
    public static ResultsFolder Begin(string path)
    {
        var folder = new ResultsFolder(System.IO.Path.GetFullPath(path));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(folder.Path)!);
        if (Directory.Exists(folder.staging))
        {
            Directory.Delete(folder.staging, recursive: true);
        }

        Directory.CreateDirectory(folder.staging);
        return folder;
    }

    /// <summary>Writes one file of the folder.</summary>
    /// <param name="name">The path inside the folder, with forward slashes.</param>
    /// <param name="write">Writes the content.</param>
    public void Write(string name, Action<Stream> write)
    {
        string file = System.IO.Path.Combine(staging, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        using FileStream stream = File.Create(file);
        write(stream);
    }

    /// <summary>Writes one file of the folder.</summary>
    public void Write(string name, byte[] content) => Write(name, stream => stream.Write(content));

    /// <summary>Makes everything written visible at once, in place of what was there.</summary>
    public void Publish()
    {
        string old = staging + ".old";
        if (Directory.Exists(Path))
        {
            Directory.Move(Path, old);
        }

        Directory.Move(staging, Path);
        isPublished = true;
        if (Directory.Exists(old))
        {
            Directory.Delete(old, recursive: true);
        }
    }

    /// <summary>Removes what was written unless it was published.</summary>
    public void Dispose()
    {
        if (!isPublished && Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }
    }
}
