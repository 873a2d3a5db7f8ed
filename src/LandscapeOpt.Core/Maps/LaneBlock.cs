using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>The runs that a kernel does together, and what became of them.</summary>
/// <param name="size">The largest number of runs.</param>
internal sealed class LaneBlock(int size)
{
    /// <summary>How many runs there are.</summary>
    internal int Count { get; set; }

    /// <summary>x of each start; afterwards of each end.</summary>
    internal double[] X { get; } = new double[size];

    /// <summary>y of each start; afterwards of each end.</summary>
    internal double[] Y { get; } = new double[size];

    /// <summary>The objective's loss at each end.</summary>
    internal double[] Loss { get; } = new double[size];

    /// <summary>The steps that each run took.</summary>
    internal int[] Steps { get; } = new int[size];

    /// <summary>How each run ended.</summary>
    internal OutcomeKind[] Outcomes { get; } = new OutcomeKind[size];

    /// <summary>The runs, where their optimizers or schedules differ; null where they differ in their start alone.</summary>
    internal Run[]? Runs { get; set; }
}
