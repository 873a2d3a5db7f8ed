using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Results;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>
/// Does many experiments with several threads. Threads take runs, not experiments, so that one large sweep and a hundred small files both keep
/// all cores busy; what is written does not depend on who computed what, or when.
/// </summary>
public sealed partial class BatchRunner
{
    private readonly BatchOptions options;
    private readonly Action<string> tell;
    private readonly BatchItem[] items;
    private readonly LinkedList<BatchItem> pending = [];
    private readonly Lock gate = new();
    private BatchItem? current;

    /// <summary>Prepares a batch: looks at what is there, and refuses what must not be replaced. Writes nothing.</summary>
    /// <param name="experiments">The experiments; their names are unique.</param>
    /// <param name="options">How they are done.</param>
    /// <param name="tell">Takes a line at once when something fails or waits; may be called by any thread.</param>
    /// <exception cref="InputException">A results folder holds something that may not be replaced.</exception>
    public BatchRunner(IReadOnlyList<Experiment> experiments, BatchOptions options, Action<string> tell)
    {
        (this.options, this.tell) = (options, tell);
        if (ExperimentState.Obstacle(Path.GetFullPath(options.Runner.Out)) is { } obstacle)
        {
            throw new InputException("--out", obstacle);
        }

        items = experiments is [var only] ? [Look(only)] : [.. experiments.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(options.Jobs, 512)).Select(Look)];
        Problem[] problems =
        [
            .. items.Select(i => i.State.Refusal(options.Runner.Force)).OfType<string>().Select(refusal => new Problem(Origin.Option("--out"), refusal)),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }

        foreach (BatchItem item in items)
        {
            if (IsUpToDate(item))
            {
                item.Conclude(BatchOutcome.UpToDate);
                continue;
            }

            pending.AddLast(item);
            Progress.Expect(Enumerable.Range(0, item.Job.Plan.Count).Count(i => options.Shard.Has(item.Job.Experiment.Name, i)));
        }
    }

    /// <summary>How far the batch is.</summary>
    public BatchProgress Progress { get; } = new();

    /// <summary>What would be done and why, experiment by experiment: its name, the number of runs left, and the reason.</summary>
    public IEnumerable<(string Name, int Runs, string Reason)> Preview()
    {
        foreach (BatchItem item in items)
        {
            int count = item.Job.Plan.Count;
            int finished = IsUpToDate(item) ? count : WorkFolder.CountFinished(item.Job.Path, item.Job.Hash, count);
            string reason = item.State.Status is ExperimentStatus.UpToDate && !IsUpToDate(item) ? "up to date, but --force is given" : item.State.Reason;
            yield return (item.Job.Experiment.Name, count - finished, finished > 0 && finished < count ? Invariant($"{finished} of {count} runs are done") : reason);
        }
    }

    /// <summary>Does the batch.</summary>
    /// <returns>What came of each experiment, in the order given.</returns>
    /// <exception cref="InputException">Nothing can be written to the folder of the results.</exception>
    /// <exception cref="OperationCanceledException">The batch was interrupted; finished runs stay.</exception>
    public async Task<IReadOnlyList<BatchResult>> RunAsync(CancellationToken cancellation)
    {
        if (pending.Count > 0)
        {
            TryWriting(options.Runner.Out);
        }

        foreach (BatchItem item in items.Where(i => i.Result is not null))
        {
            WorkFolder.RemoveUnheld(item.Job.Path);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] workers = [.. Enumerable.Range(0, options.Jobs).Select(_ => Task.Factory.StartNew(
            () => Work(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The first failure ended the batch, as asked for.
        }
        finally
        {
            foreach (BatchItem item in items)
            {
                item.Work?.Dispose();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return [.. items.Select(i => i.Result ?? NotReached(i))];
    }

    private BatchItem Look(Experiment experiment)
    {
        var job = new ExperimentJob(experiment, options.Runner, options.Shard, options.Merges);
        return new(job, job.State());
    }

    // One error for all experiments, before anything is computed.
    private static void TryWriting(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string trial = Path.Combine(folder, Path.GetRandomFileName());
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write to {folder}: {Message(e)}");
        }
    }

    private BatchResult NotReached(BatchItem item)
    {
        if (!item.HasFailed)
        {
            const string Problem = "not done, because the first failure ended the batch";
            item.Fail(Problem, isFinal: true);
            tell($"error: {item.Job.Experiment.Name}: {Problem}");
            return item.Conclude(BatchOutcome.Incomplete);
        }

        return item.Conclude(BatchOutcome.Failed);
    }

    private bool IsUpToDate(BatchItem item) => item.State.Status is ExperimentStatus.UpToDate && !options.Runner.Force;
}
