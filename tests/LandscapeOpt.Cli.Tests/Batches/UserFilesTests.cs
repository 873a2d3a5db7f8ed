namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>Files of the user's beside the tool's own, where results go and where experiments are read from.</summary>
public sealed class UserFilesTests
{
    private const string Small = """{"name":"s","landscape":"rosenbrock","steps":50,"runs":[{"name":"a"}]}""";

    public static TheoryData<string, string, string> Commands => new()
    {
        { "run --landscape sin-cos --steps 3 --format none --name s", "--steps 4", "traces/gd.csv" },
        { "guided --steps 3 --format none --name s", "--steps 4", "traces/guided.csv" },
        { "map basins --landscape himmelblau --lr 0.01 --steps 9 --pixels 4x4 --format none --name s", "--steps 8", "maps/s-minima.csv" },
        { "map hyperparameters --landscape sin-cos --start 1,1 --steps 9 --axis optimizer.learningRate=0.01:0.1 --axis steps=1:9 --pixels 4x4 --format none --name s", "--steps 8", "summary.csv" },
        { "inspect critical --landscape booth --format none --name s", "--window -1,1,-1,1", "critical.csv" },
        { "inspect line --landscape booth --from 0,0 --to 1,1 --format none --name s", "--points 7", "line.csv" },
        { "inspect curve --landscape booth --from 0,0 --to 1,1 --format none --name s", "--bends 2", "curve.csv" },
        { "inspect sharpness --landscape booth --at 1,1 --format none --name s", "--rho 0.1", "sharpness.csv" },
        { "inspect trajectory --landscape booth --steps 3 --format none --name s", "--steps 4", "metrics.csv" },
        { "inspect homotopy --landscape easy-hard --alphas 3 --format none --name s", "--alphas 4", "events.csv" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_command_keeps_what_it_did_not_write(string command, string otherwise, string file)
    {
        using var cli = new Cli();
        Assert.Equal(0, (await cli.Run(command)).Code);
        Assert.Equal(0, (await cli.Run(command)).Code);
        Assert.Equal(0, (await cli.Run($"{command} --force")).Code);
        Assert.True(File.Exists(Path.Combine(cli.Out, "s", file)));
        string[] told = [.. (await cli.Run($"{command} --json")).Output.Split('\n')];

        await File.WriteAllTextAsync(Path.Combine(cli.Out, "s", "notes.txt"), "mine");
        Directory.CreateDirectory(Path.Combine(cli.Out, "s", "analysis"));
        SortedDictionary<string, string> before = Program.Contents(cli.Out);

        // What is there answers the same question and is whole.
        (int code, string output, string error) = await cli.Run($"{command} --json");
        Assert.Equal((0, ""), (code, error));
        Assert.DoesNotContain("notes.txt", output, StringComparison.Ordinal);
        Assert.Equal(told.Length, output.Split('\n').Length);

        foreach (string refused in new[] { $"{command} --force", $"{Without(command, otherwise)} {otherwise}",
            $"{Without(command, otherwise)} {otherwise} --force" })
        {
            (code, output, error) = await cli.Run(refused);
            Assert.Equal((ExitCode.WrongInput, ""), (code, output));
            Assert.Equal($"error: --out: {Path.Combine(cli.Out, "s")} holds what this tool did not write, and so never deletes: analysis/, notes.txt: move it elsewhere, or choose another name or --out\n", error);
        }

        Assert.Equal(before, Program.Contents(cli.Out));
        Assert.True(Directory.Exists(Path.Combine(cli.Out, "s", "analysis")));
        Assert.Equal([Path.Combine(cli.Out, "s")], Directory.GetFileSystemEntries(cli.Out));
    }

    [Theory]
    [InlineData("--force")]
    [InlineData("--set", "steps=60")]
    [InlineData("--set", "steps=60", "--force", "--shard", "1/2")]
    [InlineData("--set", "steps=60", "--merge")]
    public async Task A_dry_run_refuses_what_the_batch_refuses(params string[] words)
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli);
        string[] command = ["batch", file, "--out", cli.Out];
        Assert.Equal(0, (await Cli.Words(command)).Code);
        await File.WriteAllTextAsync(Path.Combine(cli.Out, "s", "notes.txt"), "mine");
        SortedDictionary<string, string> before = Program.Contents(cli.Out);

        (int code, string output, string error) = await Cli.Words([.. command, .. words]);
        Assert.Equal((ExitCode.WrongInput, ""), (code, output));
        Assert.Contains("notes.txt", error, StringComparison.Ordinal);
        Assert.Equal((code, output, error), await Cli.Words([.. command, .. words, "--dry-run"]));

        (code, output, _) = await Cli.Words([.. command, "--dry-run"]);
        Assert.Equal(0, code);
        Assert.Matches(@"s +0  up to date\n$", output);
        Assert.Equal(before, Program.Contents(cli.Out));
    }

