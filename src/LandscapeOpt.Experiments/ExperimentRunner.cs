using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Batches;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments;

/// <summary>What to do with an experiment's results.</summary>
public sealed record RunnerOptions
{
    /// <summary>The folder that result folders are made in.</summary>
    public string Out { get; init; } = "out";

    /// <summary>The figure formats: "png", "svg"; empty draws none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["png"];

    /// <summary>Whether to replace the results of another experiment, and to run again what is up to date.</summary>
    public bool Force { get; init; }

    /// <summary>The most pixels of a page that are kept in memory.</summary>
    internal int MostKept { get; init; } = RenderedFigure.MostKept;
}

/// <summary>What came of an experiment.</summary>
/// <param name="Folder">The results folder, absolute.</param>
/// <param name="Files">The files in it, relative, sorted.</param>
/// <param name="Summary">One row per run.</param>
/// <param name="WasUpToDate">Whether the results were there already, so that nothing was run.</param>
public sealed record ExperimentResults(string Folder, IReadOnlyList<string> Files, SummaryTable Summary, bool WasUpToDate);

/// <summary>Runs one experiment and writes its results folder.</summary>
public static class ExperimentRunner
{
    /// <summary>Runs all runs, draws all figures and publishes the folder; does nothing where it is there already.</summary>
    /// <exception cref="InputException">The folder holds something that may not be replaced, or cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; the results folder is as it was before.</exception>
    public static ExperimentResults Execute(Experiment experiment, RunnerOptions options, CancellationToken cancellation)
    {
        var job = new ExperimentJob(experiment, options, Shard.Whole);
        ExperimentResults? results = null;
        ResultsWriter.Told(job.Path, () =>
        {
            ExperimentState state = job.State();
            state.Refuse(options.Force);
            bool isUpToDate = state.Status is ExperimentStatus.UpToDate && !options.Force;
            if (!isUpToDate)
            {
                Work(job, cancellation);
            }

            results = new(job.Path, Provenance.FilesIn(job.Path), SummaryTable.Read(Path.Combine(job.Path, ResultsLayout.SummaryFile)), isUpToDate);
        });
        return results!;
    }

    /// <summary>Computes the runs that the figures of an experiment show; without figures, all runs.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="resolved">The resolved experiment, UTF-8 JSON.</param>
    /// <param name="answers">What is known already, and where what figures ask for is noted.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static DrawnRuns Compute(Experiment experiment, byte[] resolved, Answers answers, CancellationToken cancellation) =>
        Compute(experiment, resolved, answers, new RunPlan(experiment), _ => null, cancellation);

    /// <summary>The same, but for the runs that are at hand.</summary>
    internal static DrawnRuns Compute(
        Experiment experiment, byte[] resolved, Answers answers, RunPlan plan, Func<int, TracedRun?> atHand, CancellationToken cancellation)
    {
        TracedRun[] runs = [.. (experiment.Figures.Count == 0 ? Enumerable.Range(0, plan.Count) : DrawnRuns.Indices(experiment, plan))
            .Select(index => atHand(index) ?? TracedRun.Of(plan[index], experiment.Columns, cancellation))];
        return new(
            experiment, resolved, [.. runs.Select(r => (r.Result, r.Trace))], [.. runs.Select(r => KeyValuePair.Create(r.Result.Run.Name, r.Hash))], answers);
    }

    private static void Work(ExperimentJob job, CancellationToken cancellation)
    {
        using ExperimentWork work = ExperimentWork.TryOpen(job)
            ?? throw new InputException("--out", $"{job.Path}: {WorkFolder.Holder(job.Path, job.Hash)} works on it");
        using var rows = new RowWriter(job.Plan);
        while (work.Next() is { } index)
        {
            cancellation.ThrowIfCancellationRequested();
            work.Run(index, rows, cancellation);
        }

        work.Publish(cancellation);
    }
}

/// <summary>A run with its trace, as it is written and drawn.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Trace">Its rows.</param>
/// <param name="Csv">The rows as CSV.</param>
internal sealed record TracedRun(RunResult Result, Trace Trace, byte[] Csv)
{
    /// <summary>SHA-256 of the CSV.</summary>
    internal string Hash { get; } = FigureRecipe.Hash(Csv);

    /// <summary>Computes a run.</summary>
    internal static TracedRun Of(Run run, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, columns), cancellation);
        return new(result, trace, TraceCsv.Bytes(trace));
    }
}
