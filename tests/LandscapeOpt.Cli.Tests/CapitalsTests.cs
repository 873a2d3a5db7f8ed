namespace LandscapeOpt.Cli.Tests;

/// <summary>Kinds are understood in capitals, as papers write them, and written as the catalogues have them.</summary>
public sealed class CapitalsTests
{
    [Fact]
    public async Task In_the_words_of_a_command_line()
    {
        using var cli = new Cli();
        Assert.Equal(0, (await cli.Run("run --landscape Booth --optimizer Lookahead:base=ADAM --schedule Cosine --steps 3 --format none")).Code);
        string written = cli.Read("booth-lookahead/experiment.json");

        Assert.Contains("\"kind\": \"booth\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"lookahead\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"adam\"", written, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"cosine\"", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_file()
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "a.json");
        await File.WriteAllTextAsync(file, """
            { "name": "a", "landscape": { "kind": "Quadratic", "kappa": 3 }, "steps": 3, "runs": [{ "name": "gd", "optimizer": { "kind": "Adam" } }], "figures": ["Trajectory"] }
            """);
        Assert.Equal(0, (await Cli.Words("batch", file, "--out", cli.Out, "--format", "svg")).Code);

        Assert.Contains("\"kind\": \"quadratic\"", cli.Read("a/experiment.json"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(cli.Out, "a", "figures", "trajectory.svg")));
    }

    [Fact]
    public async Task As_names_of_landscapes_and_members()
    {
        Assert.StartsWith("adam (optimizer): Adam\n", (await Cli.Words("describe", "Adam")).Output, StringComparison.Ordinal);
        Assert.StartsWith("lambda_max (column", (await Cli.Words("describe", "Lambda_max")).Output, StringComparison.Ordinal);
        Assert.StartsWith("booth: ", (await Cli.Words("verify", "Booth")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_blog_s_landscape_keeps_its_target()
    {
        using var cli = new Cli();
        Assert.Equal(0, (await cli.Run("guided --landscape easy-hard --format none --name lower")).Code);
        Assert.Equal(0, (await cli.Run("guided --landscape Easy-Hard --format none --name upper")).Code);

        Assert.Equal(cli.Read("lower/summary.csv").Replace("easy-hard", "", StringComparison.OrdinalIgnoreCase),
            cli.Read("upper/summary.csv").Replace("easy-hard", "", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Names_of_experiments_and_keys_stay_as_they_are()
    {
        using var cli = new Cli();
        Assert.Contains("kebab-case", (await cli.Run("run --landscape booth --name Mine")).Error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'kappa'?", (await cli.Run("run --landscape quadratic:Kappa=3")).Error, StringComparison.Ordinal);
    }
}
