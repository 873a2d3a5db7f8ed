using System.Globalization;
using System.Text.Json;

namespace LandscapeOpt.Cli.Tests;

/// <summary>The inspect commands: their files, their JSON, and what they refuse.</summary>
public sealed class InspectTests
{
    [Fact]
    public async Task Critical_points_of_himmelblau()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run("inspect critical --landscape himmelblau --json");

        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.True(root.GetProperty("complete").GetBoolean());
        Assert.Equal(9, root.GetProperty("points").GetArrayLength());
        string[] lines = cli.Read("critical-himmelblau/critical.csv").TrimEnd('\n').Split('\n');
        Assert.StartsWith("kind,x,y,loss,lambda_min,lambda_max,gradient_norm", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("minimum,3,2,0,", lines[1], StringComparison.Ordinal);
        Assert.Equal(10, lines.Length);
        Assert.True(File.Exists(Path.Combine(cli.Out, "critical-himmelblau/figures/critical-points.png")));
        Assert.True(File.Exists(Path.Combine(cli.Out, "critical-himmelblau/experiment.json")));
    }

    [Fact]
    public async Task Nothing_is_said_to_be_proved_at_a_pole()
    {
        using var cli = new Cli();
        (_, string json, _) = await cli.Run("inspect critical --formula 1/x --json --format none");
        JsonElement root = JsonDocument.Parse(json).RootElement;
        Assert.False(root.GetProperty("complete").GetBoolean());
        Assert.Equal(0, root.GetProperty("poles")[0][0].GetDouble());
        (_, string text, _) = await cli.Run("inspect critical --formula 1/x --format none --force");
        Assert.Contains("The loss has no bound or no value at (0, ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("proves that the window holds no others", text, StringComparison.Ordinal);
        Assert.DoesNotContain("kink", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merged_points_are_counted()
    {
        using var cli = new Cli();
        (_, string text, _) = await cli.Run("inspect critical --landscape easom --window -1,8,-1,8 --format none");
        Assert.Contains("12 critical points lie in 5 flat regions, each of which counts as one", text, StringComparison.Ordinal);
        Assert.Contains("13 others are told apart.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("himmelblau --from 3,2 --to 3.584428340330492,-1.848126526964404", "The minimum-energy path takes the lowest passes")]
    [InlineData("ackley --from 0,0 --to 0.968477,0.968477", "A minimum-energy path: another may stay lower.")]
    public async Task A_path_is_the_lowest_only_where_that_is_certain(string ends, string sentence)
    {
        using var cli = new Cli();
        (_, string text, _) = await cli.Run($"inspect curve --landscape {ends} --format none");
        Assert.Contains(sentence, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_frames_the_search()
    {
        using var cli = new Cli();
        (_, string output, _) = await cli.Run("inspect critical --landscape himmelblau --window 2.5,3.5,1.5,2.5 --json --format none");
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("minima").GetInt32());
    }

    [Fact]
    public async Task A_line_reports_barriers_and_monotony()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run("inspect line --landscape easy-hard --from -1,1 --to 2.1479,2.015 --points 101 --json");

        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.False(root.GetProperty("monotone").GetBoolean());
        Assert.True(root.GetProperty("barrier_above_chord").GetDouble() > root.GetProperty("barrier_above_ends").GetDouble());
        string[] lines = cli.Read("line-easy-hard/line.csv").TrimEnd('\n').Split('\n');
        Assert.Equal("t,x,y,loss,slope,curvature,loss_easy,loss_hard", lines[0]);
        Assert.Equal(102, lines.Length);
        Assert.StartsWith("0,-1,1,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_gives_line_sharpness_and_trajectory()
    {
        using var cli = new Cli();
        await cli.Run("run --landscape easy-hard --lr 0.1 --steps 12 --format none");
        string trace = Path.Combine(cli.Out, "easy-hard-gd");
        Assert.Equal(0, (await cli.Run($"inspect line --trace {trace} --format none")).Code);
        Assert.StartsWith("0,-1,1,", cli.Read("line-easy-hard-gd/line.csv").Split('\n')[1], StringComparison.Ordinal);

        Assert.Equal(0, (await cli.Run($"inspect sharpness --trace {trace}/traces/gd.csv --format svg")).Code);
        Assert.Contains("Measures of sharpness along gd", cli.Read("sharpness-easy-hard-gd/figures/sharpness.svg"), StringComparison.Ordinal);
        Assert.Equal(14, cli.Read("sharpness-easy-hard-gd/sharpness.csv").TrimEnd('\n').Split('\n').Length);

        (int code, string output, _) = await cli.Run($"inspect trajectory --trace {trace} --json --format none");
        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.True(root.GetProperty("summary").GetArrayLength() > 0);
        Assert.True(root.GetProperty("metrics").GetProperty("length").GetDouble() > 0);
    }

    [Fact]
    public async Task Curves_name_the_saddle()
    {
        using var cli = new Cli();
        (int code, string output, _) = await cli.Run("inspect curve --landscape himmelblau --from 3,2 --to 3.584428340330492,-1.848126526964404 --json");
        Assert.Equal(0, code);
        JsonElement energy = JsonDocument.Parse(output).RootElement.GetProperty("curves")[2];
        Assert.Equal("minimum-energy", energy.GetProperty("kind").GetString());
        Assert.Equal(3.385154183607021, energy.GetProperty("saddles")[0][0].GetDouble(), 12);
    }

    [Fact]
    public async Task Sharpness_of_the_factorisation()
    {
        using var cli = new Cli();
        (_, string output, _) = await cli.Run("inspect sharpness --landscape scalar-factorization --at 10,0.1 --json");
        JsonElement sharpness = JsonDocument.Parse(output).RootElement.GetProperty("sharpness");
        Assert.Equal(100.01, sharpness.GetProperty("lambda_max").GetDouble(), 10);
        Assert.Equal(2, sharpness.GetProperty("adaptive_lambda_max").GetDouble(), 10);
    }

    [Fact]
    public async Task A_homotopy_tells_its_births_in_any_culture()
    {
        using var cli = new Cli();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            (int code, string output, _) = await cli.Run("inspect homotopy --landscape easy-hard --json --format none");
            Assert.Equal(0, code);
            JsonElement first = JsonDocument.Parse(output).RootElement.GetProperty("events")[0];
            Assert.Equal("birth", first.GetProperty("kind").GetString());
            Assert.StartsWith("At α = 0.0248 ", first.GetProperty("description").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("inspect critical", "--landscape")]
    [InlineData("inspect critical --landscape himmelblo", "'himmelblau'")]
    [InlineData("inspect critical --landscape himmelblau --window 1,0,0,1", "rectangle")]
    [InlineData("inspect critical --landscape himmelblau --window 1,2", "rectangle")]
    [InlineData("inspect line --landscape himmelblau --from 1,2", "--to")]
    [InlineData("inspect line --landscape himmelblau --from 1;2 --to 1,2", "--from")]
    [InlineData("inspect line --landscape himmelblau --from 0,0 --to 1,2 --points 1", "--points")]
    [InlineData("inspect line --trace nowhere.csv", "nowhere.csv")]
    [InlineData("inspect homotopy --landscape himmelblau", "two components")]
    [InlineData("inspect sharpness --landscape himmelblau --at 1,2 --rho 0", "--rho")]
    [InlineData("inspect trajectory --landscape himmelblau --lr x", "--learning-rate")]
    public async Task Wrong_input_is_refused_in_one_line(string line, string mentions)
    {
        using var cli = new Cli();
        (int code, string output, string error) = await cli.Run(line);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Empty(output);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
        Assert.True(cli.WroteNothing);
    }

    [Fact]
    public async Task Measures_are_described()
    {
        (int code, string output, _) = await Cli.Words("describe", "stability");
        Assert.Equal(0, code);
        Assert.Contains("Large values: ", output, StringComparison.Ordinal);
        Assert.Contains("Caution: ", output, StringComparison.Ordinal);
        Assert.Contains("arXiv:2207.14484", output, StringComparison.Ordinal);
        Assert.Equal(0, (await Cli.Words("describe", "wrong_turns")).Code);
    }
}
