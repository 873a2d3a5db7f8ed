namespace LandscapeOpt.Cli.Tests;

/// <summary>Bad input: one clear line, exit code 2, nothing written.</summary>
public sealed class WrongInputTests
{
    [Theory]
    [InlineData("run --landscape rosenbrok", "rosenbrock")]
    [InlineData("run --landscape sin-cos --optimizer adm", "'adam'")]
    [InlineData("run --landscape sin-cos --schedule exponentail", "'exponential'")]
    [InlineData("run --landscape easy-hard --mixing guidde", "'guided'")]
    [InlineData("run --landscape sin-cos --optimizer adam:beta=0.9", "'beta1'")]
    [InlineData("run --landscape sin-cos --optimizer adam:beta1=1.5", "from 0 to 1 (exclusive)")]
    [InlineData("run --landscape sin-cos --optimizer momentum:form=torch", "sutskever, pytorch")]
    [InlineData("run --landscape sin-cos --optimizer adam:beta1", "expected kind")]
    [InlineData("run --landscape sin-cos --lr 1,5", "decimal point")]
    [InlineData("run --landscape sin-cos --lr NaN", "'NaN' is not a number")]
    [InlineData("run --landscape sin-cos --lr Infinity", "'Infinity' is not a number")]
    [InlineData("run --landscape sin-cos --lr 1e400", "too large")]
    [InlineData("run --landscape sin-cos --lr -0.1", "greater than 0")]
    [InlineData("run --landscape sin-cos --lr 0", "greater than 0")]
    [InlineData("run --landscape sin-cos --steps -3", "from 0 to 10000000")]
    [InlineData("run --landscape sin-cos --steps 10000001", "from 0 to 10000000")]
    [InlineData("run --landscape sin-cos --steps 2.5", "whole number")]
    [InlineData("run --landscape sin-cos --steps 99999999999999999999", "whole number")]
    [InlineData("run --landscape sin-cos --start 1", "two numbers")]
    [InlineData("run --landscape sin-cos --start 1,2,3", "two numbers")]
    [InlineData("run --landscape sin-cos --start 1,nan", "'nan' is not a number")]
    [InlineData("run --landscape sin-cos --seed -1", "at least 0")]
    [InlineData("run --landscape sin-cos --mixing guided", "target")]
    [InlineData("run --landscape sin-cos --mixing power", "two components")]
    [InlineData("run --landscape sin-cos --name ../up", "kebab-case")]
    [InlineData("run --landscape sin-cos --format gif", "png, svg, none")]
    [InlineData("run --landscape sin-cos --columns lamda", "column")]
    [InlineData("run", "landscape")]
    [InlineData("run --landscape", "landscape")]
    [InlineData("run --landscape sin-cos --stepz 3", "--stepz")]
    [InlineData("run --landscape quadratic:lambda1=-1 --target minimum", "minimum")]
    public async Task Is_refused_in_one_line(string line, string mentions)
    {
        using var cli = new Cli();
        (int code, string output, string error) = await cli.Run(line);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Empty(output);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.All(error.TrimEnd().Split('\n'), l => Assert.Matches("^(error: .+|See landscape-opt .*--help)$", l));
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task An_empty_number_is_named_as_empty()
    {
        (int code, _, string error) = await Cli.Words("run", "--landscape", "sin-cos", "--lr", "");

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("--learning-rate: is empty", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_problems_are_told_together()
    {
        using var cli = new Cli();
        (_, _, string error) = await cli.Run("run --landscape sin-cos --lr x --steps y --schedule z");

        Assert.Contains("--learning-rate", error, StringComparison.Ordinal);
        Assert.Contains("--steps", error, StringComparison.Ordinal);
        Assert.Contains("--schedule", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_results_are_not_overwritten_without_force()
    {
        using var cli = new Cli();
        Assert.Equal(0, (await cli.Run("run --landscape sin-cos --steps 3 --format none")).Code);
        string before = cli.Read("sin-cos-gd/summary.csv");

        (int code, _, string error) = await cli.Run("run --landscape sin-cos --steps 4 --format none");
        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
        Assert.Equal(before, cli.Read("sin-cos-gd/summary.csv"));

        Assert.Equal(0, (await cli.Run("run --landscape sin-cos --steps 4 --format none --force")).Code);
        Assert.NotEqual(before, cli.Read("sin-cos-gd/summary.csv"));
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_an_error_of_the_input()
    {
        using var cli = new Cli();
        await File.WriteAllTextAsync(cli.Out, "in the way");
        (int code, _, string error) = await cli.Run("run --landscape sin-cos --steps 3");

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Equal($"error: --out: {cli.Out} is a file, not a folder: choose another name or --out\n", error);
    }

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(10_000, false)]
    public async Task Landscapes_in_landscapes_are_taken_to_the_stated_depth(int around, bool isTaken)
    {
        using var cli = new Cli();
        string spec = string.Concat(Enumerable.Repeat("transformed:of=", around)) + "rosenbrock";
        (int code, _, string error) = await Cli.Words("run", "--landscape", spec, "--steps", "3", "--format", "none", "--name", "deep", "--out", cli.Out);
        Assert.Equal(isTaken ? ExitCode.Done : ExitCode.WrongInput, code);
        Assert.Matches(isTaken ? "^$" : @"^error: --landscape: of(\.of){31}: landscapes are nested more than 32 deep\n$", error);

        string json = string.Concat(Enumerable.Repeat("{\"kind\":\"transformed\",\"of\":", Math.Min(around, 50))) + "\"rosenbrock\"" + new string('}',
            Math.Min(around, 50));
        string file = Path.Combine(cli.Folder, "deep.json");
        await File.WriteAllTextAsync(file, $$"""{"name":"deep-too","landscape":{{json}},"steps":3,"runs":[{"name":"a"}]}""");
        (code, _, error) = await Cli.Words("batch", file, "--out", cli.Out);
        Assert.Equal(isTaken ? ExitCode.Done : ExitCode.WrongInput, code);
        Assert.Matches(isTaken ? "^$" : @"^\S+deep\.json:1:\d+: landscape(\.of){32}: landscapes are nested more than 32 deep\n$", error);
        Assert.Equal(isTaken, !cli.WroteNothing);
    }

    [Fact]
    public async Task The_depth_is_stated()
    {
        (int code, string output, _) = await Cli.Words("describe", "transformed");
        Assert.Equal(0, code);
        Assert.Contains("nested at most 32 deep", output, StringComparison.Ordinal);
    }
}
