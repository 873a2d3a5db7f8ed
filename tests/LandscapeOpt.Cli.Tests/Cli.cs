namespace LandscapeOpt.Cli.Tests;

/// <summary>Runs command lines in this process, in a results folder of their own.</summary>
internal sealed class Cli : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("landscape-opt-").FullName;

    internal string Out => Path.Combine(Folder, "out");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Runs the words of a line, separated by blanks.</summary>
    internal static async Task<(int Code, string Output, string Error)> Words(params IReadOnlyList<string> words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandLine.InvokeAsync(words, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The same, writing below this folder.</summary>
    internal Task<(int Code, string Output, string Error)> Run(string line) => Words([.. line.Split(' '), "--out", Out]);

    internal string Read(string path) => File.ReadAllText(Path.Combine(Out, path));

    internal bool WroteNothing => !Directory.Exists(Out) || !Directory.EnumerateFileSystemEntries(Out).Any();
}
