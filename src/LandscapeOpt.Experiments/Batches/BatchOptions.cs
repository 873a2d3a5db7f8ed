using LandscapeOpt.Experiments.Results;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>How a batch is done.</summary>
public sealed record BatchOptions
{
    /// <summary>Where results go, in which formats, and whether to replace what is there.</summary>
    public RunnerOptions Runner { get; init; } = new();

    /// <summary>How many runs are computed at the same time; at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the first failure ends the batch.</summary>
    public bool FailFast { get; init; }

    /// <summary>The share of the runs that is done; all of them by default.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether nothing is computed and the shards' runs are put together instead.</summary>
    public bool Merges { get; init; }
}

/// <summary>What came of an experiment in a batch.</summary>
public enum BatchOutcome
{
    /// <summary>The results are there and were made now.</summary>
    Done,

    /// <summary>The results were there.</summary>
    UpToDate,

    /// <summary>This process's share of the runs is done; the shards are yet to be merged.</summary>
    ShardDone,

    /// <summary>Runs are missing, so that the shards could not be merged.</summary>
    Incomplete,

    /// <summary>Something went wrong.</summary>
    Failed,
}

/// <summary>What came of an experiment in a batch.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Folder">Its results folder, absolute.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Runs">The number of its runs; of a shard, the shard's.</param>
/// <param name="Computed">How many of them were computed now.</param>
/// <param name="Problems">What went wrong or is missing, a line each.</param>
public sealed record BatchResult(string Name, string Folder, BatchOutcome Outcome, int Runs, int Computed, IReadOnlyList<string> Problems);

/// <summary>How far a batch is; changes while it is read.</summary>
public sealed class BatchProgress
{
    private int total, done, computed, failed;

    /// <summary>The runs to be done.</summary>
    public int Total => Volatile.Read(ref total);

    /// <summary>The runs that are there, now or from earlier.</summary>
    public int Done => Volatile.Read(ref done);

    /// <summary>The runs that were computed now.</summary>
    public int Computed => Volatile.Read(ref computed);

    /// <summary>What failed.</summary>
    public int Failed => Volatile.Read(ref failed);

    internal void Expect(int runs) => Interlocked.Add(ref total, runs);

    internal void Found(int runs) => Interlocked.Add(ref done, runs);

    internal void RunComputed()
    {
        Interlocked.Increment(ref computed);
        Interlocked.Increment(ref done);
    }

    internal void SomethingFailed() => Interlocked.Increment(ref failed);
}
