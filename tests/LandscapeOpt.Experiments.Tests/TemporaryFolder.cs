namespace LandscapeOpt.Experiments.Tests;

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("landscape-opt-").FullName;

    internal string Out => System.IO.Path.Combine(Path, "out");

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Every file below a results folder by name, but for the provenance; hidden files and folders included.</summary>
    internal static SortedDictionary<string, string> Contents(string folder) => new(
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(f => System.IO.Path.GetFileName(f) is not "provenance.json")
            .ToDictionary(f => System.IO.Path.GetRelativePath(folder, f), f =>
                Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
