using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Store;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute;

public sealed partial class Executor
{
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromMilliseconds(100);

    private enum Turn
    {
        /// <summary>Compute a run.</summary>
        Run,

        /// <summary>All runs of an experiment are through: put its results together.</summary>
        Finish,

        /// <summary>Other processes hold what is left.</summary>
        Wait,

        /// <summary>Nothing is left.</summary>
        End,
    }

    private void Work(CancellationTokenSource stop)
    {
        (BatchItem Item, RowWriter Rows)? writer = null;
        try
        {
            while (true)
            {
                stop.Token.ThrowIfCancellationRequested();
                (Turn turn, BatchItem? item, int index) = Take(stop);
                switch (turn)
                {
                    case Turn.Run:
                        if (writer?.Item != item)
                        {
                            writer?.Rows.Dispose();
                            writer = (item!, new(item!.Work.Plan));
                        }

                        if (Compute(item!, index, writer!.Value.Rows, stop))
                        {
                            Finish(item!, stop);
                        }

                        break;
                    case Turn.Finish:
                        Finish(item!, stop);
                        break;
                    case Turn.Wait:
                        stop.Token.WaitHandle.WaitOne(WaitForOthers);
                        break;
                    default:
                        return;
                }
            }
        }
        finally
        {
            writer?.Rows.Dispose();
        }
    }

    private (Turn Turn, BatchItem? Item, int Index) Take(CancellationTokenSource stop)
    {
        lock (gate)
        {
            while (true)
            {
                if (current is not { } item)
                {
                    if (!OpenNext(stop))
                    {
                        return (pending.Count > 0 ? Turn.Wait : Turn.End, null, 0);
                    }
                }
                else if (item.Next() is { } index)
                {
                    return (Turn.Run, item, index);
                }
                else
                {
                    current = null;
                    if (item.IsThrough)
                    {
                        return (Turn.Finish, item, 0);
                    }
                }
            }
        }
    }

    // Makes the next experiment current that no other process holds.
    private bool OpenNext(CancellationTokenSource stop)
    {
        for (LinkedListNode<BatchItem>? node = pending.First; node is not null;)
        {
            LinkedListNode<BatchItem>? after = node.Next;
            BatchItem item = node.Value;
            if (TryOpen(item, stop))
            {
                pending.Remove(node);
                if (item.Work.IsOpen)
                {
                    current = item;
                    return true;
                }
            }

            node = after;
        }

        return false;
    }

    // False where another process holds it; not taken afterwards where there is nothing to do or it failed.
    private bool TryOpen(BatchItem item, CancellationTokenSource stop)
    {
        ExperimentWork work = item.Work;
        try
        {
            if (!work.TryOpen())
            {
                Announce(item);
                return false;
            }

            // Another process may have finished it since we looked.
            item.State = work.State();
            string? refusal = item.State.Refusal(options.Force);
            if (work.IsUpToDate(item.State) || refusal is not null)
            {
                work.Dispose();
                Progress.Expect(-work.Mine);
                if (refusal is not null)
                {
                    Fail(item, refusal, isFinal: true, stop, new OccupiedException(refusal));
                }

                item.Conclude(refusal is not null ? ExecuteOutcome.Failed : ExecuteOutcome.UpToDate);
                return true;
            }

            Progress.Found(work.Done);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(item, Message(e), isFinal: true, stop, e);
            item.Conclude(ExecuteOutcome.Failed);
            return true;
        }
    }

    // True where it was the last run in flight.
    private bool Compute(BatchItem item, int index, RowWriter rows, CancellationTokenSource stop)
    {
        bool isComputed = false;
        try
        {
            item.Work.Run(index, rows, stop.Token);
            isComputed = true;
            Progress.RunComputed();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            bool isOfDisk = e is IOException or UnauthorizedAccessException;
            Fail(item, isOfDisk ? Message(e) : $"run {item.Work.Plan.Name(index)}: {Message(e)}", isOfDisk, stop, e);
        }

        lock (gate)
        {
            return item.Ended(isComputed);
        }
    }

    private void Finish(BatchItem item, CancellationTokenSource stop)
    {
        ExperimentWork work = item.Work;
        try
        {
            if (!item.HasFailed && options.Merges && work.Missing() is { } missing)
            {
                Fail(item, missing, isFinal: true, stop);
                item.Conclude(ExecuteOutcome.Incomplete);
                return;
            }

            if (!item.HasFailed && !options.Shard.IsPart)
            {
                work.Publish(stop.Token);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Fail(item, Message(e), isFinal: true, stop, e);
        }
        finally
        {
            work.Dispose();
        }

        item.Conclude(item.HasFailed ? ExecuteOutcome.Failed : options.Shard.IsPart ? ExecuteOutcome.ShardDone : ExecuteOutcome.Done);
    }

    private void Announce(BatchItem item)
    {
        if (!item.WasAnnounced)
        {
            item.WasAnnounced = true;
            options.Tell($"{item.Work.Experiment.Name}: waiting for {item.Work.Holder()}, who works on it");
        }
    }

    private void Fail(BatchItem item, string problem, bool isFinal, CancellationTokenSource stop, Exception? failure = null)
    {
        lock (gate)
        {
            if (!item.Fail(problem, isFinal, failure))
            {
                return;
            }
        }

        Progress.SomethingFailed();
        if (!Throws)
        {
            options.Tell($"error: {item.Work.Experiment.Name}: {problem}");
        }

        if (options.FailFast)
        {
            stop.Cancel();
        }
    }

    private static string Message(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException
        ? e.Message.ReplaceLineEndings(" ").TrimEnd('.')
        : Invariant($"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
}
