using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>A run's path, measured and told.</summary>
/// <param name="Result">How the run ended.</param>
/// <param name="Path">Its points, up to the last finite one.</param>
/// <param name="Metrics">Numbers about the whole path.</param>
/// <param name="Events">What happened on it.</param>
/// <param name="Tables">trajectory.csv step by step, metrics.csv, events.csv.</param>
public sealed record TrajectoryReport(
    RunResult Result, PathRecord Path, TrajectoryMetrics Metrics, IReadOnlyList<TrajectoryEvent> Events, IReadOnlyList<ResultFile> Tables)
{
    /// <summary>The optional trace columns that a report needs.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["stability"];

    /// <summary>The names of the tables.</summary>
    public static IReadOnlyList<string> Names { get; } = ["trajectory.csv", "metrics.csv", "events.csv"];

    private static readonly string[] PointColumns = ["step", "x", "y", "loss"];

    private static readonly string[] StepColumns =
        ["cosine_step", "turning_angle", "cosine_to_end", "path_length", "straightness_so_far", "cosine_components", "stability"];

    /// <summary>Computes a run and reports on it. G is the gradient that the optimizer saw, mixed and transformed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="context">Computes it.</param>
    public static TrajectoryReport Of(Run run, AnalysisContext context)
    {
        var trace = new Trace(TraceColumns.For(run, StepColumns));
        var seen = new SeenGradients();
        RunResult result = context.Execute(run, trace, seen);
        trace.Complete(result);
        PathRecord path = PathRecord.From(trace);
        PathRecord withSeen = path with { Gradients = seen.Gradients };
        IReadOnlyList<TrajectoryEvent> events = context.Of(new EventsOn(run.Landscape, path));
        TrajectoryMetrics metrics = TrajectoryMetrics.Of(withSeen);
        return new(
            result,
            path,
            metrics,
            events,
            [
                TableCsv.Of(Steps(trace, withSeen)),
                TableCsv.Transposed("metrics", TrajectoryMetrics.Columns, metrics),
                TableCsv.Of(TrajectoryEvent.Table(events)),
            ]);
    }

    // One row per point, up to the last finite one.
    private static Table<int> Steps(Trace trace, PathRecord path)
    {
        IReadOnlyList<SecantStep?> secants = TrajectoryMetrics.Secants(path);
        return new(
            "trajectory",
            [.. PointColumns.Concat(StepColumns).Select(name => FromTrace(trace, name)),
                .. SecantStep.Columns.Select(c => c.Of<int>(t => t < secants.Count ? secants[t] : null))],
            [.. Enumerable.Range(0, path.Points.Count)]);
    }

    private static Column<int> FromTrace(Trace trace, string name)
    {
        TraceColumn column = trace.Columns.First(c => string.Equals(c.Name, name, StringComparison.Ordinal));
        return new(name, column.Unit, column.Meaning, t => trace.Column(name)[t]);
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
