using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Maps over two numbers of a run: every pixel is exactly that run, whatever shares a vector with it.</summary>
public sealed class AxisRunsTests
{
    private static readonly Parameter LearningRate = Optimizer("learningRate");

    private static Run Model => new() { Name = "model", Landscape = default(Himmelblau), Start = new(0.5, -1.5), Steps = 120 };

    public static TheoryData<string> Optimizers => [.. OptimizerCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_number_of_every_optimizer_equals_the_trace_engine(string name)
    {
        Member<Optimizer> member = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name);
        Run model = Model with { Optimizer = member.Default, Landscape = member.Default.NeedsResiduals ? default(ScalarFactorization) : Model.Landscape };
        foreach (Parameter own in member.Parameters.Where(p => p.Type is ParameterType.Number or ParameterType.Integer && p.Name != "learningRate"))
        {
            (double from, double to) = Ends(own, member.Default);
            AxisRuns runs = new(
                model, new("optimizer.learningRate", 0.001, 0.3, IsLog: true), LearningRate, new("optimizer." + own.Name, from, to, IsLog: false),
                    Optimizer(own.Name), 13, 9);
            Assert.Equal(own.Type is ParameterType.Number ? LaneDirection.Both : LaneDirection.Row, runs.Direction);
            MapAssert.EqualsTrace(runs, new() { Threads = 1 }, seed: 1, count: 20);
        }
    }

    [Fact]
    public void What_lanes_share_goes_row_by_row_or_column_by_column()
    {
        Run model = Model with { Landscape = new Quadratic(1, 10, 0, 0, 0), Start = new(1, 1), Schedule = new Exponential(0.99) };
        Parameter curvature = Landscape("lambda2"), decay = Schedule("decay"), start =
            Number("x", r => r.Start.X, (r, v) => r with { Start = r.Start with { X = v } });
        MapAxis rates = new("optimizer.learningRate", 0.01, 1, IsLog: true), curvatures = new("landscape.lambda2", 1, 50, IsLog: false);
        MapAxis decays = new("schedule.decay", 0.9, 1, IsLog: false), starts = new("start.x", -3, 3, IsLog: false);
        Check(LaneDirection.Row, new(model, rates, LearningRate, curvatures, curvature, 17, 11));
        Check(LaneDirection.Column, new(model, curvatures, curvature, rates, LearningRate, 11, 17));
        Check(LaneDirection.Both, new(model, starts, start, decays, decay, 11, 17));
        Check(LaneDirection.None, new(model, curvatures, curvature, new("landscape.lambda1", 1, 2, IsLog: false), Landscape("lambda1"), 7, 5));
        Check(LaneDirection.Row, new(model, decays, decay, new("steps", 5, 90, IsLog: false), Steps, 7, 5));
    }

    [Fact]
    public void Mixings_and_stochastic_rules_equal_the_trace_engine()
    {
        Run model = Model with { Landscape = new EasyHard(), Start = new(-1, 1), Mixing = new Fixed(0.5, NumberList.Empty), Steps = 80 };
        Parameter alpha = Mixing("alpha");
        Check(LaneDirection.Row,
            new(model, new("optimizer.learningRate", 0.01, 1, IsLog: true), LearningRate, new("mixing.alpha", 0, 1, IsLog: false), alpha, 9, 9));
        Run random = model with { Mixing = new RandomWeights(), Seed = 3, Transforms = [new LandscapeOpt.Transforms.Noise(0.1)] };
        Check(LaneDirection.Both,
            new(random, new("optimizer.learningRate", 0.01, 1, IsLog: true), LearningRate, new("start.y", -1, 1, IsLog: false), StartY, 9, 9));
    }

    [Fact]
    public void Threads_widths_and_blocks_change_no_bit()
    {
        Run model = Model with { Optimizer = new HeavyBall(), Landscape = new Quadratic(1, 10, 0, 0, 0), Start = new(1, 1) };
        foreach ((MapAxis axis, Parameter parameter) in new[] { (new MapAxis("optimizer.momentum", 0, 0.99, IsLog: false), Optimizer("momentum")),
            (new MapAxis("landscape.lambda2", 1, 50, IsLog: true), Landscape("lambda2")) })
        {
            AxisRuns runs = new(model, new("optimizer.learningRate", 0.01, 1, IsLog: true), LearningRate, axis, parameter, 53, 19);
            Pixel[] expected = MapAssert.Compute(runs, new() { Threads = 1 });
            Assert.True(expected.Select(p => p.Outcome).Distinct().Count() > 1);
            foreach (LaneWidth lanes in Enum.GetValues<LaneWidth>())
            {
                Assert.Equal(expected, MapAssert.Compute(runs, new() { Lanes = lanes, BlockSize = 8 * (int)lanes, Threads = 3 }));
            }
        }
    }

