using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>What a pixel of a basin map says: the index of the minimum that its run reached, or one of these.</summary>
public static class BasinLabel
{
    /// <summary>The run diverged.</summary>
    public const int Diverged = -1;

    /// <summary>The run stalled where no minimum is.</summary>
    public const int Stalled = -2;

    /// <summary>The run ended at no minimum.</summary>
    public const int NoMinimum = -3;

    /// <summary>The run left the domain and was asked to stop there.</summary>
    public const int LeftDomain = -4;
}

/// <summary>A minimum that runs of a map end at.</summary>
/// <param name="At">Where it lies.</param>
/// <param name="Loss">The objective's loss there.</param>
/// <param name="IsStated">Whether the landscape states it; otherwise it was found from the ends of the runs.</param>
public sealed record BasinMinimum(Point At, double Loss, bool IsStated);

/// <summary>A pixel that was sampled at more points than its own, because a neighbour's label differs.</summary>
/// <param name="Column">The pixel's column.</param>
/// <param name="Labels">The labels of the samples, evenly spread over the pixel.</param>
/// <param name="Steps">The steps that they took.</param>
public readonly record struct BasinEdge(int Column, ReadOnlyMemory<short> Labels, ReadOnlyMemory<int> Steps);

/// <summary>Which minimum the run from each start reaches, and after how many steps.</summary>
public abstract class BasinMap
{
    private readonly IReadOnlyDictionary<int, long> counts;

    /// <summary>Takes what is known of the whole map.</summary>
    /// <param name="model">The run that every pixel's run is, but for its start.</param>
    /// <param name="grid">The starts.</param>
    /// <param name="minima">The minima, by label: lowest loss first.</param>
    /// <param name="counts">How many pixels have each label.</param>
    protected BasinMap(Run model, MapGrid grid, IReadOnlyList<BasinMinimum> minima, IReadOnlyDictionary<int, long> counts) =>
        (Model, Grid, Minima, this.counts) = (model, grid, minima, counts);

    /// <summary>The run that every pixel's run is, but for its start.</summary>
    public Run Model { get; }

    /// <summary>The starts.</summary>
    public MapGrid Grid { get; }

    /// <summary>The minima, by label: lowest loss first, so that 0 is the global one as far as the map knows.</summary>
    public IReadOnlyList<BasinMinimum> Minima { get; }

    /// <summary>How many pixels have a label.</summary>
    public long Count(int label) => counts.TryGetValue(label, out long count) ? count : 0;

    /// <summary>The share of the map's area that has a label, from 0 to 1.</summary>
    public double Share(int label) => Count(label) / (double)Grid.Count;

    /// <summary>Reads a row; may be called again, and in any order.</summary>
    /// <param name="row">The row; 0 is the lowest.</param>
    /// <param name="labels">Takes a label for each column.</param>
    /// <param name="steps">Takes the steps for each column.</param>
    public abstract void Read(int row, Span<short> labels, Span<int> steps);

    /// <summary>The pixels of a row that were sampled more finely, by column; empty unless the map was asked to smooth its boundaries.</summary>
    /// <param name="row">The row; 0 is the lowest.</param>
    public virtual IReadOnlyList<BasinEdge> Edges(int row) => [];
}
