using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Tests.Kinds;

public sealed class HyperparametersTests
{
    private static readonly Dictionary<string, Func<FakeParameters>> Maps = new(StringComparer.Ordinal)
    {
        ["one pixel"] = () => new(1, 1, (_, _) => (new(3, 2), 1e-3, 5, OutcomeKind.Finished)),
        ["two by three"] = () => new(2, 3, (i, j) => (new(3, 2), i + j, 5 + i, OutcomeKind.Converged)),
        ["many decades"] = () => new(256, 256, (i, j) => (new(3 + (0.01 * i), 2), Math.Pow(10, -0.05 * (i + j)), i + j, (OutcomeKind)(i / 64))),
        ["everything diverged"] = () => new(64, 64, (i, j) => (new(1e9, j), double.PositiveInfinity, i, OutcomeKind.Diverged)),
        ["nothing but zero"] = () => new(64, 64, (_, _) => (new(3, 2), 0, 0, OutcomeKind.Converged)),
        ["every end"] = () => new(60, 60, (i, j) => (new(i, j), i, j, (OutcomeKind)((i + j) % 5))),
        ["NaN"] = () => new(16, 16, (_, _) => (new(double.NaN, 0), double.NaN, 1, OutcomeKind.Finished)),
        ["larger than the page"] = () => new(3000, 300, (i, j) => (new(3, 2), i + j, i, OutcomeKind.Finished)),
    };

