using System.Globalization;

namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>A disk that takes no more: a clear error, earlier results as they were, and the rest of the work kept for the next time.</summary>
public sealed class DiskTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("all")]
    public async Task A_disk_that_is_full_in_the_middle(string traces)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var cli = new Cli();
        string file = await WriteAsync(cli, traces, count: 20);
        Assert.Equal(0, (await Cli.Words("batch", file, "--out", cli.Out)).Code);
        SortedDictionary<string, string> before = Program.Contents(cli.Out);
        await WriteAsync(cli, traces, count: 2000);

        // No file may grow beyond 64 kB, which the log (or a trace of 1000 steps) does.
        (int code, string output, string error) = await LimitedAsync(64, "batch", file, "--out", cli.Out, "--force", "--jobs", "2");

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("failed", output, StringComparison.Ordinal);
        Assert.Matches(@"^error: sweep: .*too large.*\n$", error);
        Assert.Equal(before, Program.Contents(cli.Out, withHidden: false));

        Assert.Equal(0, (await Cli.Words("batch", file, "--out", cli.Out, "--force", "--quiet")).Code);
        Assert.Equal([Path.Combine(cli.Out, "sweep")], Directory.GetFileSystemEntries(cli.Out));
    }

    [Fact]
    public async Task A_folder_that_nothing_can_be_made_in()
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, "none", count: 2);
        await File.WriteAllTextAsync(cli.Out, "a file");
        (int code, _, string error) = await Cli.Words("batch", file, "--out", cli.Out);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Matches("^error: --out: .*\n$", error);
        Assert.Equal("a file", await File.ReadAllTextAsync(cli.Out));
    }

    private static async Task<string> WriteAsync(Cli cli, string traces, int count)
    {
        string file = Path.Combine(cli.Folder, "sweep.json");
        await File.WriteAllTextAsync(file, FormattableString.Invariant($$"""
            { "name": "sweep", "landscape": "easy-hard", "steps": {{(traces is "all" ? 1000 : 10)}}, "runs": [{ "name": "gd" }], "traces": "{{traces}}",
              "sweep": { "optimizer.learningRate": { "from": 0.01, "to": 0.1, "count": {{(traces is "all" ? 10 + (count / 1000) : count)}} } } }
            """));
        return file;
    }

    private static async Task<(int Code, string Output, string Error)> LimitedAsync(int kilobytes, params IReadOnlyList<string> arguments)
    {
        // The runtime's protection of its own code needs a large file; without it, it can do with small ones.
        string[] words = ["-c", "trap '' XFSZ; ulimit -f \"$0\"; DOTNET_EnableWriteXorExecute=0 DOTNET_EnableDiagnostics=0 exec \"$@\"",
            kilobytes.ToString(CultureInfo.InvariantCulture), Program.File, .. arguments];
        (int code, string output, string error) = await Program.RunOtherAsync("bash", words);

        // What the shell says of a locale that the system lacks is not the program's.
        return (code, output, string
            .Concat(error.Split('\n').Where(l => l.Length > 0 && !l.StartsWith("bash: warning:", StringComparison.Ordinal)).Select(l => l + "\n")));
    }
}
