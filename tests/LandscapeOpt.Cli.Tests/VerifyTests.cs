namespace LandscapeOpt.Cli.Tests;

public sealed class VerifyTests
{
    [Fact]
    public async Task Named_landscapes_hold()
    {
        (int code, string output, string error) = await Cli.Words("verify", "himmelblau", "monkey-saddle");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("himmelblau: holds: gradient", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_is_checked_and_its_kink_named()
    {
        (int code, string output, _) = await Cli.Words("verify", "--formula", "x^2 + abs(y)");

        Assert.Equal(0, code);
        Assert.Contains("kinks", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("himelblau", "'himmelblau'")]
    [InlineData("--formula=x +", "column")]
    public async Task Wrong_input_is_refused(string word, string mentions)
    {
        (int code, _, string error) = await Cli.Words("verify", word);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formula_that_is_not_finite_where_runs_begin_fails_until_they_begin_elsewhere()
    {
        (int code, _, string error) = await Cli.Words("verify", "--formula", "sqrt(x) + y^2");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("not finite at the start (-1, 1)", error, StringComparison.Ordinal);

        (code, string output, error) = await Cli.Words("verify", "--formula", "sqrt(x) + y^2", "--start", "1,1");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("notice: domain: loss or gradient is not finite on 49.75 %", output, StringComparison.Ordinal);
        Assert.Contains("the gradient grows without bound", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_formulas_flat_region_is_named()
    {
        (int code, string output, _) = await Cli.Words("verify", "--formula", "max(x^2 + y^2 - 4, 0)", "--start", "3,3");

        Assert.Equal(0, code);
        Assert.Contains("the gradient is exactly 0 on 12.42 % of the domain", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a formula stands instead", "beale", "--formula", "x")]
    [InlineData("for a --formula", "beale", "--start", "1,1")]
    [InlineData("not a point", "--formula", "x", "--start", "1")]
    [InlineData("unknown landscape 'adam': expected ackley", "adam")]
    public async Task What_does_not_go_together_is_refused(string because, params string[] words)
    {
        (int code, string output, string error) = await Cli.Words(["verify", .. words]);

        Assert.Equal((ExitCode.WrongInput, ""), (code, output));
        Assert.Contains(because, error, StringComparison.Ordinal);
    }
}
