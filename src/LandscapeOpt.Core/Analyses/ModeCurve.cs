using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>How two points are joined.</summary>
public enum CurveKind
{
    /// <summary>Straight pieces between bends (Garipov et al. 2018, arXiv:1802.10026).</summary>
    Polychain,

    /// <summary>A Bezier curve whose inner control points are the bends (Garipov et al. 2018, arXiv:1802.10026).</summary>
    Bezier,

    /// <summary>A path of least energy over saddles, by the string method (E, Ren and Vanden-Eijnden 2007, doi:10.1063/1.2720838).</summary>
    MinimumEnergy,
}

/// <summary>A curve between two points and the loss along it.</summary>
/// <param name="Kind">How the points are joined.</param>
/// <param name="Points">Points of the curve, about equally far apart, its ends, bends and highest point among them.</param>
/// <param name="Losses">The loss at each.</param>
public sealed record ModeCurve(CurveKind Kind, IReadOnlyList<Point> Points, IReadOnlyList<double> Losses)
{
    /// <summary>How many equally spaced parameters the loss is averaged over while a curve is trained.</summary>
    public const int Samples = 61;

    /// <summary>The bends: for a minimum-energy path none.</summary>
    public IReadOnlyList<Point> Bends { get; init; } = [];

    /// <summary>The saddles that a minimum-energy path crosses, on the way.</summary>
    public IReadOnlyList<CriticalFinding> Saddles { get; init; } = [];

    /// <summary>
    /// Whether no other way between the ends stays lower: all critical points below the path's highest are known, and it took the lowest passes.
    /// Elsewhere a minimum-energy path is one of several that there may be.
    /// </summary>
    public bool IsLowest { get; init; }

    /// <summary>The highest loss on the curve, to the last digits.</summary>
    public double Highest { get; init; } = Losses.Max();

    /// <summary>The lowest loss on the curve.</summary>
    public double Lowest => Losses.Min();

    /// <summary>The mean loss over the curve's parameter, which training lowers; for a minimum-energy path over its points.</summary>
    public double Mean { get; init; } = Losses.Average();

    /// <summary>The highest loss above the higher end, at least 0.</summary>
    public double Barrier => Math.Max(0, Highest - Math.Max(Losses[0], Losses[^1]));

    /// <summary>The length of the curve.</summary>
    public double Length => Steps().Sum(s => s.Length);

    /// <summary>The mean loss per length: Σ (f_i + f_{i+1})/2 |φ_{i+1} − φ_i| over the length.</summary>
    public double MeanByLength => Length == 0 ? Losses[0] : Steps().Sum(s => s.Length * s.Loss) / Length;

    /// <summary>Finds a curve of low loss between two points.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    /// <param name="kind">How the points are joined.</param>
    /// <param name="bends">Nodes between the ends; for a minimum-energy path it plays no part.</param>
    public static ModeCurve Between(ILandscape landscape, Point from, Point to, CurveKind kind, int bends = 1) => kind == CurveKind.MinimumEnergy
        ? StringMethod.Find(landscape, from, to)
        : BentCurve.Train(landscape, from, to, kind, bends);

    /// <summary>The straight line between two points.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="from">One end.</param>
    /// <param name="to">The other end.</param>
    public static ModeCurve Straight(ILandscape landscape, Point from, Point to) =>
        CurveSamples.Of(landscape, CurveKind.Polychain, t => t == 1 ? to : from + (t * (to - from)), []);

    private IEnumerable<(double Length, double Loss)> Steps() =>
        Points.Zip(Points.Skip(1), (a, b) => (b - a).Norm).Zip(Losses.Zip(Losses.Skip(1), (f, g) => 0.5 * (f + g)));
}

/// <summary>Ways between two points.</summary>
/// <param name="Straight">The straight line.</param>
/// <param name="Curves">A curve of each kind, in the order of <see cref="CurveKind"/>.</param>
public sealed record CurveReport(ModeCurve Straight, IReadOnlyList<ModeCurve> Curves)
{
    /// <summary>One row per curve.</summary>
    public Table<ModeCurve> Table => new("curves", Columns, Curves);

    /// <summary>One row per point of each curve.</summary>
    public Table<(ModeCurve Curve, int Point)> Points =>
        new("curve", PointColumns, [.. Curves.SelectMany(c => Enumerable.Range(0, c.Points.Count).Select(i => (c, i)))]);

    private static Column<ModeCurve>[] Columns { get; } =
    [
        new("kind", "", "how the points are joined", c => Kebab.Of(c.Kind)) { Heading = "curve" },
        new("highest", "loss", "the highest loss", c => c.Highest),
        new("lowest", "loss", "the lowest loss", c => c.Lowest),
        new("mean", "loss", "the mean loss over the curve's parameter", c => c.Mean),
        Measures.Column<ModeCurve>("mean_by_length", c => c.MeanByLength),
        Measures.Column<ModeCurve>("barrier", c => c.Barrier),
        new("length", "length", "the length", c => c.Length),
        new("lowest", "", "whether no other way stays lower", c => c.Kind == CurveKind.MinimumEnergy ? c.IsLowest : null)
        {
            Views = TableViews.Json,
            IsOptional = true,
        },
        new("bends", "length", "the bends", c => c.Bends) { Views = TableViews.Json },
        new("saddles", "length", "the saddles that the curve crosses", c => c.Saddles.Select(s => s.At)) { Views = TableViews.Json },
    ];

    private static Column<(ModeCurve Curve, int Point)>[] PointColumns { get; } =
    [
        new("curve", "", "how the points are joined", p => Kebab.Of(p.Curve.Kind)),
        new("point", "1", "the point's number, from 0", p => p.Point),
        new("x", "length", "first coordinate", p => p.Curve.Points[p.Point].X),
        new("y", "length", "second coordinate", p => p.Curve.Points[p.Point].Y),
        new("loss", "loss", "the objective", p => p.Curve.Losses[p.Point]),
    ];
}

/// <summary>Which ways of low loss lead from one point to another.</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="From">One end.</param>
/// <param name="To">The other end.</param>
/// <param name="Bends">Bends of the trained curves.</param>
public sealed record CurvesBetween(ILandscape Landscape, Point From, Point To, int Bends) : IAnalysis<CurveReport>
{
    /// <inheritdoc/>
    public CurveReport Compute(CancellationToken cancellation)
    {
        var curves = new List<ModeCurve>();
        foreach (CurveKind kind in Enum.GetValues<CurveKind>())
        {
            cancellation.ThrowIfCancellationRequested();
            curves.Add(ModeCurve.Between(Landscape, From, To, kind, Bends));
        }

        return new(ModeCurve.Straight(Landscape, From, To), curves);
    }
}
