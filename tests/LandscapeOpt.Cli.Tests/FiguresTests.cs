using System.Text.Json;
using LandscapeOpt.Figures.Canvas;

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

    [Theory]
    [InlineData("\"learningRate\": 0.1", "\"learningRate\": 0.11", "its recipe says runs[0].optimizer.learningRate 0.11 instead of 0.1", true)]
    [InlineData("\"steps\": 30", "\"steps\": 31", "its recipe says runs[0].steps 31 instead of 30", true)]
    [InlineData("\"title\": \"Drift\"", "\"title\": \"Draft\"", "its recipe says title \"Draft\" instead of \"Drift\"", true)]
    [InlineData("\"seed\": 0", "\"seed\": 1", "its recipe says seed 1 instead of 0", false)]
    [InlineData("\"figure\": \"trajectory\"", "\"figure\": \"weights\"", "its recipe is of the figure 'weights'", true)]
    [InlineData("\"gd\": \"", "\"gd\": \"0", "the numbers differ in the trace of gd", true)]
    [InlineData("\"pixels\": \"", "\"pixels\": \"0", "its recipe has the hash of other pixels", true)]
    public async Task A_recipe_that_was_changed_by_hand_is_a_difference(string from, string to, string difference, bool isSeenAlone)
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, Formula), figure = Path.Combine(cli.Folder, "drift.trajectory.png");
        await Cli.Words("figures", file);
        await EditRecipeAsync(figure, from, to);

        (int code, string output, string error) = await Cli.Words("figures", file, "--check", "--out", cli.Out);
        Assert.Equal((ExitCode.Failed, ""), (code, output));
        Assert.StartsWith($"differs  {figure}: every pixel is the same; ", error, StringComparison.Ordinal);
        Assert.EndsWith(difference + "\n", error, StringComparison.Ordinal);

        // What changes neither a pixel nor a number cannot be seen without the experiment's file.
        (code, _, error) = await Cli.Words("explain", figure, "--rerun", "--quiet", "--out", cli.Out);
        Assert.Equal(isSeenAlone ? ExitCode.Failed : ExitCode.Done, code);
        Assert.Equal(isSeenAlone, !error.Contains("every pixel is as it was", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipe_of_another_tool_is_refused()
    {
        using var cli = new Cli();
        string file = await WriteAsync(cli, Formula), figure = Path.Combine(cli.Folder, "drift.trajectory.png");
        await Cli.Words("figures", file);
        await EditRecipeAsync(figure, "\"tool\": \"LandscapeOpt\"", "\"tool\": \"Otherwise\"");
        string expected = $"error: {figure}: the recipe inside is of another tool\n";

        Assert.Equal((ExitCode.WrongInput, "", expected), await Cli.Words("explain", figure));
        Assert.Equal((ExitCode.WrongInput, "", expected), await Cli.Words("explain", figure, "--rerun", "--out", cli.Out));
        Assert.Equal((ExitCode.WrongInput, "", expected), await Cli.Words("figures", file, "--check", "--out", cli.Out));
        Assert.True(cli.WroteNothing);
    }

    private static async Task EditRecipeAsync(string figure, string from, string to)
    {
        byte[] bytes = await File.ReadAllBytesAsync(figure);
        FigureInfo info = PngFile.ReadInfo(bytes);
        Assert.Contains(from, info.Recipe, StringComparison.Ordinal);
        string edited = info.Recipe.Replace(from, to, StringComparison.Ordinal);
        await File.WriteAllBytesAsync(figure, PngFile.Encode(PngFile.Decode(bytes), info with { Recipe = edited }));
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
