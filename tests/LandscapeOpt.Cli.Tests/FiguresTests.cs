using System.Text.Json;

namespace LandscapeOpt.Cli.Tests;

/// <summary>Pictures beside experiment files: made, checked, explained.</summary>
public sealed class FiguresTests
{
    private static readonly int[] Start = [-1, 1];

    private const string Formula = "1.2 exp(-(x^2 + y^2)/4.5) (1 - cos(6 x) cos(6 y)) + 0.15 ((x - 2.5)^2 + (y - 2)^2)";

    [Fact]
    public async Task Check_passes_where_nothing_changed_and_writes_nothing()
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, Formula);
        Assert.Equal(0, (await Cli.Words("figures", file)).Code);
        string[] before = Directory.GetFiles(cli.Folder);

        (int code, string output, string error) = await Cli.Words("figures", file, "--check", "--out", cli.Out);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("same", output, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(cli.Folder));
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task Check_fails_where_a_constant_changed_in_the_sixth_digit()
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, Formula);
        await Cli.Words("figures", file);
        await WriteAsync(cli, Formula.Replace("1.2 exp", "1.20001 exp", StringComparison.Ordinal));

        (int code, _, string error) = await Cli.Words("figures", file, "--check", "--out", cli.Out);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("drift.trajectory.png", error, StringComparison.Ordinal);
        Assert.Contains("the numbers differ in the trace of gd", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_where_a_picture_differs()
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, Formula);
        await Cli.Words("figures", file);
        await WriteAsync(cli, Formula, title: "Another title");

        (int code, _, string error) = await Cli.Words("figures", file, "--check", "--out", cli.Out);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Matches(@"\d+ of \d+ pixels differ \(.*%\), by at most \d+ of 255, at x \d+ to \d+, y \d+ to \d+; the numbers in the traces are the same", error);
        Assert.True(File.Exists(Path.Combine(cli.Out, "differences", "drift.trajectory.png")));
    }

    [Fact]
    public async Task Check_fails_where_a_picture_is_missing()
    {
        using var cli = new Cli();
        (int code, _, string error) = await Cli.Words("figures", await WriteAsync(cli, Formula), "--check", "--out", cli.Out);

        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("is missing", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("svg")]
    public async Task A_figure_explains_itself_and_is_made_again(string format)
    {
        using var cli = new Cli();
        await cli.Run($"guided --format {format}");
        string figure = Path.Combine(cli.Out, $"guided-easy-hard/figures/trajectory.{format}");

        (int code, string output, _) = await Cli.Words("explain", figure, "--json");
        JsonElement recipe = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, code);
        Assert.Equal("guided-easy-hard", recipe.GetProperty("experiment").GetProperty("name").GetString());
        Assert.Equal(64, recipe.GetProperty("pixels").GetString()!.Length);

        (int again, _, string error) = await Cli.Words("explain", figure, "--rerun", "--quiet", "--out", Path.Combine(cli.Folder, "again"));
        Assert.Equal(0, again);
        Assert.Contains("every pixel is as it was", error, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(cli.Out, "guided-easy-hard/traces/random.csv")),
            await File.ReadAllBytesAsync(Path.Combine(cli.Folder, "again/guided-easy-hard/traces/random.csv")));
    }

    [Fact]
    public async Task A_file_that_is_no_figure_is_wrong_input()
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "note.txt");
        await File.WriteAllTextAsync(file, "no figure");
        (int code, _, string error) = await Cli.Words("explain", file);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains("cannot be read as a figure", error, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(Cli cli, string formula, string title = "Drift")
    {
        string file = Path.Combine(cli.Folder, "drift.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            name = "drift",
            title,
            landscape = new { kind = "expression", formula, domain = new double[][] { [-1.5, 3.5], [-1.5, 3.5] }, start = Start },
            steps = 30,
            runs = new[] { new { name = "gd", optimizer = "gd:learningRate=0.1" } },
            figures = new[] { "trajectory" },
        }));
        return file;
    }
}
