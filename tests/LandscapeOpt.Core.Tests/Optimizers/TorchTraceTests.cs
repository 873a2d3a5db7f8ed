using System.Globalization;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Tests.Reference;
using LandscapeOpt.Transforms;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>Every trace that PyTorch's optimizers and schedulers gave, step by step, to 1e-12 of |w|.</summary>
public sealed class TorchTraceTests
{
    private const double Tolerance = 1e-12;

    // Here the run itself amplifies rounding: the learning rate rises beyond 2/λ_max at the minimum it had settled in (one-cycle), or the
    // variance of the gradient vanishes and leaves ε alone to divide by (centered RMSProp near the minimum, where |w| is 1e-6).
    private static readonly string[] Amplifying = ["gd-one-cycle-cos-averaged", "gd-one-cycle-linear-averaged", "rmsprop-centered-momentum-matyas"];

    public static TheoryData<string> Settled => new(Names.Except(Amplifying, StringComparer.Ordinal));

    public static TheoryData<string> Unsettled => new(Amplifying);

    private static ReferenceTable Cases => ReferenceTable.Read("optimizers/cases.csv");

    private static IEnumerable<string> Names => Enumerable.Range(0, Cases.Rows.Count).Select(r => Cases.Text(r, "case"));

    [Theory]
    [MemberData(nameof(Settled))]
    public void Trace_agrees(string name)
    {
        Point[] path = Path(RunOf(name));
        AssertFollows(name, path, path.Length, t => Tolerance * path[t].Norm);
    }

    /// <summary>β₂ᵏ as PyTorch has it, not as a product that has been rounded k times.</summary>
    [Fact]
    public void The_rectified_rule_agrees_to_the_last_digits()
    {
        Point[] path = Path(RunOf("radam-griewank"));
        AssertFollows("radam-griewank", path, path.Length, t => 1e-14 * path[t].Norm);
    }

    /// <summary>The deviation stays in proportion to that of runs whose landscape is stretched by a last bit.</summary>
    [Theory]
    [MemberData(nameof(Unsettled))]
    public void Trace_agrees_as_far_as_the_run_is_determined(string name)
    {
        Run run = RunOf(name);
        Point[] path = Path(run);
        Point[][] neighbours =
        [
            Path(run with { Landscape = new Stretched(run.Landscape, Math.BitIncrement(1), 1) }),
            Path(run with { Landscape = new Stretched(run.Landscape, Math.BitDecrement(1), 1) }),
            Path(run with { Landscape = new Stretched(run.Landscape, 1, Math.BitIncrement(1)) }),
            Path(run with { Landscape = new Stretched(run.Landscape, 1, Math.BitDecrement(1)) }),
        ];
        double Spread(int t) => neighbours.Max(n => (n[t] - path[t]).Norm);

        Assert.True(Enumerable.Range(0, path.Length).Max(t => Spread(t) / path[t].Norm) > 1e-6, "the run does not amplify rounding");
        AssertFollows(name, path, 45, t => Tolerance * path[t].Norm);
        AssertFollows(name, path, path.Length, t => (Tolerance * path[t].Norm) + (10 * Spread(t)));
    }

    private static void AssertFollows(string name, Point[] path, int rows, Func<int, double> tolerance)
    {
        ReferenceTable reference = ReferenceTable.Read($"optimizers/{name}.csv");
        Assert.Equal(reference.Rows.Count, path.Length);
        for (int t = 0; t < rows; t++)
        {
            Point expected = new(reference.Number(t, "x"), reference.Number(t, "y"));
            Assert.True((path[t] - expected).Norm <= tolerance(t), Invariant($"step {t}: expected {expected}, got {path[t]}"));
        }
    }

    // A run that can move no more ends early; PyTorch repeats the point.
    private static Point[] Path(Run run)
    {
        (_, Trace trace) = Engine.Trace(run);
        return [.. Enumerable.Range(0, run.Steps + 1).Select(t => Math.Min(t, trace.Rows - 1))
            .Select(t => new Point(trace.Column("x")[t], trace.Column("y")[t]))];
    }

    private static Run RunOf(string name)
    {
        ReferenceTable cases = Cases;
        int row = Enumerable.Range(0, cases.Rows.Count).Single(r => cases.Text(r, "case") == name);
        Optimizer optimizer = OptimizerOf(cases.Text(row, "optimizer"), cases.Text(row, "optimizer_options"));
        return new Run
        {
            Name = name,
            Landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(cases.Text(row, "landscape"))!.Prototype,
            Start = new(cases.Number(row, "start_x"), cases.Number(row, "start_y")),
            Steps = (int)cases.Number(row, "steps"),
            Optimizer = optimizer with { LearningRate = cases.Number(row, "learning_rate") },
            Schedule = ScheduleOf(name),
            Transforms = cases.Text(row, "gradient_transform") switch
            {
                "clip_norm=1.0" => [new ClipNorm(1)],
                "clip_value=5.0" => [new ClipValue(5)],
                _ => [],
            },
        };
    }

    // PyTorch's names and keys.
    private static Optimizer OptimizerOf(string name, string options)
    {
        Optimizer optimizer = name switch
        {
            "nesterov-torch" => new Nesterov(Form: NesterovForm.Pytorch),
            "momentum" => new HeavyBall(Form: MomentumForm.Pytorch),
            _ => (Optimizer)OptimizerCatalogue.Catalogue.Find(name)!.Prototype,
        };
        Member member = OptimizerCatalogue.Catalogue.Of(optimizer);
        foreach (string[] option in options.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=')))
        {
            Parameter parameter = member.Find(option[0] == "weight_decay" ? "weightDecay" : option[0])!;
            object value = parameter.Type == ParameterType.Flag ? bool.Parse(option[1]) : double.Parse(option[1], CultureInfo.InvariantCulture);
            optimizer = (Optimizer)parameter.With(optimizer, value);
        }

        return optimizer;
    }

    private static Schedule ScheduleOf(string name) => name switch
    {
        "gd-averaged" => new Exponential(0.999),
        "momentum-step-ackley" => new StepDecay(Size: 40, Gamma: 0.5),
        "gd-cosine-levy-13" => new CosineDecay(Steps: 200, Minimum: 0.0001),
        "gd-warm-restarts-bohachevsky-1" => new WarmRestarts(Period: 25, Factor: 2),
        "gd-linear-warmup-booth" => new LinearWarmup(Steps: 20, StartFactor: 0.1),
        "gd-cyclic-triangular-sin-cos" => new Cyclic(0.01, 0.5, 25),
        "gd-cyclic-triangular2-sin-cos" => new Cyclic(0.01, 0.5, 25, Mode: CyclicMode.Triangular2),
        "gd-cyclic-exp-range-sin-cos" => new Cyclic(0.01, 0.5, 25, Mode: CyclicMode.ExpRange, Gamma: 0.99),
        "gd-one-cycle-cos-averaged" => new OneCycle(Maximum: 0.3, Steps: 200),
        "gd-one-cycle-linear-averaged" => new OneCycle(Maximum: 0.3, Steps: 200, Anneal: AnnealShape.Linear, Phases: 3),
        _ => new Constant(),
    };

    private readonly record struct Stretched(ILandscape Inner, double X, double Y) : ILandscape<Stretched>
    {
        public LandscapeInfo Info => Inner.Info;

        public T At<T>(T x, T y)
            where T : struct, IReal<T> => Inner.At(X * x, Y * y);
    }
}
