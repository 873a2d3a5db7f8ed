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
    public int BlockSize { get; init; } = 128;

    internal int ResolvedThreads => Threads > 0 ? Threads : Environment.ProcessorCount;
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
