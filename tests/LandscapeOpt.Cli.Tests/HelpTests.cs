namespace LandscapeOpt.Cli.Tests;

/// <summary>Help comes after every command, whatever else is missing or wrong.</summary>
public sealed class HelpTests
{
    private static readonly string[] Commands =
    [
        "guided", "run", "figures", "batch", "validate", "schema", "map", "map basins", "map hyperparameters", "inspect", "inspect critical", "inspect line",
        "inspect curve", "inspect trajectory", "inspect sharpness", "inspect homotopy", "verify", "list", "describe", "explain", "completion",
    ];

    public static TheoryData<string> All => [.. Commands];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_command_has_help(string command)
    {
        foreach (string line in new[] { "--help", "-h", "-?", "--help --nonsense 3", "--nonsense --help", "--out --help", "x y z -h" }
            .Select(rest => $"{command} {rest}"))
        {
            (int code, string output, string error) = await Cli.Words(line.Split(' '));

            Assert.Equal((ExitCode.Done, ""), (code, error));
            Assert.Contains($" {command} ", output, StringComparison.Ordinal);
            Assert.Contains("--help", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_command_is_among_them()
    {
        (_, string output, _) = await Cli.Words("--help");
        IEnumerable<string> listed = output[output.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1)
            .Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l[2] != ' ').Select(l => l.Trim().Split(' ')[0]);

        Assert.Equal(Commands.Where(c => !c.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task After_two_hyphens_words_are_no_options()
    {
        (int code, _, string error) = await Cli.Words("describe", "--", "--help");

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("nothing is called '--help'", error, StringComparison.Ordinal);
    }
}
