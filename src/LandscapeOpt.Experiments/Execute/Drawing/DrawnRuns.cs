using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute.Drawing;

/// <summary>The computed runs of an experiment, as its figures need them.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Resolved">The resolved experiment, UTF-8 JSON.</param>
/// <param name="Runs">Results and traces, in the order of the runs.</param>
/// <param name="Answers">What else is known, and where what figures ask for is noted.</param>
public sealed record DrawnRuns(Experiment Experiment, byte[] Resolved, IReadOnlyList<TracedRun> Runs, Answers Answers)
{
    /// <summary>Computes the runs that the figures of an experiment show; without figures, all runs.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="resolved">The resolved experiment, UTF-8 JSON.</param>
    /// <param name="answers">What is known already, and where what figures ask for is noted.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static DrawnRuns Compute(Experiment experiment, byte[] resolved, Answers answers, CancellationToken cancellation)
    {
        var plan = new RunPlan(experiment);
        IEnumerable<int> indices = experiment.Figures.Count == 0 ? Enumerable.Range(0, plan.Count) : plan.Shown(experiment.Figures);
        return new(experiment, resolved, [.. indices.Select(index => TracedRun.Of(plan[index], experiment.Columns, cancellation))], answers);
    }
}

/// <summary>A run with its trace, as it is written and drawn.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Trace">Its rows.</param>
/// <param name="Csv">The rows as CSV.</param>
public sealed record TracedRun(RunResult Result, Trace Trace, ReadOnlyMemory<byte> Csv)
{
    /// <summary>SHA-256 of the CSV.</summary>
    public string Hash { get; } = FigureRecipe.Hash(Csv.Span);

    /// <summary>Computes a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="columns">The optional columns of its trace.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <param name="observers">Who else looks at it.</param>
    internal static TracedRun Of(Run run, IReadOnlyList<string> columns, CancellationToken cancellation, params ReadOnlySpan<IRunObserver> observers)
    {
        var trace = new Trace(TraceColumns.For(run, columns));
        RunResult result = Engine.Execute(run, cancellation, [trace, .. observers]);
        trace.Complete(result);
        return new(result, trace, TraceCsv.Bytes(trace));
    }

    /// <summary>A run that was computed and written before.</summary>
    /// <param name="run">The run.</param>
    /// <param name="columns">The optional columns of its trace.</param>
    /// <param name="csv">Its trace.</param>
    /// <param name="summary">The columns of the summary.</param>
    /// <param name="row">Its row of the summary.</param>
    internal static TracedRun Read(Run run, IReadOnlyList<string> columns, byte[] csv, SummaryColumn[] summary, byte[] row)
    {
        Trace trace = TraceCsv.Read(csv, TraceColumns.For(run, columns));
        return new(SummaryCsv.Read(run, trace, summary, row), trace, csv);
    }
}