    [Fact]
    public void Shorthands_scale_what_the_other_axis_sets()
    {
        Parameter kappa = Landscape("kappa"), lambda1 = Landscape("lambda1");
        AxisRuns runs = new(
            Model with { Landscape = new Quadratic() }, new("landscape.kappa", 2, 4, IsLog: false), kappa,
                new("landscape.lambda1", 1, 3, IsLog: false), lambda1, 3, 3);
        Assert.Equal(new Quadratic(3, 12, 0, 0, 0), runs.At(2, 2).Landscape);
        Assert.Equal(new Quadratic(2, 6, 0, 0, 0), runs.At(1, 1).Landscape);
    }

    [Theory]
    [InlineData(0.1, 0.1, false, "both ends are the same")]
    [InlineData(-0.1, 1, false, "out of range")]
    [InlineData(0, 1, true, "greater than 0")]
    public void Wrong_axes_are_refused(double from, double to, bool isLog, string complaint)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            new AxisRuns(Model, new("optimizer.learningRate", from, to, isLog), LearningRate, new("start.y", 0, 1, IsLog: false), StartY, 4, 4));
        Assert.Contains(complaint, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_spread_as_in_sweeps()
    {
        var axis = new MapAxis("optimizer.learningRate", 0.01, 1, IsLog: true);
        Assert.Equal([0.01, 0.1, 1], Enumerable.Range(0, 3).Select(i => axis.Value(i, 3)));
        Assert.Equal(0.1, axis.Value(0, 1));
        Assert.Equal([1, 1.5, 2], Enumerable.Range(0, 3).Select(i => new MapAxis("x", 1, 2, IsLog: false).Value(i, 3)));
    }

    private static Parameter Steps => Parameters.Integer<Run>("steps", r => r.Steps, (r, v) => r with { Steps = (int)v }, new(0, 1000), "");

    private static Parameter StartY => Number("y", r => r.Start.Y, (r, v) => r with { Start = r.Start with { Y = v } });

    private static void Check(LaneDirection direction, AxisRuns runs)
    {
        Assert.Equal(direction, runs.Direction);
        Assert.Equal(direction is LaneDirection.None, MapEngine.Obstacle(runs) is not null);
        MapAssert.EqualsTrace(runs, new() { Threads = 2, BlockSize = 16 }, seed: 2, count: 30);
    }

    // Ends around the default, as far as they are accepted.
    private static (double From, double To) Ends(Parameter parameter, object prototype)
    {
        double value = Convert.ToDouble(parameter.Get(prototype), System.Globalization.CultureInfo.InvariantCulture);
        double[] candidates = [.. new[] { value, 0.5 * value, 0.9 * value, 2 * value, value + 1, 0.25, 3 }.Where(c => parameter.Range.Contains(c)).Distinct()];
        return (candidates[0], candidates[1]);
    }

    private static Parameter Number(string name, Func<Run, double> get, Func<Run, double, Run> with) => Parameters.Number(name, get, with, NumberRange.Any, "");

    private static Parameter Optimizer(string name) =>
        Below<Optimizer>(name, r => r.Optimizer, (r, v) => r with { Optimizer = v }, OptimizerCatalogue.Catalogue);

    private static Parameter Landscape(string name) =>
        Below<ILandscape>(name, r => r.Landscape, (r, v) => r with { Landscape = v }, LandscapeCatalogue.Catalogue);

    private static Parameter Schedule(string name) => Below<Schedule>(name, r => r.Schedule, (r, v) => r with { Schedule = v }, ScheduleCatalogue.Catalogue);

    private static Parameter Mixing(string name) => Below<MixingRule>(name, r => r.Mixing, (r, v) => r with { Mixing = v }, MixingCatalogue.Catalogue);

    private static Parameter Below<T>(string name, Func<Run, T> get, Func<Run, T, Run> with, Catalogue catalogue)
        where T : class
    {
        Parameter inner = catalogue.All.SelectMany(m => m.Parameters).First(p => p.Name == name);
        return inner with
        {
            Get = run => catalogue.Of(get((Run)run)).Find(name)!.Get(get((Run)run)),
            With = (run, value) => with((Run)run, (T)catalogue.Of(get((Run)run)).Find(name)!.With(get((Run)run), value)),
        };
    }
}
