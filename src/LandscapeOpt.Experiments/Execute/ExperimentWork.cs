using System.Collections;
using System.Collections.Concurrent;
using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>
/// The work on one experiment. Once this process has taken it, runs are handed out, computed and noted down one by one, in any order and by any
/// number of threads; once all are there the results are put together and published.
/// </summary>
internal sealed class ExperimentWork : IDisposable
{
    private readonly ExecuteOptions options;
    private readonly Analysis? analysis;
    private readonly byte[] resolved;
    private readonly string hash;
    private readonly ConcurrentDictionary<int, TracedRun> kept = new();
    private readonly ConcurrentDictionary<int, string> staged = new();

    private WorkFolder? folder;
    private ResultsFolder? results;
    private RunLog? log;
    private BitArray finished = new(0);
    private HashSet<int> shown = [];
    private int next = -1;
    private long keptCells;

    /// <summary>Describes the work; reads and writes nothing.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="analysis">What it is executed for; null for its runs.</param>
    /// <param name="options">How.</param>
    internal ExperimentWork(Experiment experiment, Analysis? analysis, ExecuteOptions options)
    {
        (this.analysis, this.options) = (analysis, options);
        Experiment = experiment = Tuner.Tune(experiment);
        Plan = new(experiment);
        resolved = ExperimentWriter.Write(experiment);
        hash = Provenance.Hash(resolved);
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Out, experiment.Name));
        Mine = analysis is null ? Enumerable.Range(0, Plan.Count).Count(IsMine) : 0;
    }

    internal Experiment Experiment { get; }

    internal RunPlan Plan { get; }

    /// <summary>The results folder, absolute.</summary>
    internal string Path { get; }

    /// <summary>The runs of this process's share.</summary>
    internal int Mine { get; }

    /// <summary>How many of them an earlier process has finished; known once the work is taken.</summary>
    internal int Done { get; private set; }

    /// <summary>Whether this process has taken the work.</summary>
    internal bool IsOpen => folder is not null;

    /// <summary>Whether there is nothing to do for a state. What is found is computed in any case: it is to be said, too.</summary>
    internal bool IsUpToDate(ExperimentState state) => state.Status is ExperimentStatus.UpToDate && analysis is null && !options.Force;

    /// <summary>Whether each run's trace is written as soon as it is computed; the best ones are only known at the end.</summary>
    private bool WritesTraces => analysis is null && Experiment.Traces is TracePolicy.All;

    /// <summary>What there is of the results; changes nothing.</summary>
    /// <exception cref="IOException">The results folder cannot be read.</exception>
    internal ExperimentState State() => ExperimentState.Of(
        Path,
        resolved,
        [.. analysis?.Files ?? [], .. Experiment.Figures.SelectMany(f => options.Formats.Select(format => FigureRenderer.FileOf(f, format)))]);

    /// <summary>How many runs earlier processes have finished, without taking the work.</summary>
    internal int CountFinished() => WorkFolder.CountFinished(Path, hash, Plan.Count);

    /// <summary>Who holds the work, as far as is known.</summary>
    internal string Holder() => WorkFolder.Holder(Path, hash);

    /// <summary>Takes the work for this process.</summary>
    /// <returns>False where another process holds it.</returns>
    internal bool TryOpen()
    {
        if (WorkFolder.TryOpen(Path, hash, options.Shard.FileName, options.Shard.IsPart) is not { } taken)
        {
            return false;
        }

        try
        {
            results = new(taken);
            log = taken.OpenLog(options.Shard.FileName);
            shown = options.Formats.Count > 0 ? [.. Plan.Shown(Experiment.Figures)] : [];
            finished = Finished(taken.Logs);
            Done = Enumerable.Range(0, finished.Count).Count(i => IsMine(i) && finished[i]);
            folder = taken;
            return true;
        }
        finally
        {
            if (folder is null)
            {
                log?.Dispose();
                taken.Dispose();
            }
        }
    }

    /// <summary>The next run to compute; null where none is left. May be asked by several threads.</summary>
    internal int? Next()
    {
        if (options.Merges || analysis is not null)
        {
            return null;
        }

        for (int i = Interlocked.Increment(ref next); i < finished.Count; i = Interlocked.Increment(ref next))
        {
            if (IsMine(i) && !finished[i])
            {
                return i;
            }
        }

        Interlocked.Decrement(ref next);
        return null;
    }

    /// <summary>Computes a run and notes it down. May be called by several threads.</summary>
    internal void Run(int index, RowWriter rows, CancellationToken cancellation)
    {
        Run run = Plan[index];
        if (!WritesTraces && !shown.Contains(index))
        {
            log!.Append(index, "", rows.Row(index, Engine.Execute(run, cancellation)));
            return;
        }

        TracedRun traced = TracedRun.Of(run, Experiment.Columns, cancellation);
        results!.Write(TraceFile(run.Name), stream => stream.Write(traced.Csv.Span));
        log!.Append(index, traced.Hash, rows.Row(index, traced.Result));
        if (shown.Contains(index))
        {
            long cells = (long)traced.Trace.Columns.Count * traced.Trace.Rows;
            if (Interlocked.Add(ref keptCells, cells) <= options.MostCells)
            {
                kept[index] = traced;
            }

            staged[index] = traced.Hash;
        }
    }

    /// <summary>What is missing before the results can be put together, in words; null where nothing is.</summary>
    internal string? Missing()
    {
        int[] missing = [.. Enumerable.Range(0, finished.Count).Where(i => !finished[i])];
        if (missing.Length == 0)
        {
            return null;
        }

        int[] shards = [.. folder!.Logs.Select(l => Shard.OfFile(l).Of).Where(of => of > 1).Distinct()];
        string which = shards is [var of]
            ? " of shards " + string.Join(", ", Enumerable.Range(1, of).Select(n => new Shard(n, of)).Where(s => missing.Any(i => s.Has(Experiment.Name, i))))
            : "";
        string names = string.Join(", ", missing.Take(5).Select(Plan.Name));
        return Invariant($"{missing.Length} of {finished.Count} runs are missing{which}: {names}{(missing.Length > 5 ? ", …" : "")}");
    }

    /// <summary>Puts the results together and publishes them; all runs are finished.</summary>
    internal void Publish(CancellationToken cancellation)
    {
        Lazy<DrawnRuns> runs = analysis is null ? WriteRuns(cancellation) : WriteAnalysis(analysis, cancellation);
        if (options.Formats.Count > 0 && Experiment.Figures.Count > 0)
        {
            Draw(runs.Value, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        results!.Publish(Path, resolved, options.Force);
        log!.Dispose();
        folder!.Remove();
        folder = null;
        WorkFolder.RemoveUnheld(Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (folder is null)
        {
            return;
        }

        log!.Dispose();
        if (!options.Shard.IsPart && folder.IsWithoutRuns)
        {
            folder.Remove();
        }

        folder.Dispose();
        folder = null;
    }

    private Lazy<DrawnRuns> WriteRuns(CancellationToken cancellation)
    {
        results!.Clear(IsTrace);
        using var summary = new SummaryAssembler(Plan, Experiment.Sweep.Replicates, folder!.Logs);
        results.Write(ResultsLayout.SummaryFile, stream => summary.Write(stream, cancellation));
        DrawnRuns runs = Drawn(new(cancellation), shown, index => kept.GetValueOrDefault(index) ?? ReadBack(index, summary), cancellation);
        if (Experiment.Traces is not TracePolicy.All)
        {
            int[] best = Experiment.Traces is TracePolicy.Best ? [.. summary.Best.SelectMany(b => Enumerable.Range(b.First, b.Count))] : [];
            HashSet<string> wanted = [.. best.Select(index => TraceFile(Plan.Name(index)))];
            results.Clear(file => !IsTrace(file) || wanted.Contains(file));
            foreach (Run run in best.Select(index => Plan[index]))
            {
                TracedRun traced = runs.Runs.FirstOrDefault(r => r.Result.Run.Name == run.Name) ?? TracedRun.Of(run, Experiment.Columns, cancellation);
                results.Write(TraceFile(run.Name), stream => stream.Write(traced.Csv.Span));
            }
        }

        return new(runs);
    }

    private Lazy<DrawnRuns> WriteAnalysis(Analysis found, CancellationToken cancellation)
    {
        results!.Clear(_ => false);
        var answers = new Answers(cancellation);
        var context = new AnalysisContext(Experiment, answers, folder!.TemporaryFile, cancellation);
        foreach (ResultFile file in found.Compute(context))
        {
            results.Write(file.Name, file.Write);
        }

        return new(() => Drawn(answers, Plan.Shown(Experiment.Figures), index => context.Traced(Plan.Name(index)), cancellation));
    }

    private void Draw(DrawnRuns runs, CancellationToken cancellation)
    {
        foreach (FigureSpec spec in Experiment.Figures)
        {
            cancellation.ThrowIfCancellationRequested();
            RenderedFigure figure = FigureRenderer.Render(spec, runs, options.MostKept);

            // PNG first: an SVG file tells the hash of the same pixels.
            foreach (string format in options.Formats.Order(StringComparer.Ordinal))
            {
                results!.Write(FigureRenderer.FileOf(spec, format), stream => figure.Write(stream, format, options.Drawing, cancellation));
            }

            if (FigureRenderer.Table(spec, runs) is { } table)
            {
                results!.Write(FigureRenderer.FileOf(spec, "csv"), table);
            }
        }
    }

    private DrawnRuns Drawn(Answers answers, IEnumerable<int> indices, Func<int, TracedRun?> atHand, CancellationToken cancellation) => new(
        Experiment, resolved, [.. indices.Order().Select(index => atHand(index) ?? TracedRun.Of(Plan[index], Experiment.Columns, cancellation))], answers);

    private TracedRun? ReadBack(int index, SummaryAssembler summary)
    {
        Run run = Plan[index];
        return staged.TryGetValue(index, out string? written) && results!.Read(TraceFile(run.Name), written) is { } csv
            ? TracedRun.Read(run, Experiment.Columns, csv, SummaryCsv.For(Plan), summary.Row(index))
            : null;
    }

    // A run counts as finished as far as its trace, where it is a result, is still whole.
    private BitArray Finished(string[] logs)
    {
        var done = new BitArray(Plan.Count);
        foreach (LoggedRun run in logs.SelectMany(l => RunLog.Read(l, Plan.Count)))
        {
            done[run.Index] = done[run.Index] || !WritesTraces || results!.Read(TraceFile(Plan.Name(run.Index)), run.TraceHash) is not null;
            if (shown.Contains(run.Index))
            {
                staged[run.Index] = run.TraceHash;
            }
        }

        return done;
    }

    private static string TraceFile(string run) => $"{ResultsLayout.Traces}/{run}.csv";

    private static bool IsTrace(string file) => file.StartsWith(ResultsLayout.Traces + "/", StringComparison.Ordinal);

    private bool IsMine(int index) => options.Shard.Has(Experiment.Name, index);
}
