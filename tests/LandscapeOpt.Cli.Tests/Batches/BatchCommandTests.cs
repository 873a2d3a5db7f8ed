using System.Text.Json;

namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>The options of a batch.</summary>
public sealed class BatchCommandTests
{
    private const string Sweep = """
        { "name": "sweep", "landscape": "easy-hard", "steps": 5, "target": [2.15, 2.0125],
          "runs": [{ "name": "guided", "optimizer": "gd:learningRate=0.1", "mixing": "guided" }, { "name": "plain", "optimizer": "gd" }],
          "sweep": { "runs.plain.optimizer.learningRate": [0.1, 0.2, 0.3] } }
        """;

    private const string Other = """{ "name": "other", "landscape": "booth", "steps": 5, "runs": [{ "name": "adam", "optimizer": "adam" }] }""";

    [Fact]
    public async Task Files_and_folders_are_run_and_reported()
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        (int code, string output, string error) = await Cli.Words("batch", folder, "--out", cli.Out);

        Assert.Equal((0, ""), (code, error));
        Assert.Matches(@"other +done +1 +1 +\S+\n", output);
        Assert.Matches(@"sweep +done +4 +4 +\S+\n2 of 2 experiments are done\n$", output);
        Assert.Equal(5, cli.Read("sweep/summary.csv").TrimEnd().Split('\n').Length);

        (_, string again, _) = await Cli.Words("batch", folder, "--out", cli.Out, "--json");
        JsonElement experiments = JsonDocument.Parse(again).RootElement.GetProperty("experiments");
        Assert.Equal(["other", "sweep"], experiments.EnumerateArray().Select(e => e.GetProperty("experiment").GetString()));
        Assert.All(experiments.EnumerateArray(), e => Assert.Equal("up-to-date", e.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_run_and_why_and_writes_nothing()
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        (int code, string output, _) = await Cli.Words("batch", folder, "--out", cli.Out, "--dry-run");
        Assert.Equal(0, code);
        Assert.Matches(@"other +1  there are no results\nsweep +4  there are no results\n$", output);
        Assert.True(cli.WroteNothing);

        await Cli.Words("batch", folder, "--out", cli.Out, "--filter", "oth*");
        await Cli.Words("batch", folder, "--out", cli.Out, "--filter", "sw?ep", "--shard", "1/2");
        (_, string json, _) = await Cli.Words("batch", folder, "--out", cli.Out, "--dry-run", "--json");
        Assert.Equal(
            [("other", 0, "up to date"), ("sweep", 2, "2 of 4 runs are done")],
            JsonDocument.Parse(json).RootElement.GetProperty("experiments").EnumerateArray().Select(e =>
                (e.GetProperty("experiment").GetString(), e.GetProperty("runs_left").GetInt32(), e.GetProperty("reason").GetString())));
    }

    [Fact]
    public async Task Shards_are_merged_to_the_bytes_of_one_run()
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli), sharded = Path.Combine(cli.Folder, "sharded");
        await Cli.Words("batch", folder, "--out", cli.Out);
        Assert.Equal(0, (await Cli.Words("batch", folder, "--out", sharded, "--shard", "2/3")).Code);
        Assert.Equal(0, (await Cli.Words("batch", folder, "--out", sharded, "--shard", "3/3")).Code);

        (int code, _, string error) = await Cli.Words("batch", folder, "--out", sharded, "--merge");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Matches(@"^(error: (sweep|other): \d of \d runs are missing of shards 1/3: .+\n)+$", error);

