using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>How a map is computed. Nothing here but <see cref="Retire"/> changes a result.</summary>
public sealed record MapOptions
{
    /// <summary>The number of threads, at least 1; 0 is one for each processor.</summary>
    public int Threads { get; init; }

    /// <summary>
    /// Whether runs end as <see cref="Runs.Engine"/> ends them. Otherwise every run does all its steps, and its outcome is judged at its last point.
    /// </summary>
    public bool Retire { get; init; } = true;

    /// <summary>How many runs go side by side.</summary>
    public LaneWidth Lanes { get; init; } = Numbers.Lanes.Preferred;

    /// <summary>How many runs a thread works on together, from 8 to 4096, a multiple of 8.</summary>
    public int BlockSize { get; init; } = 256;

    /// <summary>Is told how far the computation is; null for nobody.</summary>
    public MapProgress? Progress { get; init; }

    /// <summary>Makes the place where rows are kept, by their length in bytes and their number; memory where null.</summary>
    public Func<int, int, MapStore>? Store { get; init; }

    /// <summary>How kernels are made; null for the fastest way.</summary>
    internal LaneVariant? Variant { get; init; }

    internal int ResolvedThreads => Threads > 0 ? Threads : Environment.ProcessorCount;
}

/// <summary>How far the computation of a map is; may be read by any thread at any time.</summary>
public sealed class MapProgress
{
    private long done, total;

    /// <summary>The pixels computed so far.</summary>
    public long Done => Volatile.Read(ref done);

    /// <summary>The pixels to be computed, as far as it is known: boundaries that are sampled more finely come on top once they are found.</summary>
    public long Total => Volatile.Read(ref total);

    internal void Expect(long pixels) => Interlocked.Add(ref total, pixels);

    internal void Add(int pixels) => Interlocked.Add(ref done, pixels);
}

/// <summary>What computing a map came to.</summary>
/// <param name="Steps">The optimizer steps of all runs.</param>
/// <param name="Seconds">The wall time of the runs.</param>
/// <param name="Threads">The threads used.</param>
/// <param name="Lanes">The runs side by side in a vector; 1 where they went through the trace engine.</param>
/// <param name="Obstacle">Why the runs went through the trace engine, one after the other; null where they ran in lanes.</param>
public sealed record MapResult(long Steps, double Seconds, int Threads, int Lanes, string? Obstacle)
{
    /// <summary>Steps over seconds.</summary>
    public double StepsPerSecond => Seconds > 0 ? Steps / Seconds : 0;
}
