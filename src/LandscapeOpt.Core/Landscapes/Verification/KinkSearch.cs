using System.Globalization;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes.Verification;

/// <summary>
/// Searches for places where the gradient or the loss jumps: on the segments between neighbours of a grid the largest change is chased into
/// ever smaller halves. Where the landscape is smooth it shrinks with them; at a kink it stays.
/// </summary>
internal static class KinkSearch
{
    private const string Check = "kinks";
    private const int Cells = 64;
    private const int Halvings = 36;

    private enum Kind
    {
        Kink,
        Cusp,
        Jump,
    }

    public static Finding Run(ILandscape landscape, LandscapeInfo info)
    {
        List<(Kind Kind, Point At, double Size)> found = [.. Segments(info).Select(s => Kink(landscape, s.From, s.To)).OfType<(Kind, Point, double)>()];
        if (found.Count == 0)
        {
            return info.Kinks is { } stated
                ? new(Verdict.Notice, Check, $"none found; stated: {stated}")
                : new(Verdict.Holds, Check, "none found, none stated");
        }

        (Kind kind, Point at, double size) = found.MaxBy(f => f.Size);
        string what = kind switch
        {
            Kind.Jump => "the loss jumps by",
            Kind.Cusp => "the gradient grows without bound, to more than",
            _ => "the gradient jumps by",
        };
        string text = string.Create(
            CultureInfo.InvariantCulture, $"{what} {size:0.0e0} at {Rounded(at)}, one of {found.Count} places found");
        return info.Kinks is { } known
            ? new(Verdict.Holds, Check, $"{text}; stated: {known}", at)
            : new(Verdict.Fails, Check, $"{text}; none are stated", at);
    }

    private static IEnumerable<(Point From, Point To)> Segments(LandscapeInfo info)
    {
        Domain domain = info.Domain;
        double width = domain.Width / Cells, height = domain.Height / Cells;
        for (int j = 0; j <= Cells; j++)
        {
            for (int i = 0; i <= Cells; i++)
            {
                var at = new Point(domain.X0 + (width * i), domain.Y0 + (height * j));
                yield return (at, new(at.X + width, at.Y));
                yield return (at, new(at.X, at.Y + height));
            }
        }

        // A tip of a cone lies on no line of a grid; those that matter are stated.
        foreach (CriticalPoint point in info.CriticalPoints)
        {
            yield return (point.At, new(point.At.X + width, point.At.Y));
            yield return (point.At, new(point.At.X, point.At.Y + height));
        }
    }

    private static (Kind Kind, Point At, double Size)? Kink(ILandscape landscape, Point from, Point to)
    {
        if (Chase(landscape, from, to, Rise) is { } jump && jump.Last > 1e-6 * (1e-3 + Math.Max(Math.Abs(jump.A.Value), Math.Abs(jump.B.Value))))
        {
            return (Kind.Jump, jump.At, jump.Last);
        }

        return Chase(landscape, from, to, Change) is { } bend && bend.Last > (1e-4 * Math.Max(Norm(bend.A), Norm(bend.B))) + 1e-9
            ? (bend.Last > 100 * bend.First ? Kind.Cusp : Kind.Kink, bend.At, bend.Last)
            : null;
    }

    /// <summary>The change across a segment and across its last half; null where it shrinks with the segment.</summary>
    private static (double First, double Last, Point At, Dual<Real> A, Dual<Real> B)? Chase(
        ILandscape landscape, Point from, Point to, Func<Dual<Real>, Dual<Real>, double> change)
    {
        Dual<Real> a = landscape.Gradient(from), b = landscape.Gradient(to);
        double first = change(a, b), last = first;
        for (int i = 1; i <= Halvings; i++)
        {
            Point middle = 0.5 * (from + to);
            Dual<Real> m = landscape.Gradient(middle);
            double left = change(a, m), right = change(m, b);
            (from, a, to, b, last) = left >= right ? (from, a, middle, m, left) : (middle, m, to, b, right);

            // Smooth changes have shrunk a thousandfold by the tenth halving.
            if (!double.IsFinite(last) || (i >= 10 && !(last > 0.01 * first)))
            {
                return null;
            }
        }

        return (first, last, from, a, b);
    }

    // Without a negative zero.
    private static Point Rounded(Point p) => new(Math.Round(p.X, 6) + 0, Math.Round(p.Y, 6) + 0);

    private static double Change(Dual<Real> a, Dual<Real> b) => new Point(b.X - a.X, b.Y - a.Y).Norm;

    private static double Rise(Dual<Real> a, Dual<Real> b) => Math.Abs(b.Value - a.Value);

    private static double Norm(Dual<Real> f) => new Point(f.X, f.Y).Norm;
}
