using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Computes what each pair of values of two parameters makes of a run.</summary>
public static class ParameterMaps
{
    /// <summary>Computes a map.</summary>
    /// <param name="model">The run that every pixel's run is, but for two parameters.</param>
    /// <param name="horizontal">What grows to the right.</param>
    /// <param name="across">The number that <paramref name="horizontal"/> is the path of, over <see cref="Run"/>.</param>
    /// <param name="vertical">What grows upward.</param>
    /// <param name="up">The number that <paramref name="vertical"/> is the path of, over <see cref="Run"/>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="options">How to compute.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">The run's parts do not go together, a parameter is no number, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static ComputedParameters Compute(
        Run model,
        MapAxis horizontal,
        Parameter across,
        MapAxis vertical,
        Parameter up,
        int width,
        int height,
        MapOptions options,
        CancellationToken cancellation = default)
    {
        var runs = new AxisRuns(model, horizontal, across, vertical, up, width, height);
        var rows = new MapRows(options, width, height, hasEnds: true);
        var counts = new LabelCounts();
        var labels = new ParameterLabels(runs);
        MapResult result = MapEngine.Execute(runs, options, new MapLabeller(rows, labels.LabelOf, counts, cancellation).Take, cancellation);
        short[] ranks = labels.Ranks(out IReadOnlyList<BasinMinimum> ordered);
        return new(model, horizontal, vertical, width, height, rows, ranks, counts.Ranked(ranks))
        {
            Computed = result,
            Minima = ordered,
            IsFull = labels.IsFull,
            Cancellation = cancellation,
        };
    }
}

/// <summary>A map over two parameters that was computed.</summary>
public sealed class ComputedParameters : ParameterMap
{
    private readonly MapRows rows;
    private readonly short[] ranks;
    private readonly Dictionary<int, long> counts;

    internal ComputedParameters(
        Run model, MapAxis horizontal, MapAxis vertical, int width, int height, MapRows rows, short[] ranks, Dictionary<int, long> counts)
        : base(model, horizontal, vertical, width, height) => (this.rows, this.ranks, this.counts) = (rows, ranks, counts);

    /// <summary>What computing it came to.</summary>
    public required MapResult Computed { get; init; }

    /// <summary>
    /// The minima that runs reach, by label, lowest loss first; where the landscape itself varies, label 0 says that a run reached a minimum of its
    /// own landscape, and there is no list.
    /// </summary>
    public required IReadOnlyList<BasinMinimum> Minima { get; init; }

    /// <summary>Whether more minima were met than there are labels, so that the last of them count as none.</summary>
    public required bool IsFull { get; init; }

    /// <summary>The share of the map where runs reach a minimum of lowest loss; null where the landscape itself varies.</summary>
    public double? GlobalShare => Minima.Count == 0 ? null : BasinMap.GlobalCount(Minima, Count) / ((double)Width * Height);

    /// <summary>How many pixels have a label.</summary>
    public long Count(int label) => counts.GetValueOrDefault(label);

    /// <summary>Stops readers too: drawing a large map takes its time.</summary>
    internal CancellationToken Cancellation { get; init; }

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The computation was cancelled after it had come to its end.</exception>
    public override void Read(int row, Span<Point> ends, Span<double> losses, Span<int> steps, Span<OutcomeKind> outcomes)
    {
        Cancellation.ThrowIfCancellationRequested();
        rows.ReadEnds(row, ends, losses);
        rows.ReadSteps(row, steps);
        rows.ReadOutcomes(row, outcomes);
    }

    /// <summary>Reads the labels of a row: the index of the minimum that the run reached, or one of <see cref="BasinLabel"/>.</summary>
    /// <param name="row">The row; 0 is the lowest.</param>
    /// <param name="labels">Takes a label for each column.</param>
    public void ReadLabels(int row, Span<short> labels)
    {
        rows.ReadLabels(row, labels);
        LabelCounts.Rank(labels[..Width], ranks);
    }
}

/// <summary>What each pair of values of two parameters makes of a run.</summary>
/// <param name="Model">The run that every pixel's run is, but for two parameters.</param>
/// <param name="Horizontal">What grows to the right.</param>
/// <param name="Vertical">What grows upward.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Retire">Whether runs end where nothing more can happen.</param>
public sealed record ParametersOf(Run Model, MapAxis Horizontal, MapAxis Vertical, int Width, int Height, bool Retire) : IAnalysis<ParameterMap>
{
    /// <summary>The number that <see cref="Horizontal"/> is the path of, over <see cref="Run"/>.</summary>
    /// <exception cref="ArgumentException">The run has no such number.</exception>
    public Parameter Across => Find(Horizontal);

    /// <summary>The number that <see cref="Vertical"/> is the path of, over <see cref="Run"/>.</summary>
    /// <exception cref="ArgumentException">The run has no such number.</exception>
    public Parameter Up => Find(Vertical);

    /// <inheritdoc/>
    public ParameterMap Compute(CancellationToken cancellation) =>
        ParameterMaps.Compute(Model, Horizontal, Across, Vertical, Up, Width, Height, new() { Retire = Retire }, cancellation);

    private Parameter Find(MapAxis axis) =>
        RunPath.Parse(axis.Path, [Model.Name]).Find(Model, out string complaint) ?? throw new ArgumentException($"{axis.Path}: {complaint}", nameof(axis));
}
