using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Geometry;

/// <summary>
/// The minimum-energy path between two minima by the simplified string method (E, Ren and Vanden-Eijnden 2007, doi:10.1063/1.2720838): every
/// point of a string descends, then the points are set equally far apart again. Where the loss is highest along it the string crosses a saddle,
/// which Newton's method finds to full precision.
/// </summary>
internal static class StringMethod
{
    private const int Images = 81, MostSteps = 4000;

    internal static ModeCurve Find(ILandscape landscape, Point from, Point to)
    {
        var points = new Point[Images];
        Point d = to - from, across = new(-d.Y, d.X);
        for (int i = 0; i < Images; i++)
        {
            double t = (double)i / (Images - 1);

            // Slightly bent, so that a string on an axis of symmetry can leave it.
            points[i] = i is 0 ? from : i is Images - 1 ? to : from + (t * d) + ((0.01 * t * (1 - t)) * across);
        }

        for (int step = 0; step < MostSteps; step++)
        {
            if (Relax(landscape, points) <= 1e-9 * (1 + d.Norm))
            {
                break;
            }
        }

        return ModeCurve.Through(landscape, CurveKind.MinimumEnergy, points) with { Saddles = Crossed(landscape, points) };
    }

    // One step of every point down its gradient, as long as the curvature along the string allows; then equal distances. Returns the largest move.
    private static double Relax(ILandscape landscape, Point[] points)
    {
        var moved = new Point[points.Length];
        (moved[0], moved[^1]) = (points[0], points[^1]);
        double spacing = 0;
        for (int i = 1; i < points.Length; i++)
        {
            spacing = Math.Max(spacing, (points[i] - points[i - 1]).Norm);
        }

        for (int i = 1; i < points.Length - 1; i++)
        {
            Jet<Real> f = landscape.Hessian(points[i]);
            Spectrum s = Spectrum.Of(f);
            Point g = new(f.X, f.Y);
            double rate = 0.5 / Math.Max(1e-12, Math.Max(Math.Abs(s.Low), Math.Abs(s.High))), length = rate * g.Norm;
            moved[i] = points[i] - ((length > 0.5 * spacing ? 0.5 * spacing / length : 1) * rate * g);
        }

        Point[] even = Even(moved);
        double largest = 0;
        for (int i = 0; i < points.Length; i++)
        {
            largest = Math.Max(largest, (even[i] - points[i]).Norm);
            points[i] = even[i];
        }

        return largest;
    }

    private static Point[] Even(Point[] points)
    {
        double[] along = new double[points.Length];
        for (int i = 1; i < points.Length; i++)
        {
            along[i] = along[i - 1] + (points[i] - points[i - 1]).Norm;
        }

        var even = new Point[points.Length];
        (even[0], even[^1]) = (points[0], points[^1]);
        for (int i = 1, j = 1; i < points.Length - 1; i++)
        {
            double place = along[^1] * i / (points.Length - 1);
            while (j < points.Length - 1 && along[j] < place)
            {
                j++;
            }

            double gap = along[j] - along[j - 1], share = gap > 0 ? (place - along[j - 1]) / gap : 0;
            even[i] = points[j - 1] + (share * (points[j] - points[j - 1]));
        }

        return even;
    }

    private static List<CriticalFinding> Crossed(ILandscape landscape, Point[] points)
    {
        double[] losses = [.. points.Select(landscape.Loss)];
        var saddles = new List<CriticalFinding>();
        for (int i = 1; i < points.Length - 1; i++)
        {
            if (losses[i] > losses[i - 1] && losses[i] >= losses[i + 1]
                && CriticalNewton.Polish(landscape, points[i], 3 * (points[i + 1] - points[i - 1]).Norm) is { } at
                && CriticalPoints.At(landscape, at) is { Kind: not CriticalKind.Minimum } saddle
                && !saddles.Exists(s => (s.At - at).Norm < 1e-9 * (1 + at.Norm)))
            {
                saddles.Add(saddle);
            }
        }

        return saddles;
    }
}
