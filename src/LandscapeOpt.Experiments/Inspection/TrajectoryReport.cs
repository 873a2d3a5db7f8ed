using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Inspection;

/// <summary>A run's path, measured and told.</summary>
/// <param name="Result">How the run ended.</param>
/// <param name="Path">Its points, up to the last finite one.</param>
/// <param name="Metrics">Numbers about the whole path.</param>
/// <param name="Events">What happened on it.</param>
/// <param name="Tables">trajectory.csv step by step, metrics.csv, events.csv.</param>
public sealed record TrajectoryReport(
    RunResult Result, PathRecord Path, TrajectoryMetrics Metrics, IReadOnlyList<TrajectoryEvent> Events, IReadOnlyList<InspectionTable> Tables)
{
    /// <summary>The optional trace columns that a report needs.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["stability"];

    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["trajectory.csv", "metrics.csv", "events.csv"];

    private static readonly string[] StepColumns = ["cosine_step", "turning_angle", "cosine_to_end", "path_length", "straightness_so_far", "cosine_components", "stability"];

    /// <summary>Computes a run and reports on it. G is the gradient that the optimizer saw, mixed and transformed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static TrajectoryReport Of(Run run, CancellationToken cancellation)
    {
        var trace = new Trace(TraceColumns.For(run, StepColumns));
        var seen = new SeenGradients();
        RunResult result = Engine.Execute(run, cancellation, trace, seen);
        trace.Complete(result);
        PathRecord path = PathRecord.From(trace);
        PathRecord withSeen = path with { Gradients = seen.Gradients };
        IReadOnlyList<TrajectoryEvent> events = TrajectoryEvents.Of(run.Landscape, path);
        TrajectoryMetrics metrics = TrajectoryMetrics.Of(withSeen);
        return new(result, path, metrics, events, [Steps(trace, withSeen), Of(metrics), Of(events)]);
    }

    private static InspectionTable Of(TrajectoryMetrics metrics) => InspectionCsv.Table("metrics.csv", ["measure", "value"], metrics.Values.Select(object?[] (m) => [m.Name, m.Value]));

    private static InspectionTable Of(IReadOnlyList<TrajectoryEvent> events) => InspectionCsv.Table(
        "events.csv",
        ["kind", "step", "last", "x", "y", "sentence"],
        events.Select(object?[] (e) => [Kebab.Of(e.Kind), e.Step, e.Last, e.At.X, e.At.Y, e.Sentence]));

    private static InspectionTable Steps(Trace trace, PathRecord path)
    {
        IReadOnlyList<SecantStep?> secants = TrajectoryMetrics.Secants(path);
        double[][] columns = [.. StepColumns.Select(c => trace.Column(c).ToArray())];
        return InspectionCsv.Table(
            "trajectory.csv",
            ["step", "x", "y", "loss", .. StepColumns, "rsi", "error_bound", "gamma", "optimal_learning_rate"],
            path.Points.Select(object?[] (p, t) =>
            {
                SecantStep? s = t < secants.Count ? secants[t] : null;
                return [t, p.X, p.Y, path.Losses[t], .. columns.Select(c => (object?)c[t]), s?.Rsi, s?.ErrorBound, s?.Gamma, s?.OptimalRate];
            }));
    }

    private sealed class SeenGradients : IRunObserver
    {
        internal List<Point> Gradients { get; } = [];

        public void Row(StepView view)
        {
            if (!view.IsLast)
            {
                Gradients.Add(view.MixedGradient);
            }
        }
    }
}
