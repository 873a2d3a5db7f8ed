using System.Runtime.ExceptionServices;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>
/// Executes experiments, one or many, with one thread or several: computes what their results folders hold, and publishes each folder as a whole.
/// Threads take runs, not experiments, so that one large sweep and a hundred small files both keep all cores busy; what is written does not depend
/// on who computed what, or when. Work that another process holds is waited for; work that was interrupted goes on where it was.
/// </summary>
public sealed partial class Executor
{
    private readonly ExecuteOptions options;
    private readonly BatchItem[] items;
    private readonly LinkedList<BatchItem> pending = [];
    private readonly Lock gate = new();
    private BatchItem? current;

    /// <summary>Prepares the execution: looks at what is there, and refuses what must not be replaced. Writes nothing.</summary>
    /// <param name="experiments">The experiments; their names are unique.</param>
    /// <param name="options">How they are executed.</param>
    /// <exception cref="InputException">A results folder holds something that may not be replaced.</exception>
    public Executor(IReadOnlyList<Experiment> experiments, ExecuteOptions options)
        : this(experiments, analysis: null, options)
    {
    }

    private Executor(IReadOnlyList<Experiment> experiments, Analysis? analysis, ExecuteOptions options)
    {
        this.options = options;
        if (ExperimentState.Obstacle(Path.GetFullPath(options.Out)) is { } obstacle)
        {
            throw new InputException("--out", $"{obstacle}: {ExperimentState.Advice}");
        }

        items = experiments is [var only] ? [Look(only)]
            : [.. experiments.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(options.Jobs, 512)).Select(Look)];
        Problem[] problems =
        [
            .. items.Select(i => i.State.Refusal(options.Force)).OfType<string>().Select(refusal => new Problem(Origin.Option("--out"), refusal)),
        ];
        if (problems.Length > 0)
        {
            throw new InputException(problems);
        }

        foreach (BatchItem item in items)
        {
            if (item.Work.IsUpToDate(item.State))
            {
                item.Conclude(ExecuteOutcome.UpToDate);
                continue;
            }

            pending.AddLast(item);
            Progress.Expect(item.Work.Mine);
        }

        BatchItem Look(Experiment experiment)
        {
            var work = new ExperimentWork(experiment, analysis, options);
            return new(work, work.State());
        }
    }

    /// <summary>How far the execution is.</summary>
    public ExecuteProgress Progress { get; } = new();

    /// <summary>Whether what goes wrong is thrown in the end, so that it need not be told.</summary>
    private bool Throws { get; init; }

    /// <summary>Executes one experiment on this thread.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="options">How it is executed.</param>
    /// <param name="cancellation">Stops the work: the results folder is as it was before, and finished runs stay for the next time.</param>
    /// <param name="analysis">What it is executed for; null for its runs.</param>
    /// <exception cref="InputException">The results folder holds something that may not be replaced, or cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ExperimentResults Execute(Experiment experiment, ExecuteOptions options, CancellationToken cancellation, Analysis? analysis = null)
    {
        var executor = new Executor([experiment], analysis, options with { FailFast = false }) { Throws = true };
        executor.Prepare();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        BatchItem item = executor.items[0];
        using (item.Work)
        {
            executor.Work(stop);
        }

        switch (item.Failure)
        {
            case null:
                return item.Results!;
            case OccupiedException occupied:
                throw new InputException("--out", occupied.Message);
            case IOException or UnauthorizedAccessException:
                throw new InputException("--out", $"cannot write the results to {item.Work.Path}: {item.Failure.Message.TrimEnd('.')}");
            default:
                ExceptionDispatchInfo.Throw(item.Failure);
                throw item.Failure;
        }
    }

    /// <summary>What would be done and why, experiment by experiment: its name, the number of runs left, and the reason.</summary>
    public IEnumerable<(string Name, int Runs, string Reason)> Preview()
    {
        foreach (BatchItem item in items)
        {
            bool isUpToDate = item.Work.IsUpToDate(item.State);
            int count = item.Work.Plan.Count, finished = isUpToDate ? count : item.Work.CountFinished();
            string reason = item.State.Status is ExperimentStatus.UpToDate && !isUpToDate ? "up to date, but --force is given" : item.State.Reason;
            yield return (
                item.Work.Experiment.Name, count - finished, finished > 0 && finished < count ? Invariant($"{finished} of {count} runs are done") : reason);
        }
    }

    /// <summary>Executes all experiments.</summary>
    /// <returns>What came of each, in the order given.</returns>
    /// <exception cref="InputException">Nothing can be written to the folder of the results.</exception>
    /// <exception cref="OperationCanceledException">The execution was interrupted; finished runs stay.</exception>
    public async Task<IReadOnlyList<ExperimentResults>> ExecuteAsync(CancellationToken cancellation)
    {
        Prepare();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] workers = [.. Enumerable.Range(0, options.Jobs).Select(_ => Task.Factory.StartNew(
            () => Work(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            await Task.WhenAll(workers).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The first failure ended the execution, as asked for.
        }
        finally
        {
            foreach (BatchItem item in items)
            {
                item.Work.Dispose();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        return [.. items.Select(i => i.Results ?? NotReached(i))];
    }

    // One error for all experiments, before anything is computed.
    private void Prepare()
    {
        foreach (BatchItem item in items.Where(i => i.Results is not null))
        {
            WorkFolder.RemoveUnheld(item.Work.Path);
        }

        if (pending.Count == 0)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(options.Out);
            string trial = Path.Combine(options.Out, Path.GetRandomFileName());
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write to {options.Out}: {Message(e)}");
        }
    }

    private ExperimentResults NotReached(BatchItem item)
    {
        if (!item.HasFailed)
        {
            const string Problem = "not done, because the first failure ended the batch";
            item.Fail(Problem, isFinal: true);
            options.Tell($"error: {item.Work.Experiment.Name}: {Problem}");
            return item.Conclude(ExecuteOutcome.Incomplete);
        }

        return item.Conclude(ExecuteOutcome.Failed);
    }
}
