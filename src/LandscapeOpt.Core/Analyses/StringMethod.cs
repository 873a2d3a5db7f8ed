using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// A minimum-energy path between two points by the simplified string method (E, Ren and Vanden-Eijnden 2007, doi:10.1063/1.2720838): every point
/// of a string descends, then the points are set equally far apart again. It finds the path nearest to where it begins, so it begins on the way
/// over the lowest passes. Where the loss is highest along it the string crosses a saddle, which Newton's method finds to full precision.
/// </summary>
internal static class StringMethod
{
    private const int FewestImages = 81, ImagesToSaddle = 32, MostSteps = 4000, LooksBetweenImages = 16;

    internal static ModeCurve Find(ILandscape landscape, Point from, Point to)
    {
        PassRoute? route = PassRoute.Between(landscape, from, to);
        Point[] points = Even(route?.Points ?? Bent(from, to), Math.Max(FewestImages, 1 + (ImagesToSaddle * (1 + (route?.Saddles ?? 0)))));
        for (int step = 0; step < MostSteps; step++)
        {
            if (Relax(landscape, points) <= 1e-9 * (1 + (to - from).Norm))
            {
                break;
            }
        }

        return Measured(landscape, points, route);
    }

    // Slightly bent, so that a string on an axis of symmetry can leave it.
    private static Point[] Bent(Point from, Point to)
    {
        Point d = to - from, across = new(-d.Y, d.X);
        return [.. Enumerable.Range(0, FewestImages).Select(i => (double)i / (FewestImages - 1))
            .Select(t => t == 1 ? to : from + (t * d) + (0.01 * t * (1 - t) * across))];
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

        Point[] even = Even(moved, moved.Length);
        double largest = 0;
        for (int i = 0; i < points.Length; i++)
        {
            largest = Math.Max(largest, (even[i] - points[i]).Norm);
            points[i] = even[i];
        }

        return largest;
    }

    private static Point[] Even(IReadOnlyList<Point> points, int count)
    {
        double[] along = new double[points.Count];
        for (int i = 1; i < points.Count; i++)
        {
            along[i] = along[i - 1] + (points[i] - points[i - 1]).Norm;
        }

        var even = new Point[count];
        (even[0], even[^1]) = (points[0], points[^1]);
        for (int i = 1, j = 1; i < count - 1; i++)
        {
            double place = along[^1] * i / (count - 1);
            while (j < points.Count - 1 && along[j] < place)
            {
                j++;
            }

            double gap = along[j] - along[j - 1], share = gap > 0 ? (place - along[j - 1]) / gap : 0;
            even[i] = points[j - 1] + (share * (points[j] - points[j - 1]));
        }

        return even;
    }

    // The highest points along the string are saddles, which join its points; where there is none, at a kink say, the string's own height counts.
    private static ModeCurve Measured(ILandscape landscape, Point[] points, PassRoute? route)
    {
        var shown = new List<Point>(points);
        var saddles = new List<CriticalFinding>();
        double highest = Math.Max(landscape.Loss(points[0]), landscape.Loss(points[^1]));
        double[] losses = [.. points.Select(landscape.Loss)];
        for (int i = 1; i < points.Length - 1; i++)
        {
            if (!(losses[i] > losses[i - 1] && losses[i] >= losses[i + 1]))
            {
                continue;
            }

            if (CriticalNewton.Polish(landscape, points[i], 3 * (points[i + 1] - points[i - 1]).Norm) is { } at
                && CriticalPoints.At(landscape, at) is { Kind: not CriticalKind.Minimum } saddle)
            {
                if (!saddles.Exists(s => (s.At - at).Norm < 1e-9 * (1 + at.Norm)))
                {
                    saddles.Add(saddle);
                    shown.Insert(PlaceOf(at, shown, points[i]), at);
                }

                highest = Math.Max(highest, saddle.Loss);
            }
            else
            {
                highest = Math.Max(highest, HighestBeside(landscape, points[i - 1], points[i], points[i + 1]));
            }
        }

        return new(CurveKind.MinimumEnergy, shown, [.. shown.Select(landscape.Loss)])
        {
            Saddles = saddles,
            Highest = highest,
            IsLowest = route is { IsLowest: true } && highest <= route.Highest + (1e-9 * (1 + Math.Abs(route.Highest))),
        };
    }

    // Before or after the image that it was found from, whichever keeps the string in order.
    private static int PlaceOf(Point saddle, List<Point> shown, Point image)
    {
        int i = shown.IndexOf(image);
        return Point.Dot(saddle - image, shown[i + 1] - shown[i - 1]) > 0 ? i + 1 : i;
    }

    private static double HighestBeside(ILandscape landscape, Point before, Point at, Point after)
    {
        double Loss(double t) => landscape.Loss(t < 0.5 ? before + (2 * t * (at - before)) : at + (((2 * t) - 1) * (after - at)));
        double[] looks = [.. Enumerable.Range(0, LooksBetweenImages + 1).Select(i => Loss((double)i / LooksBetweenImages))];
        return Loss(CurveSamples.HighestAt(Loss, looks));
    }
}
