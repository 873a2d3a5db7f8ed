using LandscapeOpt.Analyses;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Computes which minimum the run from each start of a grid reaches.</summary>
public static class BasinMaps
{
    /// <summary>How near to a minimum a run must end to have reached it.</summary>
    public const double Tolerance = Minima.Tolerance;

    /// <summary>The largest number of samples that a pixel at a boundary is divided into, along each side.</summary>
    public const int FinestSmoothing = 8;

    /// <summary>The largest map whose boundaries can be smoothed, in pixels: their samples are kept in memory.</summary>
    public const int LargestSmoothed = 1 << 22;

    /// <summary>
    /// Computes a map. A run reaches a minimum if it ends within <see cref="Tolerance"/> of it, however it ended: one that the landscape states, or one
    /// that Newton's method finds from there and the Hessian confirms; a curve of minima counts as one. Which minima are found, and so every label,
    /// is the same for every number of threads, width and block size.
    /// </summary>
    /// <param name="model">The run that every pixel's run is, but for its start.</param>
    /// <param name="grid">The starts.</param>
    /// <param name="options">How to compute.</param>
    /// <param name="smooth">Into how many samples along each side pixels are divided whose neighbours' labels differ; 1 divides none.</param>
    /// <param name="keepsEnds">Whether <see cref="ComputedBasins.ReadEnds"/> will be asked.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">The run's parts do not go together, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static ComputedBasins Compute(
        Run model, MapGrid grid, MapOptions options, int smooth = 1, bool keepsEnds = false, CancellationToken cancellation = default)
    {
        if (smooth is < 1 or > FinestSmoothing || (smooth > 1 && grid.Count > LargestSmoothed))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Smoothing goes from 1 to {FinestSmoothing}, for at most {LargestSmoothed} pixels."), nameof(smooth));
        }

        var minima = new Minima(model.Landscape, grid.Window);
        var rows = new MapRows(options, grid.Width, grid.Height, keepsEnds);
        var counts = new LabelCounts();
        var labeller = new MapLabeller(rows, (band, pixel) => minima.LabelOf(band.End(pixel), band.Outcomes[pixel]), counts, cancellation);
        MapResult result = MapEngine.Execute(new StartRuns(model, grid), options, labeller.Take, cancellation);
        BasinEdge[][] edges = [];
        if (smooth > 1)
        {
            (edges, MapResult more) = new EdgeSampler(model, grid, rows, minima, options, smooth).Sample(cancellation);
            result = result with { Steps = result.Steps + more.Steps, Seconds = result.Seconds + more.Seconds };
        }

        short[] ranks = minima.Ranks(out BasinMinimum[] ordered);
        return new(model, grid, ordered, counts.Ranked(ranks), rows, ranks, edges)
        {
            Computed = result,
            IsFull = minima.IsFull,
            Cancellation = cancellation,
        };
    }
}

/// <summary>A map of basins that was computed.</summary>
public sealed class ComputedBasins : BasinMap
{
    private readonly MapRows rows;
    private readonly short[] ranks;
    private readonly BasinEdge[][] edges;

    internal ComputedBasins(
        Run model, MapGrid grid, IReadOnlyList<BasinMinimum> minima, IReadOnlyDictionary<int, long> counts, MapRows rows, short[] ranks, BasinEdge[][] edges)
        : base(model, grid, minima, counts)
    {
        (this.rows, this.ranks, this.edges) = (rows, ranks, edges);
        foreach (BasinEdge edge in edges.SelectMany(e => e))
        {
            LabelCounts.Rank(System.Runtime.InteropServices.MemoryMarshal.AsMemory(edge.Labels).Span, ranks);
        }
    }

    /// <summary>What computing it came to.</summary>
    public required MapResult Computed { get; init; }

    /// <summary>Whether more minima were met than there are labels, so that the last of them count as none.</summary>
    public required bool IsFull { get; init; }

    /// <summary>Stops readers too: drawing a large map takes its time.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The computation was cancelled after it had come to its end.</exception>
    public override void Read(int row, Span<short> labels, Span<int> steps)
    {
        Cancellation.ThrowIfCancellationRequested();
        rows.ReadLabels(row, labels);
        LabelCounts.Rank(labels[..Grid.Width], ranks);
        rows.ReadSteps(row, steps);
    }

    /// <summary>Reads where the runs of a row ended; may be called again, and in any order.</summary>
    /// <param name="row">The row; 0 is the lowest.</param>
    /// <param name="ends">Takes where the run of each column ended.</param>
    /// <param name="losses">Takes the loss there.</param>
    /// <exception cref="InvalidOperationException">The map was not asked to keep them.</exception>
    public void ReadEnds(int row, Span<Point> ends, Span<double> losses)
    {
        if (!rows.HasEnds)
        {
            throw new InvalidOperationException("The map was not asked to keep where runs end.");
        }

        rows.ReadEnds(row, ends, losses);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<BasinEdge> Edges(int row) => edges.Length > 0 ? edges[row] : [];
}

/// <summary>Which minimum the run from each start reaches.</summary>
/// <param name="Model">The run that every pixel's run is, but for the start.</param>
/// <param name="Grid">The starts.</param>
/// <param name="Retire">Whether runs end where nothing more can happen.</param>
/// <param name="Smooth">Into how many samples along each side pixels at boundaries are divided; 1 for none.</param>
public sealed record BasinsOf(Run Model, MapGrid Grid, bool Retire, int Smooth) : IAnalysis<BasinMap>
{
    /// <inheritdoc/>
    public BasinMap Compute(CancellationToken cancellation) => BasinMaps.Compute(Model, Grid, new() { Retire = Retire }, Smooth, cancellation: cancellation);
}
