namespace LandscapeOpt.Experiments.Store;

/// <summary>A file of a results folder.</summary>
/// <param name="Name">The path inside the folder, with forward slashes.</param>
/// <param name="Write">Writes the content.</param>
public sealed record ResultFile(string Name, Action<Stream> Write)
{
    /// <summary>A file whose content is there.</summary>
    public ResultFile(string name, byte[] content)
        : this(name, stream => stream.Write(content))
    {
    }
}
