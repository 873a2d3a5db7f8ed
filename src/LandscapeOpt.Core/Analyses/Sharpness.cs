using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Radii of the measures of sharpness.</summary>
public sealed record SharpnessSettings
{
    /// <summary>ε of Keskar's box |z_i| ≤ ε (|w_i| + 1); greater than 0.</summary>
    public double Epsilon { get; init; } = 1e-3;

    /// <summary>ρ of SAM's ball; greater than 0.</summary>
    public double Rho { get; init; } = 0.05;

    /// <summary>s, the standard deviation of the random perturbations; greater than 0.</summary>
    public double Deviation { get; init; } = 0.05;

    /// <summary>ρ of the adaptive ball |e/T| ≤ ρ; greater than 0.</summary>
    public double AdaptiveRho { get; init; } = 0.05;

    /// <summary>Added to |w| in T; at least 0. 0 makes the adaptive measures invariant under rescaling.</summary>
    public double Floor { get; init; }
}

/// <summary>All measures of sharpness at a point.</summary>
public sealed record Sharpness
{
    /// <summary>The point.</summary>
    public required Point At { get; init; }

    /// <summary>The loss there.</summary>
    public required double Loss { get; init; }

    /// <summary>|g| there.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>The largest eigenvalue of the Hessian.</summary>
    public required double LambdaMax { get; init; }

    /// <summary>The smallest eigenvalue of the Hessian.</summary>
    public required double LambdaMin { get; init; }

    /// <summary>The trace of the Hessian.</summary>
    public required double Trace { get; init; }

    /// <summary>The Frobenius norm of the Hessian.</summary>
    public required double Frobenius { get; init; }

    /// <summary>100 (max over the box of f(w + z) − f(w))/(1 + f(w)), in percent (Keskar et al. 2017, arXiv:1609.04836).</summary>
    public required double Keskar { get; init; }

    /// <summary>max over |e| ≤ ρ of f(w + e) − f(w) (Foret et al. 2020, arXiv:2010.01412).</summary>
    public required double Sam { get; init; }

    /// <summary>The mean of f(w + e) − f(w) over normal e of deviation s.</summary>
    public required double Average { get; init; }

    /// <summary>max over |e/T| ≤ ρ of f(w + e) − f(w), T = |w| + floor (Kwon et al. 2021, arXiv:2102.11600).</summary>
    public required double Adaptive { get; init; }

    /// <summary>λ_max(T H T): the adaptive sharpness's curvature, unmoved by rescaling.</summary>
    public required double AdaptiveLambdaMax { get; init; }

    /// <summary>Names and values, in the order of the files.</summary>
    public IReadOnlyList<(string Name, double Value)> Values => [.. Measured.Select(c => (c.Name, (double)c.Value(this)!))];

    /// <summary>The point and all measures there.</summary>
    public static IReadOnlyList<Column<Sharpness>> Columns => [.. Place, .. Measured];

    private static Column<Sharpness>[] Place { get; } =
    [
        new("x", "length", "first coordinate", s => s.At.X) { Views = TableViews.Data },
        new("y", "length", "second coordinate", s => s.At.Y) { Views = TableViews.Data },
    ];

    private static Column<Sharpness>[] Measured { get; } =
    [
        new("loss", "loss", "the objective", s => s.Loss),
        new("gradient_norm", "loss/length", "norm of the objective's gradient", s => s.GradientNorm),
        Measures.Column<Sharpness>("lambda_max", s => s.LambdaMax),
        Measures.Column<Sharpness>("lambda_min", s => s.LambdaMin),
        Measures.Column<Sharpness>("trace_hessian", s => s.Trace),
        Measures.Column<Sharpness>("frobenius", s => s.Frobenius),
        Measures.Column<Sharpness>("keskar", s => s.Keskar),
        Measures.Column<Sharpness>("sam_sharpness", s => s.Sam),
        Measures.Column<Sharpness>("average_sharpness", s => s.Average),
        Measures.Column<Sharpness>("adaptive_sharpness", s => s.Adaptive),
        Measures.Column<Sharpness>("adaptive_lambda_max", s => s.AdaptiveLambdaMax),
    ];

    /// <summary>One row per point, the step's number first where the points are a trace's.</summary>
    /// <param name="rows">The points; all with a step or none.</param>
    public static Table<(int? Step, Sharpness Sharpness)> Table(IReadOnlyList<(int? Step, Sharpness Sharpness)> rows) => new(
        "sharpness",
        [
            .. rows.Any(r => r.Step is not null) ? [new("step", "1", "t, from 0", r => r.Step)] : Array.Empty<Column<(int? Step, Sharpness Sharpness)>>(),
            .. Columns.Select(c => c.Of<(int? Step, Sharpness Sharpness)>(r => r.Sharpness)),
        ],
        rows);

    /// <summary>Measures the sharpness at a point.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="w">The point.</param>
    /// <param name="settings">Radii; the defaults unless given.</param>
    public static Sharpness Of(ILandscape landscape, Point w, SharpnessSettings? settings = null)
    {
        SharpnessSettings set = settings ?? new();
        Jet<Real> f = landscape.Hessian(w);
        Spectrum spectrum = Spectrum.Of(f);
        Point scale = new(Math.Abs(w.X) + set.Floor, Math.Abs(w.Y) + set.Floor);
        Spectrum scaled = Spectrum.Of(new Symmetric<Real>(scale.X * scale.X * f.XX, scale.X * scale.Y * f.XY, scale.Y * scale.Y * f.YY));
        Point box = new(set.Epsilon * (Math.Abs(w.X) + 1), set.Epsilon * (Math.Abs(w.Y) + 1));
        return new()
        {
            At = w,
            Loss = f.Value,
            GradientNorm = new Point(f.X, f.Y).Norm,
            LambdaMax = spectrum.High,
            LambdaMin = spectrum.Low,
            Trace = spectrum.Trace,
            Frobenius = spectrum.Norm,
            Keskar = 100 * Perturbation.HighestInBox(landscape, w, box) / (1 + f.Value),
            Sam = Perturbation.HighestInEllipse(landscape, w, new(set.Rho, set.Rho)),
            Average = Perturbation.Mean(landscape, w, set.Deviation),
            Adaptive = Perturbation.HighestInEllipse(landscape, w, set.AdaptiveRho * scale),
            AdaptiveLambdaMax = scaled.High,
        };
    }
}

/// <summary>How sharp a landscape is at a point.</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="At">The point.</param>
/// <param name="Settings">The radii.</param>
public sealed record SharpnessAt(ILandscape Landscape, Point At, SharpnessSettings Settings) : IAnalysis<Sharpness>
{
    /// <inheritdoc/>
    public Sharpness Compute(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Sharpness.Of(Landscape, At, Settings);
    }
}
