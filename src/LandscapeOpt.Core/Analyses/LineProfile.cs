using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>A sample of a landscape along a line.</summary>
/// <param name="T">The place, 0 at the line's first point and 1 at its second.</param>
/// <param name="At">The point.</param>
/// <param name="Loss">The objective φ(t).</param>
/// <param name="Slope">φ'(t) = ⟨g, B − A⟩: loss per whole line.</param>
/// <param name="Curvature">φ''(t) = (B − A)ᵀ H (B − A).</param>
/// <param name="Components">The components' losses, K numbers.</param>
public sealed record LineSample(double T, Point At, double Loss, double Slope, double Curvature, IReadOnlyList<double> Components);

/// <summary>
/// The loss along the straight line φ(t) = f((1 − t) A + t B) (Goodfellow, Vinyals and Saxe 2015, arXiv:1412.6544), with what linear mode
/// connectivity asks about it.
/// </summary>
public sealed record LineProfile
{
    /// <summary>The fewest samples that a profile has.</summary>
    public const int FewestPoints = 2;

    /// <summary>The most samples that a profile has.</summary>
    public const int MostPoints = 1_000_000;

    private LineProfile(IReadOnlyList<LineSample> samples, IReadOnlyList<string> components) => (Samples, ComponentNames) = (samples, components);

    /// <summary>The samples from A to B, equally far apart.</summary>
    public IReadOnlyList<LineSample> Samples { get; }

    /// <summary>The components' names, K of them.</summary>
    public IReadOnlyList<string> ComponentNames { get; }

    /// <summary>Whether the loss never rises from A to B by more than rounding.</summary>
    public bool IsMonotone => LargestRise == 0;

    /// <summary>How many samples lie higher than the one before.</summary>
    public int Rises { get; private init; }

    /// <summary>Δ = max of φ(t₂) − φ(t₁) over t₁ &lt; t₂, at least 0: how far the line is from monotone (arXiv:2104.11044).</summary>
    public double LargestRise { get; private init; }

    /// <summary>Where that rise ends.</summary>
    public double LargestRiseAt { get; private init; }

    /// <summary>max of φ(t) − ((1 − t) φ(0) + t φ(1)), at least 0: the barrier of linear mode connectivity (Frankle et al. 2020, arXiv:1912.05671).</summary>
    public double BarrierAboveChord { get; private init; }

    /// <summary>max φ − max(φ(0), φ(1)), at least 0.</summary>
    public double BarrierAboveEnds { get; private init; }

    /// <summary>The place of the highest sample.</summary>
    public double HighestAt { get; private init; }

    /// <summary>What holds of the whole line.</summary>
    public static IReadOnlyList<Column<LineProfile>> Facts { get; } =
    [
        Measures.Column<LineProfile>("monotone", l => l.IsMonotone) with { Text = l => l.IsMonotone ? "yes" : "no" },
        new("loss_from", "loss", "the loss at A", l => l.Samples[0].Loss),
        new("loss_to", "loss", "the loss at B", l => l.Samples[^1].Loss),
        Measures.Column<LineProfile>("largest_rise", l => l.LargestRise),
        new("largest_rise_at", "1", "the t at which that rise ends", l => l.LargestRiseAt),
        new("rises", "1", "how many samples lie higher than the one before", l => l.Rises),
        Measures.Column<LineProfile>("barrier_above_chord", l => l.BarrierAboveChord),
        Measures.Column<LineProfile>("barrier_above_ends", l => l.BarrierAboveEnds),
        new("highest_at", "1", "the t of the highest sample", l => l.HighestAt),
    ];

    /// <summary>One row per sample.</summary>
    public Table<LineSample> Table => new(
        "line",
        [
            new("t", "1", "the place: 0 at A, 1 at B", s => s.T),
            new("x", "length", "first coordinate", s => s.At.X),
            new("y", "length", "second coordinate", s => s.At.Y),
            new("loss", "loss", "the objective φ(t)", s => s.Loss),
            new("slope", "loss", "φ'(t), per whole line", s => s.Slope),
            new("curvature", "loss", "φ''(t), per whole line", s => s.Curvature),
            .. ComponentNames.Count == 1 ? [] : ComponentNames.Select((name, k) => new Column<LineSample>(
                "loss_" + name, "loss", "the component's loss", s => s.Components[k])),
        ],
        Samples);

    /// <summary>Samples the line between two points.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="from">A.</param>
    /// <param name="to">B.</param>
    /// <param name="points">How many samples, the ends included; 51 at least for barriers that can be trusted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two samples, or too many.</exception>
    public static LineProfile Between(ILandscape landscape, Point from, Point to, int points = 201)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, FewestPoints);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, MostPoints);
        IReadOnlyList<Component> components = landscape.Components;
        Point d = to - from;
        var samples = new LineSample[points];
        for (int i = 0; i < points; i++)
        {
            double t = (double)i / (points - 1);
            Point at = i == points - 1 ? to : from + (t * d);
            Jet<Real> f = landscape.Hessian(at);
            double slope = (f.X * d.X) + (f.Y * d.Y), curvature = (f.XX * d.X * d.X) + (2 * f.XY * d.X * d.Y) + (f.YY * d.Y * d.Y);
            samples[i] = new(t, at, f.Value, slope, curvature, components.Count == 1 ? [f.Value] : [.. components.Select(c => c.Landscape.Loss(at))]);
        }

        return new LineProfile(samples, [.. components.Select(c => c.Name)]).Measured();
    }

    private LineProfile Measured()
    {
        double first = Samples[0].Loss, last = Samples[^1].Loss, highest = Samples.Max(s => s.Loss);
        double rounding = 1e-14 * Samples.Max(s => Math.Abs(s.Loss));
        double lowest = first, rise = 0, riseAt = 0, above = 0;
        int rises = 0;
        for (int i = 0; i < Samples.Count; i++)
        {
            LineSample s = Samples[i];
            rises += i > 0 && s.Loss > Samples[i - 1].Loss + rounding ? 1 : 0;
            lowest = Math.Min(lowest, s.Loss);
            (rise, riseAt) = s.Loss - lowest > Math.Max(rise, rounding) ? (s.Loss - lowest, s.T) : (rise, riseAt);
            above = Math.Max(above, s.Loss - (((1 - s.T) * first) + (s.T * last)));
        }

        return this with
        {
            Rises = rises,
            LargestRise = rise,
            LargestRiseAt = riseAt,
            BarrierAboveChord = above,
            BarrierAboveEnds = Math.Max(0, highest - Math.Max(first, last)),
            HighestAt = Samples.First(s => s.Loss == highest || double.IsNaN(highest)).T,
        };
    }
}

/// <summary>How the loss runs along a straight line.</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="From">The line's first point.</param>
/// <param name="To">The line's second point.</param>
/// <param name="Points">How many samples.</param>
public sealed record LineBetween(ILandscape Landscape, Point From, Point To, int Points) : IAnalysis<LineProfile>
{
    /// <inheritdoc/>
    public LineProfile Compute(CancellationToken cancellation) => LineProfile.Between(Landscape, From, To, Points);
}
