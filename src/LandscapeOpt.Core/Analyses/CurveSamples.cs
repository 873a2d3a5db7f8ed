using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Points of a parametrised curve that show it: equally far apart along it, with its corners and its highest point.</summary>
internal static class CurveSamples
{
    // Shown points, and looks at the curve; the highest looks are then refined, since the highest point need not be nearest to the highest look.
    private const int Shown = 201, Looks = 4096, MostPeaks = 32;

    private static readonly double Golden = 0.5 * (Math.Sqrt(5) - 1);

    /// <summary>The curve φ(t), t from 0 to 1, with the loss at its highest point to full precision.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="kind">What kind of curve it is.</param>
    /// <param name="place">φ.</param>
    /// <param name="corners">Parameters whose points are shown in any case.</param>
    internal static ModeCurve Of(ILandscape landscape, CurveKind kind, Func<double, Point> place, IEnumerable<double> corners)
    {
        double[] along = new double[Looks + 1], losses = new double[Looks + 1];
        Point before = place(0);
        for (int i = 0; i <= Looks; i++)
        {
            Point here = place((double)i / Looks);
            (along[i], losses[i]) = (i == 0 ? 0 : along[i - 1] + (here - before).Norm, landscape.Loss(here));
            before = here;
        }

        double highest = HighestAt(t => landscape.Loss(place(t)), losses);
        Point[] points = [.. Even(along).Concat(corners).Append(highest).Order().Distinct().Select(place)];
        return new(kind, points, [.. points.Select(landscape.Loss)]);
    }

    /// <summary>The parameter of the highest point of a function over [0, 1] that was looked at in equal steps.</summary>
    internal static double HighestAt(Func<double, double> function, double[] looks)
    {
        int last = looks.Length - 1;
        bool IsPeak(int i) => (i == 0 || looks[i] >= looks[i - 1]) && (i == last || looks[i] >= looks[i + 1]);
        (double at, double height) = (0, looks[0]);
        foreach (int peak in Enumerable.Range(0, looks.Length).Where(IsPeak).OrderByDescending(i => looks[i]).Take(MostPeaks))
        {
            double t = Climb(function, (double)Math.Max(0, peak - 1) / last, (double)Math.Min(last, peak + 1) / last), value = function(t);
            (t, value) = value >= looks[peak] ? (t, value) : ((double)peak / last, looks[peak]);
            (at, height) = value > height ? (t, value) : (at, height);
        }

        return at;
    }

    // Golden section: a peak is flat to rounding long before the bracket is as narrow as this.
    private static double Climb(Func<double, double> function, double from, double to)
    {
        double a = to - (Golden * (to - from)), b = from + (Golden * (to - from)), fa = function(a), fb = function(b);
        while (to - from > 1e-12)
        {
            if (fa >= fb)
            {
                (to, b, fb) = (b, a, fa);
                a = to - (Golden * (to - from));
                fa = function(a);
            }
            else
            {
                (from, a, fa) = (a, b, fb);
                b = from + (Golden * (to - from));
                fb = function(b);
            }
        }

        return fa >= fb ? a : b;
    }

    // Parameters of points that are equally far apart along the curve.
    private static IEnumerable<double> Even(double[] along)
    {
        int j = 1, last = along.Length - 1;
        for (int i = 0; i < Shown; i++)
        {
            double wanted = along[^1] * i / (Shown - 1);
            while (j < last && along[j] < wanted)
            {
                j++;
            }

            double gap = along[j] - along[j - 1], share = gap > 0 ? Math.Clamp((wanted - along[j - 1]) / gap, 0, 1) : 0;
            yield return i is 0 ? 0 : i is Shown - 1 ? 1 : (j - 1 + share) / last;
        }
    }
}
