using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>How experiments are executed, and where their results go.</summary>
public sealed record ExecuteOptions
{
    /// <summary>The folder that result folders are made in.</summary>
    public string Out { get; init; } = "out";

    /// <summary>The figure formats: "png", "svg"; empty draws none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["png"];

    /// <summary>Whether to replace the results of another experiment, and to run again what is up to date.</summary>
    public bool Force { get; init; }

    /// <summary>How many runs are computed at the same time; at least 1.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether the first failure ends everything.</summary>
    public bool FailFast { get; init; }

    /// <summary>The share of the runs that is done; all of them by default.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Whether nothing is computed and the shards' runs are put together instead.</summary>
    public bool Merges { get; init; }

    /// <summary>Takes a line at once when something fails or waits; may be called by any thread.</summary>
    public Action<string> Tell { get; init; } = _ => { };

    /// <summary>Told the share of a large picture that is drawn, from 0 to 1.</summary>
    public Action<double>? Drawing { get; init; }

    /// <summary>The most pixels of a page that are kept in memory.</summary>
    internal int MostKept { get; init; } = RenderedFigure.MostKept;

    /// <summary>The most cells of traces that are kept in memory for figures (64 MB as numbers); others are read back from their files.</summary>
    internal long MostCells { get; init; } = 1 << 23;
}

/// <summary>What came of an experiment.</summary>
public enum ExecuteOutcome
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

/// <summary>What came of an experiment.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Folder">Its results folder, absolute.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Runs">The number of its runs; of a shard, the shard's.</param>
/// <param name="Computed">How many of them were computed now.</param>
/// <param name="Problems">What went wrong or is missing, a line each.</param>
public sealed record ExperimentResults(string Name, string Folder, ExecuteOutcome Outcome, int Runs, int Computed, IReadOnlyList<string> Problems)
{
    /// <summary>The files of the results folder, relative, sorted.</summary>
    public IReadOnlyList<string> Files => Provenance.FilesIn(Folder);

    /// <summary>The summary, as the folder has it.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public SummaryTable ReadSummary() => SummaryTable.Read(Path.Combine(Folder, ResultsLayout.SummaryFile));
}

/// <summary>How far an execution is; changes while it is read.</summary>
public sealed class ExecuteProgress
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