    [Fact]
    public async Task A_folder_of_source_is_not_replaced_by_results_of_its_name()
    {
        using var cli = new Cli();
        Directory.CreateDirectory(Path.Combine(cli.Out, "src", "inner"));
        await File.WriteAllTextAsync(Path.Combine(cli.Out, "src", "inner", "main.c"), "int main;");
        (int code, _, string error) = await cli.Run("run --landscape rosenbrock --name src --force");

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("never deletes: inner/: ", error, StringComparison.Ordinal);
        Assert.Equal(["src/inner/main.c"], Program.Contents(cli.Out).Keys);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("validate")]
    [InlineData("figures")]
    public async Task Results_are_no_input(string command)
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli), read = Path.GetDirectoryName(file)!, results = Path.Combine(read, "out");
        string[] options = command is "validate" ? [] : ["--out", results];
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(0, (await Cli.Words("batch", read, "--out", results)).Code);
            (int code, string output, string error) = await Cli.Words([command, read, .. options]);
            Assert.Equal((0, ""), (code, error));
            Assert.DoesNotContain("experiment.json", output, StringComparison.Ordinal);
        }

        (int none, _, string told) = await Cli.Words([command, results, .. options]);
        Assert.Equal((ExitCode.WrongInput,
            $"error: {results}: there are no experiment files (*.json, *.jsonc) in this folder (results folders are not read)\n"), (none, told));
        string folder = Path.Combine(results, "s"), inside = Path.Combine(folder, "experiment.json");
        (none, _, told) = await Cli.Words([command, folder, .. options]);
        Assert.Equal((ExitCode.WrongInput,
            $"error: {folder}: this folder holds results, which are not read as input: name its experiment.json to run it again\n"), (none, told));
        Assert.Equal(0, (await Cli.Words([command, inside, .. options])).Code);

        // A provenance.json of something else does not hide a folder.
        Directory.CreateDirectory(Path.Combine(read, "other"));
        await File.WriteAllTextAsync(Path.Combine(read, "other", "provenance.json"), """{ "artist": "unknown" }""");
        await File.WriteAllTextAsync(Path.Combine(read, "other", "bad.json"), "{");
        Assert.Contains("bad.json:1:2", (await Cli.Words([command, read, .. options])).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --landscape rosenbrock --name s")]
    [InlineData("guided --name s")]
    [InlineData("batch FILE")]
    [InlineData("batch FILE --dry-run")]
    [InlineData("map basins --landscape himmelblau --pixels 4x4 --name s")]
    [InlineData("inspect critical --landscape booth --name s")]
    public async Task A_file_in_the_way_is_told_at_once(string command)
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli), taken = Path.Combine(cli.Out, "s");
        string[] words = [.. command.Split(' ').Select(w => w is "FILE" ? file : w)];
        Directory.CreateDirectory(cli.Out);
        await File.WriteAllTextAsync(taken, "hi");
        foreach (string[] force in new[] { Array.Empty<string>(), ["--force"] })
        {
            Assert.Equal(
                (ExitCode.WrongInput, "", $"error: --out: {taken} is a file, not a folder: choose another name or --out\n"),
                await Cli.Words([.. words, "--out", cli.Out, .. force]));
            foreach (string below in new[] { taken, Path.Combine(taken, "x", "y") })
            {
                (int code, string output, string error) = await Cli.Words([.. words, "--out", below, .. force]);
                Assert.Equal((ExitCode.WrongInput, ""), (code, output));
                Assert.StartsWith($"error: --out: {taken} is a file, not a folder", error, StringComparison.Ordinal);
                Assert.DoesNotContain("--force", error, StringComparison.Ordinal);
            }
        }

        Assert.Equal([taken], Directory.GetFileSystemEntries(cli.Out));
        Assert.Equal("hi", await File.ReadAllTextAsync(taken));
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    public async Task Figures_beside_experiment_files_replace_figures_only(string format)
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "d.json"), picture = Path.Combine(cli.Folder, $"d.trajectory.{format}"), old =
            Path.Combine(cli.Folder, $"{Path.GetFileName(picture)}.partial");
        await File.WriteAllTextAsync(file,
            Small.Replace("\"s\"", "\"d\"", StringComparison.Ordinal).Replace("}]}", "}],\"figures\":[\"trajectory\"]}", StringComparison.Ordinal));
        await File.WriteAllTextAsync(old, "mine");
        Assert.Equal(0, (await Cli.Words("figures", file, "--format", format)).Code);
        Assert.Equal(0, (await Cli.Words("figures", file, "--format", format)).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(old));
        Assert.Equal([file, picture, old], Directory.GetFileSystemEntries(cli.Folder).Order(StringComparer.Ordinal));

        await File.WriteAllTextAsync(picture, "a picture of mine");
        (int code, string output, string error) = await Cli.Words("figures", file, "--format", format);
        Assert.Equal((ExitCode.WrongInput, "",
            $"error: {picture}: is not the figure 'trajectory' of this tool, and so is not replaced: move it elsewhere\n"), (code, output, error));
        Assert.Equal("a picture of mine", await File.ReadAllTextAsync(picture));
    }

    [Fact]
    public async Task Pictures_of_differences_replace_pictures_of_differences_only()
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "d.json"), picture = Path.Combine(cli.Out, "differences", "d.trajectory.png");
        string text = Small.Replace("\"s\"", "\"d\"", StringComparison.Ordinal).Replace("}]}", "}],\"figures\":[\"trajectory\"]}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text);
        Assert.Equal(0, (await Cli.Words("figures", file)).Code);
        await File.WriteAllTextAsync(file, text.Replace("50", "51", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Failed, (await Cli.Words("figures", file, "--check", "--out", cli.Out)).Code);
        Assert.Equal(ExitCode.Failed, (await Cli.Words("figures", file, "--check", "--out", cli.Out)).Code);
        await File.WriteAllTextAsync(picture, "mine");
        (int code, _, string error) = await Cli.Words("figures", file, "--check", "--out", cli.Out);
        Assert.Equal((ExitCode.WrongInput,
            $"error: {picture}: is no picture of a difference, and so is not replaced: move it elsewhere, or choose another --out\n"), (code, error));
        Assert.Equal("mine", await File.ReadAllTextAsync(picture));

        (code, _, error) = await Cli.Words("figures", file, "--check", "--out", picture);
        Assert.Equal((ExitCode.WrongInput, $"error: --out: {picture} is a file, not a folder\n"), (code, error));
    }

    // An option that is given twice would be another error.
    private static string Without(string command, string otherwise)
    {
        string[] words = command.Split(' ');
        int at = Array.IndexOf(words, otherwise.Split(' ')[0]);
        return string.Join(' ', at < 0 ? words : [.. words[..at], .. words[(at + 2)..]]);
    }

    private static async Task<string> WriteAsync(Cli cli)
    {
        string file = Path.Combine(Directory.CreateDirectory(Path.Combine(cli.Folder, "files")).FullName, "s.json");
        await File.WriteAllTextAsync(file, Small);
        return file;
    }
}