    public static TheoryData<string, string, string> Combinations
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (string map in Maps.Keys)
            {
                foreach (MapQuantity quantity in Enum.GetValues<MapQuantity>())
                {
                    data.Add(map, Kebab.Of(quantity), quantity is MapQuantity.Steps ? "dark" : "light");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Texts_stay_on_the_page_and_off_each_other(string map, string quantity, string theme)
    {
        FigureInput input = Input(Maps[map]());
        var kind = new Hyperparameters { Quantity = Kebab.Parse<MapQuantity>(quantity) };
        Assert.EndsWith(".", kind.Describe(input), StringComparison.Ordinal);
        PageAssert.IsReadable(kind, input, Theme.Find(theme)!, new(900, 600), new(420, 300), new(240, 200));
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(0.5, 0.3)]
    [InlineData(0.9, 0.38)]
    public void The_edge_of_momentum_on_a_quadratic_lies_where_theory_says(double momentum, double rate)
    {
        Run run = Momentum();
        StabilityLimit limit = Limit(Computed(run), Rate, Momenta)!;
        Assert.Equal("edge of stability", limit.Name);
        double x = Math.Log(rate / 0.01) / Math.Log(100) * (limit.Excess.Columns - 1), y = momentum / 0.99 * (limit.Excess.Rows - 1);
        ContourLines lines = ContourTracer.Trace(limit.Excess, [0]);
        PointD[] points = [.. lines.Lines.SelectMany(l => lines.PointsOf(l).ToArray())];
        Assert.True(points.Min(p => p.DistanceTo(new(x, y))) < 0.6);
        Assert.True(limit.Excess.Values[^1] > 0);
        Assert.True(limit.Excess.Values[0] < 0);
    }

    [Fact]
    public void A_rule_without_an_edge_of_its_own_has_no_line()
    {
        Run run = Momentum() with { Optimizer = new Adam() };
        Parameter beta = Parameters.Number<Run>(
            "beta1", r => ((Adam)r.Optimizer).Beta1, (r, v) => r with { Optimizer = (Adam)r.Optimizer with { Beta1 = v } }, NumberRange.Decay, "");
        var map = new FakeParameters(8, 8, (_, _) => (new(0, 0), 0, 5, OutcomeKind.Converged), new("optimizer.beta1", 0, 0.9, false));
        Parameter start = Parameters.Number<Run>("y", r => r.Start.Y, (r, v) => r with { Start = new(r.Start.X, v) }, NumberRange.Any, "");
        Assert.Null(Limit(Of(run, map), beta, start));
        Assert.NotNull(Limit(Of(Momentum(), new FakeParameters(8, 8, (_, _) => (new(0, 0), 0, 5, OutcomeKind.Converged))), Rate, start));
    }

    [Fact]
    public void The_map_goes_through_the_figure()
    {
        Run run = Momentum();
        var input = new FigureInput { Title = "Which momenta", Landscape = run.Landscape, Model = run };
        var kind = new Hyperparameters
        {
            Horizontal = "optimizer.learningRate=0.01:1:log",
            Vertical = "optimizer.momentum=0:0.99",
            Pixels =
            new(32, 24),
            Quantity = MapQuantity.Steps
        };
        FigureInput ready = kind.Prepare(input, new(CancellationToken.None));
        Assert.Equal("Quadratic, heavy-ball momentum, 200 steps from (1, 1) for each of 32 × 24 pairs.", ready.Subtitle);
        PageSize page = kind.SizeFor(ready);
        var spy = new TextSpy(page.Width, page.Height);
        kind.Draw(spy, ready, Theme.Light);
        string[] texts = [.. spy.Texts.Select(t => t.Text)];
        Assert.Contains("edge of stability", texts);
        Assert.Contains("learning rate", texts);
        Assert.Contains("steps to convergence", texts);
        Assert.Contains(texts, t => t.StartsWith("diverged ", StringComparison.Ordinal));
        Assert.Null(((ParametersWithEdge)(kind with { Limit = false }).Prepare(input, new(CancellationToken.None)).Result!).Stability);
        Assert.Throws<ArgumentException>(() => (kind with { Vertical = "optimizer.beta7=0:1" }).Prepare(input, new(CancellationToken.None)));
    }

    private static StabilityLimit? Limit(ParameterMap map, Parameter across, Parameter up) =>
        StabilityLimit.Of(new StabilityOver(map, across, up).Compute(CancellationToken.None), map);

    [Fact]
    public void Outliers_do_not_decide_the_scale()
    {
        var map = new FakeParameters(100, 100, (i, j) => (new(3, 2), i == 50 && j == 50 ? 1e200 : 1 + (0.1 * i), 5, OutcomeKind.Finished));
        var colors = new ParameterColors(map, MapQuantity.FinalLoss, Theme.Light);
        Assert.InRange(colors.Scale.Max, 10, 12);
    }

    [Fact]
    public void Small_is_light_large_is_deep_and_diverged_is_near_black()
    {
        var map = new FakeParameters(100, 1, (i, _) => (new(3, 2), i, 5, i < 90 ? OutcomeKind.Finished : OutcomeKind.Diverged));
        var colors = new ParameterColors(map, MapQuantity.FinalLoss, Theme.Light);
        double[] lightness = [.. Enumerable.Range(0, 90).Select(i => OkLab.Of(colors.Of(new(3, 2), i, 5, OutcomeKind.Finished)).L)];
        Assert.Equal(lightness.OrderDescending(), lightness);
        Assert.True(OkLab.Of(colors.Of(default, 1e9, 5, OutcomeKind.Diverged)).L < lightness[^1] - 0.05);
    }

    [Fact]
    public void Axes_named_from_their_far_end_still_grow_to_the_right()
    {
        FakeParameters Of(double from, double to) =>
            new(4, 1, (i, _) => (new(3, 2), from < to ? i : 3 - i, 5, OutcomeKind.Finished), new("optimizer.learningRate", from, to, false));
        var (rising, falling) = (new Color[4], new Color[4]);
        FakeParameters up = Of(0, 1), down = Of(1, 0);
        new ParameterPixels(up, new(up, MapQuantity.FinalLoss, Theme.Light), 4, 1).Read(0, rising);
        new ParameterPixels(down, new(down, MapQuantity.FinalLoss, Theme.Light), 4, 1).Read(0, falling);
        Assert.Equal(rising, falling);
    }

    [Theory]
    [InlineData("optimizer.learningRate=0.01:1:log", 0.01, 1, true)]
    [InlineData("start.x=-5:5", -5, 5, false)]
    [InlineData("a=1e-3:2:linear", 1e-3, 2, false)]
    public void Axes_are_read(string text, double from, double to, bool isLog)
    {
        MapAxis axis = AxisText.Parse(text, out string complaint)!;
        Assert.Equal("", complaint);
        Assert.Equal((from, to, isLog), (axis.From, axis.To, axis.IsLog));
        Assert.Equal(axis, AxisText.Parse(AxisText.Of(axis), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("optimizer.learningRate")]
    [InlineData("=0:1")]
    [InlineData("a=0")]
    [InlineData("a=0:1:2")]
    [InlineData("a=0,5:1")]
    [InlineData("a=1:1")]
    [InlineData("a=0:1:log")]
    [InlineData("a=NaN:1")]
    public void Other_texts_are_refused_with_a_reason(string text)
    {
        Assert.Null(AxisText.Parse(text, out string complaint));
        Assert.Contains(text.Length > 0 ? text : "expected", complaint, StringComparison.Ordinal);
    }

    private static Parameter Rate => Parameters.Number<Run>(
        "learningRate", r => r.Optimizer.LearningRate, (r, v) => r with { Optimizer = r.Optimizer with { LearningRate = v } }, NumberRange.Positive, "");

    private static Parameter Momenta => Parameters.Number<Run>(
        "momentum",
        r => ((HeavyBall)r.Optimizer).Momentum,
        (r, v) => r with { Optimizer = (HeavyBall)r.Optimizer with { Momentum = v } },
        NumberRange.Decay,
        "");

    private static Run Momentum() => new()
    {
        Name = "momentum",
        Landscape = new Quadratic(),
        Start = new(1, 1),
        Steps = 200,
        Optimizer = new HeavyBall(),
        Stop = new() { LossBelow = 1e-10 },
    };

    private static ParameterMap Computed(Run run) => LandscapeOpt.Maps.ParameterMaps.Compute(
        run, new("optimizer.learningRate", 0.01, 1, true), Rate, new("optimizer.momentum", 0, 0.99, false), Momenta, 24, 24, new() { Threads = 1 });

    private static ParameterMap Of(Run run, FakeParameters map) => new Other(run, map);

    private static FigureInput Input(FakeParameters map) =>
        new() { Title = "What two numbers do", Subtitle = MapText.Subtitle(map), Landscape = map.Model.Landscape, Result = new ParametersWithEdge(map, null) };

    private sealed class Other(Run run, FakeParameters map) : ParameterMap(run, map.Horizontal, map.Vertical, map.Width, map.Height)
    {
        public override void Read(int row, Span<Point> ends, Span<double> losses, Span<int> steps, Span<OutcomeKind> outcomes) =>
            map.Read(row, ends, losses, steps, outcomes);
    }
}
