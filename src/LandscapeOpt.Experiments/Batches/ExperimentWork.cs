using System.Collections.Concurrent;
using LandscapeOpt.Analyses;
using System.Collections;
using System.Diagnostics;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>
/// The work on one experiment, held by this process: runs are handed out, computed and noted down one by one, in any order and by any
/// number of threads; once all are there the results are put together and published.
/// </summary>
internal sealed class ExperimentWork : IDisposable
{
    // Traces that figures show are kept up to this many cells (64 MB as numbers); beyond, those runs are computed once more.
    private const long MostKept = 1 << 23;

    private readonly ExperimentJob job;
    private readonly WorkFolder folder;
    private readonly ResultsFolder results;
    private readonly RunLog log;
    private readonly BitArray finished;
    private readonly DateTimeOffset started = DateTimeOffset.UtcNow;
    private readonly long clock = Stopwatch.GetTimestamp();
    private readonly HashSet<int> drawn;
    private readonly ConcurrentDictionary<int, TracedRun> kept = new();
    private int next = -1;
    private long keptCells;
    private bool isDisposed;

    private ExperimentWork(ExperimentJob job, WorkFolder folder)
    {
        (this.job, this.folder, results) = (job, folder, new(folder.Staging));
        log = folder.OpenLog(job.Shard);
        finished = folder.Finished(job.Plan, job.WritesTraces);
        drawn = job.Formats.Count > 0 && !job.Shard.IsPart ? [.. DrawnRuns.Indices(job.Experiment, job.Plan)] : [];
        for (int i = 0; i < finished.Count; i++)
        {
            Mine += IsMine(i) ? 1 : 0;
            Done += IsMine(i) && finished[i] ? 1 : 0;
        }
    }

    /// <summary>The runs of this process's share.</summary>
    internal int Mine { get; }

    /// <summary>How many of them an earlier process has finished.</summary>
    internal int Done { get; }

    /// <summary>Takes the experiment for this process; null where another one holds it.</summary>
    internal static ExperimentWork? TryOpen(ExperimentJob job)
    {
        if (WorkFolder.TryOpen(job.Path, job.Hash, job.Shard) is not { } folder)
        {
            return null;
        }

        try
        {
            return new(job, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>The next run to compute; null where none is left. May be asked by several threads.</summary>
    internal int? Next()
    {
        if (job.Merges)
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
        Run run = job.Plan[index];
        if (!job.WritesTraces)
        {
            log.Append(index, "", rows.Row(index, Engine.Execute(run, cancellation)));
            return;
        }

        TracedRun traced = TracedRun.Of(run, job.Experiment.Columns, cancellation);
        results.Write(TraceName(run), traced.Csv);
        log.Append(index, traced.Hash, rows.Row(index, traced.Result));
        long cells = (long)traced.Trace.Columns.Count * (traced.Result.Outcome.Step + 1);
        if (drawn.Contains(index) && Interlocked.Add(ref keptCells, cells) <= MostKept)
        {
            kept[index] = traced;
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

        int[] shards = [.. folder.Logs.Select(l => WorkFolder.ShardOf(l).Of).Where(of => of > 1).Distinct()];
        string which = shards is [var of]
            ? " of shards " + string.Join(", ", Enumerable.Range(1, of).Select(n => new Shard(n, of)).Where(s => missing.Any(i => s.Has(job.Experiment.Name, i))))
            : "";
        string names = string.Join(", ", missing.Take(5).Select(job.Plan.Name));
        return Invariant($"{missing.Length} of {finished.Count} runs are missing{which}: {names}{(missing.Length > 5 ? ", …" : "")}");
    }

    /// <summary>Puts the results together and publishes them; all runs are finished.</summary>
    internal void Publish(CancellationToken cancellation)
    {
        results.Clear(keepsTraces: job.WritesTraces);
        using (var summary = new SummaryAssembler(job.Plan, job.Experiment.Sweep.Replicates, folder.Logs))
        {
            results.Write(ResultsFolder.SummaryFile, stream => summary.Write(stream, cancellation));
            foreach (int index in job.Experiment.Traces is TracePolicy.Best ? summary.Best.SelectMany(b => Enumerable.Range(b.First, b.Count)) : [])
            {
                Run run = job.Plan[index];
                results.Write(TraceName(run), TracedRun.Of(run, job.Experiment.Columns, cancellation).Csv);
            }
        }

        results.Write(ResultsFolder.ExperimentFile, job.Resolved);
        if (job.Formats.Count > 0 && job.Experiment.Figures.Count > 0)
        {
            DrawnRuns runs = ExperimentRunner.Compute(job.Experiment, job.Resolved, new Answers(), job.Plan, kept.GetValueOrDefault, cancellation);
            FigureRenderer.Write(results, runs, job.Formats, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        string digest = ResultsFolder.Digest(folder.Staging);
        results.Write(ResultsFolder.ProvenanceFile, Provenance.Write(started, Stopwatch.GetElapsedTime(clock).TotalSeconds, job.Hash, digest));
        results.Publish(job.Path, Path.Combine(folder.Path, "replaced"), job.Resolved, job.Replaces);
        log.Dispose();
        isDisposed = true;
        folder.Remove();
        WorkFolder.RemoveUnheld(job.Path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        log.Dispose();
        if (!job.Shard.IsPart && folder.IsWithoutRuns)
        {
            folder.Remove();
        }

        folder.Dispose();
    }

    private static string TraceName(Run run) => $"{ResultsFolder.Traces}/{run.Name}.csv";

    private bool IsMine(int index) => job.Shard.Has(job.Experiment.Name, index);
}