        Assert.Equal(0, (await Cli.Words("batch", folder, "--out", sharded, "--shard", "1/3", "--jobs", "3")).Code);
        Assert.Equal(0, (await Cli.Words("batch", folder, "--out", sharded, "--merge")).Code);
        Assert.Equal(Program.Contents(cli.Out), Program.Contents(sharded));
    }

    [Theory]
    [InlineData("runs.guided.optimizer.learningRate=0.2", "guided", "learningRate", 0.2)]
    [InlineData("runs.guided.optimizer=adam:beta1=0.25", "guided", "beta1", 0.25)]
    [InlineData("schedule.decay=0.5", "guided", "decay", 0.5)]
    [InlineData("landscape.alpha=0.25", "guided", "alpha", 0.25)]
    [InlineData("runs.plain.landscape.alpha=0.75", "plain", "alpha", 0.75)]
    [InlineData("stop.lossBelow=0.25", "plain", "lossBelow", 0.25)]
    [InlineData("steps=7", "plain", "steps", 7)]
    public async Task Values_are_set_from_outside(string set, string run, string key, double expected)
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        await File.WriteAllTextAsync(Path.Combine(folder, "sweep.json"),
            Sweep.Replace("\"mixing\"", "\"schedule\": \"exponential\", \"mixing\"", StringComparison.Ordinal)
            .Replace("\"name\": \"plain\",", "\"name\": \"plain\", \"schedule\": { \"kind\": \"exponential\", \"decay\": 0.9 },", StringComparison.Ordinal));
        (int code, _, string error) = await Cli.Words("batch", folder, "--filter", "sweep", "--set", set, "--out", cli.Out);
        Assert.True(code == 0, error);

        using JsonDocument resolved = JsonDocument.Parse(cli.Read("sweep/experiment.json"));
        JsonElement found = resolved.RootElement.GetProperty("runs").EnumerateArray().First(r => r.GetProperty("name").GetString() == run);
        Assert.Contains($"\"{key}\": {expected.ToString(System.Globalization.CultureInfo.InvariantCulture)}", found.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: --set: 'steps' is not an override", "--set", "steps")]
    [InlineData("error: --set runs.guidde.steps: there is no run 'guidde'", "--set", "runs.guidde.steps=3")]
    [InlineData("error: --set steps: '-3' is out of range", "--set", "steps=-3")]
    [InlineData("error: --set optimizer.beta1: gd has no key 'beta1'", "--set", "optimizer.beta1=0.3")]
    [InlineData("error: --jobs: '0' is not a whole number from 1 to 512", "--jobs", "0")]
    [InlineData("error: --shard: '3' is not a share", "--shard", "3")]
    [InlineData("error: --shard: '4' is not a whole number from 1 to 3", "--shard", "4/3")]
    [InlineData("error: --merge: computes nothing", "--merge", "--shard", "1/2")]
    [InlineData("error: --filter: no experiment has such a name", "--filter", "sweeep")]
    public async Task Wrong_options_are_refused(string expected, params string[] words)
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        (int code, string output, string error) = await Cli.Words([.. new[] { "batch", Path.Combine(folder, "sweep.json"), "--out", cli.Out }, .. words]);

        Assert.Equal((ExitCode.WrongInput, ""), (code, output));
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task Every_problem_of_every_file_is_told_before_anything_runs()
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        await File.WriteAllTextAsync(Path.Combine(folder, "bad.json"),
            "{\n \"name\": \"bad\",\n \"landscape\": \"boooth\",\n \"runs\": [{ \"name\": \"a\", \"steps\": -1 }] }");
        await File.WriteAllTextAsync(Path.Combine(folder, "worse.json"), "{");
        (int code, _, string error) = await Cli.Words("batch", folder, "--out", cli.Out);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Matches(@"^\S+bad\.json:3:15: landscape: .+\n\S+bad\.json:4:35: runs\[0\]\.steps: .+\n\S+worse\.json:1:2: .+\n$", error);
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task Validate_reports_as_json_too()
    {
        using var cli = new Cli();
        string folder = await WriteAsync(cli);
        await File.WriteAllTextAsync(Path.Combine(folder, "worse.json"), "{ \"name\": 1 }");
        (int code, string output, string error) = await Cli.Words("validate", folder, "--json");

        Assert.Equal((ExitCode.WrongInput, ""), (code, error));
        JsonElement[] files = [.. JsonDocument.Parse(output).RootElement.GetProperty("files").EnumerateArray()];
        Assert.Equal([true, true, false], files.Select(f => f.GetProperty("valid").GetBoolean()));
        Assert.Equal(4, files[1].GetProperty("runs").GetInt32());
        Assert.Contains(files[2].GetProperty("problems").EnumerateArray(), p =>
            (p.GetProperty("path").GetString(), p.GetProperty("line").GetInt32()) == ("name", 1));
    }

    [Fact]
    public async Task Progress_is_told_in_plain_lines_where_nobody_watches()
    {
        using var error = new LineCounter();
        var progress = new Experiments.Execute.ExecuteProgress();
        using var line = new Terminal.ProgressLine(error, isQuiet: false, every: TimeSpan.FromMilliseconds(20));
        line.Watch(progress);
        while (error.Lines < 2)
        {
            await Task.Delay(10);
        }

        line.Tell("a line of its own");
        await line.StopAsync();

        Assert.All(error.ToString().TrimEnd().Split('\n')[..2], l => Assert.Equal("0/0 runs, 0 failed, 0 runs/s", l));
        Assert.DoesNotContain(error.ToString(), c => char.IsControl(c) && c != '\n');
    }

    // A writer must not be read while another thread writes to it; a number may.
    private sealed class LineCounter : StringWriter
    {
        private int lines;

        internal int Lines => Volatile.Read(ref lines);

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Interlocked.Increment(ref lines);
        }
    }

    private static async Task<string> WriteAsync(Cli cli)
    {
        string folder = Directory.CreateDirectory(Path.Combine(cli.Folder, "files", "inner")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "sweep.json"), Sweep);
        await File.WriteAllTextAsync(Path.Combine(folder, "inner", "other.jsonc"), "// a comment\n" + Other);
        await File.WriteAllTextAsync(Path.Combine(folder, "some.schema.json"), "{}");
        await File.WriteAllTextAsync(Path.Combine(folder, ".hidden.json"), "{}");
        return folder;
    }
}
