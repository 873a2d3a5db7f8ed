using System.Globalization;
using System.Text.Json;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Cli.Tests;

/// <summary>The map commands: their files, their JSON, and what they refuse.</summary>
public sealed class MapTests
{
    [Fact]
    public async Task Basins_of_himmelblau()
    {
        using var cli = new Cli();
        (int code, string output, string error) =
            await cli.Run("map basins --landscape himmelblau --lr 0.01 --steps 500 --pixels 60x40 --raw npy --threads 2 --name four --json");

        Assert.Equal((0, ""), (code, error));
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, root.GetProperty("threads").GetInt32());
        Assert.True(root.GetProperty("steps_per_second").GetDouble() > 0);
        Assert.Equal(1, root.GetProperty("global_share").GetDouble());
        Assert.Equal(
            ["experiment.json", "figures/four.png", "maps/four-minima.csv", "maps/four.npy", "provenance.json", "summary.csv"],
            root.GetProperty("files").EnumerateArray().Select(f => f.GetString()));
        Assert.Equal(128 + (60 * 40 * 5 * 8), new FileInfo(Path.Combine(cli.Out, "four/maps/four.npy")).Length);

        string[][] rows = Rows(cli.Read("four/summary.csv"));
        Assert.Equal(["label", "x", "y", "loss", "share"], rows[0]);
        Assert.Equal(["0", "1", "2", "3", "-1", "-2", "-3", "-4"], rows[1..].Select(r => r[0]));
        Assert.Equal(1, rows[1..].Sum(r => Number(r[4])), 12);
        Assert.Equal(["2", "3", "2", "0"], rows[3][..4]);
        Assert.Equal(["label", "x", "y", "loss", "stated", "valley"], Rows(cli.Read("four/maps/four-minima.csv"))[0]);
        Assert.Equal(["four"], Directory.EnumerateFileSystemEntries(cli.Out).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_answer_is_the_same_for_every_number_of_threads_and_in_every_culture()
    {
        using Cli one = new(), other = new();
        const string Line = "map basins --formula sin(3*x)+cos(2*y)+(x^2+y^2)/10 --optimizer momentum --lr 0.02 --steps 400 --window -3,3,-2,2 --pixels 90x60 --raw csv --supersample 2";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            Assert.Equal(0, (await one.Run(Line + " --threads 1")).Code);
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(0, (await other.Run(Line + " --threads 3")).Code);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        foreach (string file in Directory.EnumerateFiles(one.Out, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not "provenance.json"))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(other.Out, Path.GetRelativePath(one.Out, file))));
        }

        Assert.Equal(1 + (90 * 60), Rows(one.Read("basins-formula-momentum/maps/basins-formula-momentum.csv")).Length);
    }

    [Fact]
    public async Task A_pixel_is_the_run_from_its_start()
    {
        using var cli = new Cli();
        await cli.Run("map basins --landscape three-hump-camel --optimizer adam --lr 0.1 --steps 90 --window -2,2,-1,1 --pixels 5x3 --raw csv --format none --name m");
        await cli.Run("run --landscape three-hump-camel --optimizer adam --lr 0.1 --steps 90 --start -1,1 --format none --name r");
        string[] pixel = Rows(cli.Read("m/maps/m.csv"))[1 + (2 * 5) + 1];
        string[] run = Rows(cli.Read("r/summary.csv"))[1];
        Assert.Equal(["1", "2"], pixel[..2]);
        Assert.Equal(run[4..7], pixel[2..5]);
        Assert.Equal(run[3], pixel[5]);
    }

    [Fact]
    public async Task Hyperparameters_show_the_edge_of_stability()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run(
            "map hyperparameters --landscape quadratic:lambda1=1,lambda2=10 --optimizer gd --steps 300 --axis optimizer.learningRate=0.1:0.3 --axis start.y=0.5:2 --pixels 21x5 --raw csv --json");

        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0.5, root.GetProperty("global_share").GetDouble(), 1);
        foreach (string[] row in Rows(cli.Read("hyperparameters-quadratic-gd/maps/hyperparameters-quadratic-gd.csv"))[1..])
        {
            // Stable where the rate is below 2/10: in the columns before the middle one.
            Assert.Equal(Number(row[0]) < 10, row[6] == "0");
            Assert.Equal(Number(row[0]) > 10, row[6] == "-1");
        }

        Assert.True(File.Exists(Path.Combine(cli.Out, "hyperparameters-quadratic-gd/figures/hyperparameters-quadratic-gd.png")));
    }

    [Fact]
    public async Task A_landscape_that_varies_has_minima_of_its_own()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run(
            "map hyperparameters --landscape rosenbrock --optimizer newton --steps 50 --axis landscape.a=0.5:2 --axis landscape.b=1:100:log --pixels 9x7 --raw csv --json");
        Assert.Equal(0, code);
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(output).RootElement.GetProperty("global_share").ValueKind);
        string[][] pixels = Rows(cli.Read("hyperparameters-rosenbrock-newton/maps/hyperparameters-rosenbrock-newton.csv"))[1..];
        Assert.All(pixels, p => Assert.Equal("0", p[6]));
        Assert.Equal(2, Number(pixels[8][2]), 9);
        Assert.Equal("0,,,,1", cli.Read("hyperparameters-rosenbrock-newton/summary.csv").Split('\n')[1]);
    }

    [Fact]
    public async Task Without_retirement_every_run_does_all_its_steps()
    {
        using var cli = new Cli();
        (_, string output, _) = await cli.Run("map basins --landscape sin-cos --lr 0.1 --steps 300 --pixels 16x16 --no-retire --json --format none");
        Assert.Equal(16 * 16 * 300, JsonDocument.Parse(output).RootElement.GetProperty("steps").GetInt64());
    }

    [Fact]
    public async Task Rules_that_cannot_run_in_lanes_run_all_the_same()
    {
        using var cli = new Cli();
        (int code, string output, _) =
            await cli.Run("map basins --landscape himmelblau --optimizer lbfgs:lineSearch=strong-wolfe --steps 60 --pixels 12x12 --format none");
        Assert.Equal(0, code);
        Assert.Contains("one after the other", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_figure_makes_itself_again()
    {
        using var cli = new Cli();
        await cli.Run("map basins --landscape himmelblau --lr 0.01 --steps 200 --pixels 64x64 --window -5,0,-5,0 --supersample 2 --name again");
        string figure = Path.Combine(cli.Out, "again/figures/again.png");
        (int code, _, string error) = await Cli.Words("explain", figure, "--rerun", "--out", Path.Combine(cli.Folder, "other"));
        Assert.Equal(0, code);
        Assert.Contains("every pixel is as it was", error, StringComparison.Ordinal);
        (code, string output, error) = await Cli.Words("explain", figure, "--rerun", "--out", cli.Out);
        Assert.Equal(0, code);
        Assert.DoesNotContain("at step", output, StringComparison.Ordinal);
        Assert.Contains("every pixel is as it was", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("basins --landscape himmelblau", "5x2100")]
    [InlineData("hyperparameters --landscape quadratic --axis optimizer.learningRate=0.1:0.3 --axis start.y=0.5:2", "2100x3")]
    public async Task Every_pixel_of_a_large_map_is_one_of_the_picture(string map, string pixels)
    {
        using var cli = new Cli();
        Assert.Equal(0, (await cli.Run($"map {map} --steps 20 --pixels {pixels} --name large")).Code);
        byte[] png = File.ReadAllBytes(Path.Combine(cli.Out, "large/figures/large.png"));
        PixelImage image = PngFile.Decode(png);
        Assert.True(Math.Max(image.Width, image.Height) > 2100);
        using var recipe = JsonDocument.Parse(PngFile.ReadInfo(png).Recipe);
        Assert.Equal(3, recipe.RootElement.GetProperty("experiment").GetProperty("figures")[0].GetProperty("page").GetProperty("scale").GetInt32());
        Assert.Equal(image.PixelHash(), recipe.RootElement.GetProperty("pixels").GetString());
    }

    [Fact]
    public async Task Other_results_are_not_replaced_unasked()
    {
        using var cli = new Cli();
        await cli.Run("map basins --landscape himmelblau --lr 0.01 --pixels 8x8 --format none");
        string before = cli.Read("basins-himmelblau-gd/summary.csv");
        (int code, _, string error) = await cli.Run("map basins --landscape himmelblau --lr 0.02 --pixels 8x8 --format none");
        Assert.Equal(2, code);
        Assert.Contains("--force", error, StringComparison.Ordinal);
        Assert.Equal(before, cli.Read("basins-himmelblau-gd/summary.csv"));
        Assert.Equal(0, (await cli.Run("map basins --landscape himmelblau --lr 0.02 --pixels 8x8 --format none --force")).Code);
    }

    [Theory]
    [InlineData("basins --landscape himmelblau --pixels 5x", "--pixels: '5x' is no size")]
    [InlineData("basins --landscape himmelblau --pixels 16385x2", "from 1 to 16384")]
    [InlineData("basins --landscape himmelblau --window 1,2,3", "--window: '1,2,3' is not a rectangle: expected four numbers")]
    [InlineData("basins --landscape himmelblau --window 2,1,0,1", "x0 < x1")]
    [InlineData("basins --landscape himmelblau --raw npz", "did you mean 'npy'?")]
    [InlineData("basins --landscape himmelblau --threads 0", "--threads: '0'")]
    [InlineData("basins --landscape himmelblau --supersample 9", "--supersample: '9'")]
    [InlineData("basins --landscape himmelblau --pixels 4096x4096 --supersample 2", "--supersample: boundaries")]
    [InlineData("basins --landscape himmelblau --start 1,1", "unknown option '--start'")]
    [InlineData("basins --landscape himelblau", "did you mean 'himmelblau'?")]
    [InlineData("basins", "--landscape: give a landscape")]
    [InlineData("hyperparameters --landscape quadratic", "--axis: give two axes")]
    [InlineData("hyperparameters --landscape quadratic --axis optimizer.learningRat=1:2 --axis start.x=0:1", "did you mean 'learningRate'?")]
    [InlineData("hyperparameters --landscape quadratic --axis optimizer.learningRate=-1:2 --axis start.x=0:1", "expected a number greater than 0")]
    [InlineData("hyperparameters --landscape quadratic --axis optimizer.learningRate=0,1:2 --axis start.x=0:1", "is no axis")]
    [InlineData("hyperparameters --landscape quadratic --axis start.x=0:1:log --axis start.y=0:1", "greater than 0")]
    [InlineData("hyperparameters --landscape quadratic --axis start.x=0:1 --axis start.x=0:2", "both axes run over start.x")]
    [InlineData("hyperparameters --landscape quadratic --axis mixing=0:1 --axis start.y=0:1", "an axis runs over a number")]
    [InlineData("hyperparameters --landscape quadratic --axis start.x=0:1 --axis start.y=0:2 --quantity los", "expected one of final-loss")]
    public async Task Wrong_input_is_told_and_writes_nothing(string line, string complaint)
    {
        using var cli = new Cli();
        (int code, string output, string error) = await cli.Run("map " + line);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(complaint, error, StringComparison.Ordinal);
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task Help_has_examples_that_work()
    {
        foreach (string map in new[] { "basins", "hyperparameters" })
        {
            (int code, string output, _) = await Cli.Words("map", map, "--help");
            Assert.Equal(0, code);
            Assert.Contains("landscape-opt map " + map, output, StringComparison.Ordinal);
            Assert.Contains("--pixels", output, StringComparison.Ordinal);
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    private static string[][] Rows(string csv) => [.. csv.TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
}
