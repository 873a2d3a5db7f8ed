using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Runs;

/// <summary>The optional columns against what they are computed from.</summary>
public sealed class ColumnTests
{
    private static readonly Run Rosenbrock = new()
    {
        Name = "adam",
        Landscape = new Rosenbrock(),
        Start = new(-1.2, 1),
        Steps = 100,
        Optimizer = new Adam(0.05),
    };

    [Fact]
    public void Every_optional_column_is_finite_on_a_plain_run()
    {
        (_, Trace trace) = Engine.Trace(Rosenbrock, TraceColumns.For(Rosenbrock, TraceColumns.Optional));
        foreach (string name in TraceColumns.Optional)
        {
            Assert.True(trace.Column(name)[..^1].ToArray().All(double.IsFinite), name);
        }
    }

    [Fact]
    public void Spectrum_columns_are_the_Hessians()
    {
        Trace trace = TraceOf(Rosenbrock, "lambda_min", "lambda_max", "trace_hessian", "condition", "negative_curvature");
        for (int t = 0; t < trace.Rows; t++)
        {
            Point w = new(trace.Column("x")[t], trace.Column("y")[t]);
            Jet<Real> f = Rosenbrock.Landscape.Hessian(w);
            double low = trace.Column("lambda_min")[t], high = trace.Column("lambda_max")[t];
            Assert.Equal((double)(f.XX + f.YY), low + high, 1e-9);
            Assert.Equal((double)((f.XX * f.YY) - (f.XY * f.XY)), low * high, 1e-6 * (1 + (high * high)));
            Assert.Equal(low + high, trace.Column("trace_hessian")[t], 1e-9);
            Assert.Equal(Math.Max(Math.Abs(low), Math.Abs(high)) / Math.Min(Math.Abs(low), Math.Abs(high)), trace.Column("condition")[t],
                1e-9 * trace.Column("condition")[t]);
            Assert.InRange(trace.Column("negative_curvature")[t], low - 1e-9, high + 1e-9);
        }
    }

    [Fact]
    public void Path_columns_are_the_paths()
    {
        (RunResult result, Trace trace) = Engine.Trace(
            Rosenbrock, TraceColumns.For(Rosenbrock, ["cosine_step", "turning_angle", "straightness_so_far", "cosine_to_end", "path_length"]));
        PathRecord path = PathRecord.From(trace);
        TrajectoryMetrics metrics = TrajectoryMetrics.Of(path);
        Assert.Equal(metrics.Length, trace.Column("path_length")[^1], 12);
        Assert.Equal(metrics.Straightness, trace.Column("straightness_so_far")[^1], 12);
        Assert.Equal(metrics.MeanCosineStep, trace.Column("cosine_step")[1..^1].ToArray().Average(), 12);
        Assert.Equal(metrics.MeanTurningAngle, trace.Column("turning_angle")[1..^1].ToArray().Average(Math.Abs), 12);
        Assert.Equal(metrics.MeanCosineToEnd, trace.Column("cosine_to_end")[..^1].ToArray().Average(), 12);
        Assert.Equal(1, trace.Column("cosine_to_end")[^2], 12);
        Assert.True(Trace.IsEmpty(trace.Column("cosine_to_end")[^1]));
        Assert.Equal(result.PathLength, trace.Column("path_length")[^1], 12);
    }

    public static TheoryData<string> Optimizers => [.. OptimizerCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_rules_update_is_what_it_says(string name)
    {
        var run = new Run
        {
            Name = "run",
            Landscape = default(ScalarFactorization),
            Start = new(1.5, 0.2),
            Steps = 25,
            Optimizer = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name).Default,
            Schedule = new Exponential(0.98),
        };
        Trace trace = TraceOf(run, "update_error");
        Assert.All(trace.Column("update_error")[..^1].ToArray(), e => Assert.True(e <= 1e-14, Invariant($"{name}: {e}")));
    }

    [Fact]
    public void With_mixing_the_update_is_the_rules_too()
    {
        var run = new Run
        {
            Name = "run",
            Landscape = new EasyHard(),
            Start = new(-1, 1),
            Steps = 20,
            Target = new(2.15, 2.0125),
            Optimizer = new GradientDescent(0.15),
            Mixing = new Guided(),
        };
        Assert.All(TraceOf(run, "update_error").Column("update_error")[..^1].ToArray(), e => Assert.True(e <= 1e-15, Invariant($"{e}")));
    }

    [Fact]
    public void What_a_transform_takes_away_shows_as_update_error()
    {
        Run clipped = Rosenbrock with { Optimizer = new GradientDescent(1e-4), Transforms = [new ClipNorm(1)], Steps = 1 };
        Trace trace = TraceOf(clipped, "update_error");
        Assert.Equal(1e-4 * (trace.Column("gradient_norm")[0] - 1), trace.Column("update_error")[0], 9);
    }

    [Fact]
    public void Cosine_of_two_components_is_theirs()
    {
        var run = new Run { Name = "run", Landscape = new EasyHard(), Start = new(-1, 1), Steps = 5, Optimizer = new GradientDescent(0.1) };
        Trace trace = TraceOf(run, "cosine_components");
        for (int t = 0; t < trace.Rows; t++)
        {
            Point w = new(trace.Column("x")[t], trace.Column("y")[t]);
            Point g = run.Landscape.Components[0].Landscape.Gradient(w).Gradient, h = run.Landscape.Components[1].Landscape.Gradient(w).Gradient;
            Assert.Equal(Point.Cosine(g, h), trace.Column("cosine_components")[t], 14);
        }
    }

    [Fact]
    public void Every_measure_says_what_it_means_and_what_it_does_not() => Assert.All(Measures.All, m =>
    {
        Assert.Matches("^[a-z_0-9]+$", m.Name);
        Assert.All(new[] { m.Formula, m.Unit, m.Large, m.Caution, m.Source }, text => Assert.False(string.IsNullOrWhiteSpace(text)));
    });

    [Fact]
    public void Whatever_is_measured_is_described()
    {
        IEnumerable<string> measured = TrajectoryMetrics.Columns.Select(c => c.Name)
            .Concat(Sharpness.Of(default(Himmelblau), default).Values.Select(v => v.Name))
            .Concat(["index", "flat_directions", "barrier", "mean_by_length", "gamma", "rsi", "error_bound", "optimal_learning_rate", "monotone"]);
        string[] described = [.. Measures.All.Select(m => m.Name), .. TraceColumns.Families.Select(f => f.Name)];
        Assert.All(measured, name => Assert.Contains(name, described));
    }

    [Fact]
    public void Measures_have_names_of_their_own() => Assert.Equal(Measures.All.Count, Measures.All.Select(m => m.Name).Distinct().Count());

    private static Trace TraceOf(Run run, params string[] columns) => Engine.Trace(run, TraceColumns.For(run, columns)).Trace;
}
