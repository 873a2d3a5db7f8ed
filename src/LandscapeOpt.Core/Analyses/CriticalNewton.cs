using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>Newton's method on the gradient, for critical points of every kind.</summary>
internal static class CriticalNewton
{
    private const int MostSteps = 80;

    /// <summary>Follows Newton's method until rounding stops it.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="reach">How far from the start the way may lead.</param>
    /// <returns>The point with the smallest gradient on the way; null where the way left the reach or the gradient does not vanish.</returns>
    internal static Point? Polish(ILandscape landscape, Point start, double reach)
    {
        Point w = start, best = start;
        double least = double.PositiveInfinity, curvature = 0;
        int idle = 0;
        for (int step = 0; step < MostSteps && idle < 3; step++)
        {
            Jet<Real> jet = landscape.Hessian(w);
            Point g = new(jet.X, jet.Y);
            double norm = g.Norm;
            if (!double.IsFinite(norm) || (w - start).Norm > reach)
            {
                return null;
            }

            idle = norm < 0.9 * least ? 0 : idle + 1;
            if (norm < least)
            {
                (best, least, curvature) = (w, norm, Spectrum.Of(jet).Norm);
            }

            if (norm == 0)
            {
                break;
            }

            Point next = w - Step(jet);
            if (next == w)
            {
                break;
            }

            w = next;
        }

        // Rounding of w alone changes the gradient by |H| |w| 2⁻⁵³; the terms that cancel in it add their own.
        double allowed = 1e-9 * Math.Max(1e-3, curvature) * Math.Max(1e-3, 1 + best.Norm);
        return least <= allowed ? Cleaned(landscape, best, least) : null;
    }

    // The step of least length that solves H d = g as well as can be: on curves of critical points it goes straight to the curve.
    internal static Point Step(Jet<Real> jet)
    {
        Spectrum s = Spectrum.Of(jet);
        Point g = new(jet.X, jet.Y);
        double largest = Math.Max(Math.Abs(s.Low), Math.Abs(s.High));
        Point along = Along(s.HighDirection, s.High), across = Along(s.LowDirection, s.Low);
        return along + across;

        Point Along(Point direction, double lambda) =>
            Math.Abs(lambda) <= 1e-11 * largest || lambda == 0 ? default : (Point.Dot(direction, g) / lambda) * direction;
    }

    // Symmetric landscapes have critical points with a coordinate of exactly 0, which rounding hides.
    private static Point Cleaned(ILandscape landscape, Point w, double norm)
    {
        Point clean = new(Math.Abs(w.X) < 1e-12 ? 0 : w.X, Math.Abs(w.Y) < 1e-12 ? 0 : w.Y);
        Point g = landscape.Gradient(clean).Gradient;
        return clean != w && g.Norm <= norm + 1e-15 ? clean : w;
    }
}
