using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>The curvature at a point: both eigenvalues of the Hessian and their directions, in closed form.</summary>
/// <param name="Low">The smaller eigenvalue λ₁.</param>
/// <param name="High">The larger eigenvalue λ₂.</param>
/// <param name="HighDirection">A unit vector along which the curvature is λ₂; its turn by a quarter belongs to λ₁.</param>
public readonly record struct Spectrum(double Low, double High, Point HighDirection)
{
    /// <summary>A unit vector along which the curvature is λ₁.</summary>
    public Point LowDirection => new(-HighDirection.Y, HighDirection.X);

    /// <summary>λ₁ + λ₂.</summary>
    public double Trace => Low + High;

    /// <summary>The Frobenius norm.</summary>
    public double Norm => Math.Sqrt((Low * Low) + (High * High));

    /// <summary>The larger over the smaller absolute eigenvalue, at least 1; infinite where one is 0, NaN where both are.</summary>
    public double Condition => Math.Max(Math.Abs(Low), Math.Abs(High)) / Math.Min(Math.Abs(Low), Math.Abs(High));

    /// <summary>What counts as 0 among eigenvalues: 10⁻⁸ (1 + |H|).</summary>
    public double Tolerance => 1e-8 * (1 + Norm);

    /// <summary>The Morse index: how many eigenvalues are below minus the tolerance.</summary>
    public int Index => (Low < -Tolerance ? 1 : 0) + (High < -Tolerance ? 1 : 0);

    /// <summary>How many eigenvalues are 0 to the tolerance: directions in which curvature decides nothing.</summary>
    public int FlatDirections => (Math.Abs(Low) <= Tolerance ? 1 : 0) + (Math.Abs(High) <= Tolerance ? 1 : 0);

    /// <summary>What a point with zero gradient and this curvature is.</summary>
    public CriticalKind Kind => FlatDirections > 0 ? CriticalKind.Degenerate
        : Low > 0 ? CriticalKind.Minimum
        : High < 0 ? CriticalKind.Maximum
        : CriticalKind.Saddle;

    /// <summary>The spectrum of a Hessian.</summary>
    /// <param name="jet">Value and derivatives at a point.</param>
    public static Spectrum Of(Jet<Real> jet) => Of(new Symmetric<Real>(jet.XX, jet.XY, jet.YY));

    /// <summary>The spectrum of a symmetric matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    public static Spectrum Of(Symmetric<Real> matrix)
    {
        (Real low, Real high) = matrix.Eigenvalues();
        double xx = matrix.XX, xy = matrix.XY, yy = matrix.YY;

        // Of the two columns that give the direction, the longer one loses no digits.
        Point first = new(high - yy, xy), second = new(xy, high - xx);
        Point direction = first.Norm >= second.Norm ? first : second;
        double length = direction.Norm;
        return new(low, high, length > 0 ? (1 / length) * direction : new(1, 0));
    }
}
