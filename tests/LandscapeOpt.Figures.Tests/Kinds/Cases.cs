using System.Collections.Concurrent;
using LandscapeOpt.Analyses;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Figures.Tests.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Figures.Tests.Kinds;

/// <summary>Inputs that figures must survive, from everyday ones to impossible ones.</summary>
internal static class Cases
{
    private static readonly Dictionary<string, Lazy<FigureInput>> Inputs = new(StringComparer.Ordinal)
    {
        ["blog"] = new(Blog),
        ["no runs"] = new(() => Of("No runs", new Himmelblau())),
        ["no steps"] = new(() => Of("No steps", new Himmelblau(), Run("gd", new Himmelblau(), 0))),
        ["one step"] = new(() => Of("One step", new Himmelblau(), Run("gd", new Himmelblau(), 1))),
        ["long walk"] = new(() => Of("A long walk", new Himmelblau(), Walk(10_000))),
        ["leaves the picture"] = new(() => Of("Far", new Himmelblau(), Raw("far", [0, 2, 400], [0, 3, 90]), Raw("near", [0, 2, 14], [0, 3, 20]))),
        ["diverged"] = new(() => Of("Diverged", new Rosenbrock(), Run("gd", new Rosenbrock(), 50, 1), Run("small", new Rosenbrock(), 50))),
        ["infinities"] = new(() => Of(
            "Infinities", new Himmelblau(),
                Raw("up", [0, 1, 1e200, double.PositiveInfinity, double.NaN], [0, -1, -1e300, double.NegativeInfinity, double.NaN], OutcomeKind.Diverged))),
        ["nothing but NaN"] = new(() => Of("NaN", new Himmelblau(), Raw("nan", [double.NaN, double.NaN], [double.NaN, double.NaN], OutcomeKind.Diverged))),
        ["flat"] = new(() => Of("Flat", default(Flat), Raw("walk", [0, 1, 1], [0, 0, 1]))),
        ["huge values"] = new(() => Of("Huge", new Rosenbrock(1, 1e14), Run("gd", new Rosenbrock(1, 1e14), 20, 1e-17))),
        ["undefined part"] = new(() => Of("Undefined", default(Edge), Raw("walk", [1.5, 1.8, 2], [1, 1.9, 2]))),
        ["twins"] = new(() => Of("Two runs on top of each other", new Himmelblau(), Run("one", new Himmelblau(), 30), Run("the other", new Himmelblau(), 30))),
        ["ten long names"] = new(() => Of("Ten runs", new Himmelblau(), [.. Enumerable.Range(0, 10).Select(i => Run(
            $"an optimizer with quite a long name, number {NumberName(i)}", new Himmelblau(), 20 + (5 * i), 0.01, new(-4 + (0.8 * i), 3 - (0.6 * i))))])),
        ["long texts"] = new(() => Of(string.Join(' ', Enumerable.Repeat("a very long title", 9)), new Rosenbrock(), Run("gd", new Rosenbrock(), 10)) with
        {
            Subtitle = string.Join(' ', Enumerable.Repeat("everything that was run, in detail,", 20)),
        }),
        ["two landscapes"] = new(() => Of("Two landscapes", new Himmelblau(), Run("gd", new Himmelblau(), 20), Run("gd on rosenbrock", new Rosenbrock(), 20))),
    };

    // What several figures of a case ask for is computed once.
    private static readonly ConcurrentDictionary<string, Answers> Known = new(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Inputs.Keys;

    public static FigureInput Get(string name) => Inputs[name].Value;

    /// <summary>A case with everything that a figure asks for; maps over starts or parameters need runs, which the cases have not.</summary>
    public static FigureInput For(FigureKind kind, string name)
    {
        FigureInput input = Get(name);
        lock (Known)
        {
            return kind is Basins or Hyperparameters ? input : kind.Prepare(input, Known.GetOrAdd(name, _ => new(CancellationToken.None)));
        }
    }

    public static FigureRun Raw(string name, double[] x, double[] y, OutcomeKind outcome = OutcomeKind.Finished)
    {
        double[] loss = [.. x.Zip(y, (a, b) => (a * a) + (b * b))];
        return new(name, new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal) { ["x"] = x, ["y"] = y, ["loss"] = loss })
        {
            Outcome = outcome,
            Ending = outcome == OutcomeKind.Diverged ? "diverged at step 3" : "finished",
        };
    }

    private static string NumberName(int i) => new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" }[i];

    private static FigureInput Of(string title, ILandscape landscape, params FigureRun[] runs) =>
        new() { Title = title, Subtitle = "a case of the tests", Landscape = landscape, Runs = runs };

    private static FigureRun Run(string name, ILandscape landscape, int steps, double rate = 0.001, Point? start = null)
    {
        (RunResult result, Trace trace) = Engine.Trace(
            new() { Name = name, Landscape = landscape, Start = start ?? landscape.Info.Start, Steps = steps, Optimizer = new GradientDescent(rate) });
        return FigureRun.From(result, trace);
    }

    public static FigureRun Walk(int steps)
    {
        var random = new Random(1);
        (double[] x, double[] y) = (new double[steps + 1], new double[steps + 1]);
        for (int i = 1; i <= steps; i++)
        {
            x[i] = (0.999 * x[i - 1]) + ((random.NextDouble() - 0.5) * 0.2);
            y[i] = (0.999 * y[i - 1]) + ((random.NextDouble() - 0.5) * 0.2);
        }

        return Raw("walk", x, y);
    }

    private static FigureInput Blog()
    {
        var guided = new Run
        {
            Name = "guided",
            Landscape = new EasyHard(),
            Start = new(-1, 1),
            Steps = 20,
            Optimizer = new GradientDescent(0.15),
            Schedule = new Exponential(0.999),
            Mixing = new Guided(),
            Target = new(2.15, 2.0125),
        };
        Run random = guided with { Name = "random", Optimizer = new GradientDescent(0.2), Schedule = new Constant(), Mixing = new RandomWeights(0) };
        (RunResult first, Trace one) = Engine.Trace(guided);
        (RunResult second, Trace two) = Engine.Trace(random);
        return Of("Following the straight line", new EasyHard(), FigureRun.From(first, one), FigureRun.From(second, two));
    }
}
