using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>Checks that stated critical points are stationary, of the stated kind, with the stated loss.</summary>
internal static class CriticalPointCheck
{
    private const string Check = "critical points";

    public static IEnumerable<Finding> Run(ILandscape landscape, LandscapeInfo info)
    {
        int wrong = 0;
        foreach (CriticalPoint point in info.CriticalPoints)
        {
            if (Misfit(landscape, point) is { } misfit)
            {
                wrong++;
                yield return new(Verdict.Fails, Check, $"the {Name(point.Kind)} at {point.At} {misfit}", point.At);
            }
        }

        if (wrong == 0)
        {
            IEnumerable<string> counts = info.CriticalPoints.GroupBy(p => p.Kind).OrderBy(g => g.Key)
                .Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {(g.Count() == 1 ? Name(g.Key) : Names(g.Key))}"));
            yield return info.CriticalPoints.Count == 0
                ? new(Verdict.Notice, Check, "none are stated")
                : new(Verdict.Holds, Check, $"all as stated: {string.Join(", ", counts)}");
        }
    }

    /// <summary>What a point is by the eigenvalues of the Hessian there.</summary>
    public static CriticalKind KindOf(Jet<Real> f)
    {
        (Real low, Real high) = new Symmetric<Real>(f.XX, f.XY, f.YY).Eigenvalues();
        double floor = 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high));
        return Math.Abs(low) <= floor || Math.Abs(high) <= floor ? CriticalKind.Degenerate
            : low > 0 ? CriticalKind.Minimum
            : high < 0 ? CriticalKind.Maximum
            : CriticalKind.Saddle;
    }

    private static string? Misfit(ILandscape landscape, CriticalPoint point)
    {
        Jet<Real> f = landscape.Hessian(point.At);
        double gradient = new Point(f.X, f.Y).Norm, curvature = Math.Abs(f.XX) + Math.Abs(f.XY) + Math.Abs(f.YY);
        if (!(gradient <= 1e-9 * (1 + curvature) * (1 + point.At.Norm)))
        {
            return string.Create(CultureInfo.InvariantCulture, $"is not stationary: the gradient's norm is {gradient:0.0e0}");
        }

        if (!(Math.Abs(f.Value - point.Loss) <= 1e-9 * Math.Max(1, Math.Abs(point.Loss))))
        {
            return string.Create(CultureInfo.InvariantCulture, $"has the loss {f.Value.Value}, not {point.Loss}");
        }

        CriticalKind kind = KindOf(f);
        return kind == point.Kind ? null : $"is a {Name(kind)}";
    }

    private static string Names(CriticalKind kind) => kind switch
    {
        CriticalKind.Minimum => "minima",
        CriticalKind.Maximum => "maxima",
        CriticalKind.Saddle => "saddles",
        _ => "degenerate points",
    };

    private static string Name(CriticalKind kind) => kind switch
    {
        CriticalKind.Minimum => "minimum",
        CriticalKind.Maximum => "maximum",
        CriticalKind.Saddle => "saddle",
        _ => "degenerate point",
    };
}
