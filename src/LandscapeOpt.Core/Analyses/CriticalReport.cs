using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Analyses;

/// <summary>A critical point that was found, or the representative of a whole set of them.</summary>
/// <param name="Kind">What it is, by the eigenvalues.</param>
/// <param name="At">Where it is, to the last digits that the gradient's rounding allows.</param>
/// <param name="Loss">The loss there.</param>
/// <param name="Spectrum">The curvature there.</param>
/// <param name="GradientNorm">What rounding leaves of the gradient.</param>
public sealed record CriticalFinding(CriticalKind Kind, Point At, double Loss, Spectrum Spectrum, double GradientNorm)
{
    /// <summary>The smallest rectangle around the set that this point stands for; null for a single point.</summary>
    public Domain? Extent { get; init; }

    /// <summary>Points all over the curve that this point stands for; empty for a single point.</summary>
    public IReadOnlyList<Point> Samples { get; init; } = [];

    /// <summary>Boxes that together cover the region or the line of kinks that this point stands for; empty for a single point and for a curve.</summary>
    public IReadOnlyList<Domain> Boxes { get; init; } = [];

    /// <summary>How many critical points the flat region that this point stands for was shown to hold; null where they cannot be told apart.</summary>
    public int? Merged { get; init; }

    /// <summary>Whether the gradient jumps or has no value here, so that the eigenvalues say nothing.</summary>
    public bool IsKink { get; init; }

    /// <summary>What it is in words: "minimum", "strict saddle", "degenerate: a curve of critical points", ….</summary>
    public string Description => (Kind, IsKink, Extent) switch
    {
        (CriticalKind.Minimum, _, _) => "minimum",
        (CriticalKind.Maximum, _, _) => "maximum",
        (CriticalKind.Saddle, _, _) => "strict saddle",
        (_, true, null) => "degenerate: a kink",
        (_, true, _) => "degenerate: a line of kinks",
        (_, _, null) => "degenerate: a single point",
        _ when Boxes.Count > 0 => Merged > 1 ? Invariant($"degenerate: a flat region of {Merged} critical points") : "degenerate: a flat region",
        _ => "degenerate: a curve of critical points",
    };
}

/// <summary>A place, or a connected set of places, where the loss has no bound or no value: nothing can be proved there.</summary>
/// <param name="At">One such place.</param>
/// <param name="Extent">The smallest rectangle around the boxes that may hold others.</param>
public sealed record Pole(Point At, Domain Extent);

/// <summary>All critical points in a window.</summary>
/// <param name="Window">Where was searched.</param>
/// <param name="Points">Minima, saddles, maxima, then degenerate points and sets; each kind from the lowest loss up.</param>
/// <param name="IsComplete">Whether interval arithmetic proves that there are no others away from the poles.</param>
/// <param name="Boxes">How many boxes were looked at.</param>
public sealed record CriticalReport(Domain Window, IReadOnlyList<CriticalFinding> Points, bool IsComplete, int Boxes)
{
    /// <summary>Where the loss has no bound or no value.</summary>
    public IReadOnlyList<Pole> Poles { get; init; } = [];

    /// <summary>One row per critical point or set.</summary>
    public Table<CriticalFinding> Table => new("critical", Columns, Points);

    private static Column<CriticalFinding>[] Columns { get; } =
    [
        new("kind", "", "minimum, saddle, maximum or degenerate", p => Kebab.Of(p.Kind)) { Views = TableViews.Data },
        new("x", "length", "first coordinate", p => p.At.X) { Text = p => Invariant($"{p.At.X:R}") },
        new("y", "length", "second coordinate", p => p.At.Y) { Text = p => Invariant($"{p.At.Y:R}") },
        new("loss", "loss", "the objective", p => p.Loss),
        Measures.Column<CriticalFinding>("lambda_min", p => p.Spectrum.Low),
        Measures.Column<CriticalFinding>("lambda_max", p => p.Spectrum.High),
        new("gradient_norm", "loss/length", "what rounding leaves of the gradient", p => p.GradientNorm) { Views = TableViews.Data },
        Measures.Column<CriticalFinding>("index", p => p.Spectrum.Index) with { Place = 1 },
        Measures.Column<CriticalFinding>("condition", p => p.Spectrum.Condition),
        Measures.Column<CriticalFinding>("flat_directions", p => p.Spectrum.FlatDirections) with { Place = 1, Heading = "flat" },
        new("description", "", "the kind, and what a degenerate set looks like", p => p.Description) { Place = -1, Heading = "kind" },
        new("merged", "1", "how many critical points the flat region holds", p => p.Merged) { Views = TableViews.Json, IsOptional = true },
    ];

    /// <summary>How many there are of a kind.</summary>
    public int Count(CriticalKind kind) => Points.Count(p => p.Kind == kind);
}
