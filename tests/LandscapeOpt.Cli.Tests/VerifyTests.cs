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

        Assert.Equal(CommandLine.WrongInput, code);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
    }
}
