using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// Where the flow dw/ds = −∇f(w) ends. Valleys make it stiff, so it is followed by a method whose step no curvature bounds: the L-stable Rosenbrock
/// method of second order ROS2 (Verwer, Spee, Blom and Hundsdorfer 1999, doi:10.1137/S1064827597326651), which solves with 1 + γ τ H.
/// </summary>
public static class StiffFlow
{
    private const int MostSteps = 4000;
    private const double Gamma = 1 - 0.70710678118654752440;

    // How far one step may miss, relative to the point's size: a hundredth of what two basins' border is wide in a picture.
    private const double Tolerance = 1e-5;

    /// <summary>The minimum that the flow from a point ends in; null where it ends in none within reach.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="start">Where the flow begins.</param>
    public static Point? MinimumBelow(ILandscape landscape, Point start) => Follow(landscape, start, path: null);

    /// <summary>The way down from a point, its end the last point: a minimum where the flow ends in one within reach.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="start">Where the flow begins.</param>
    internal static IReadOnlyList<Point> Descent(ILandscape landscape, Point start)
    {
        var path = new List<Point>();
        if (Follow(landscape, start, path) is { } end)
        {
            path.Add(end);
        }

        return path;
    }

    private static Point? Follow(ILandscape landscape, Point start, List<Point>? path)
    {
        Point w = start;
        double step = 0;
        for (int i = 0; i < MostSteps; i++)
        {
            if (path is not null && (path.Count == 0 || path[^1] != w))
            {
                path.Add(w);
            }

            Jet<Real> f = landscape.Hessian(w);
            Spectrum s = Spectrum.Of(f);
            Point g = new(f.X, f.Y);
            if (!g.IsFinite || g == default && s.Kind != CriticalKind.Minimum)
            {
                return null;
            }

            if (s.Kind == CriticalKind.Minimum && g.Norm < 0.05 * s.Low * (1e-3 + w.Norm)
                && CriticalNewton.Polish(landscape, w, 4 * g.Norm / s.Low) is { } at && CriticalPoints.At(landscape, at).Kind == CriticalKind.Minimum)
            {
                return at;
            }

            // Where the loss curves downward the flow runs apart, and 1 + γ τ H must stay positive.
            step = step == 0 ? 0.25 / Math.Max(1e-12, Math.Max(Math.Abs(s.Low), Math.Abs(s.High))) : step;
            double tau = s.Low < 0 ? Math.Min(step, -0.5 / s.Low) : step;
            (Point next, double error) = Step(landscape, w, g, s, tau);
            double allowed = Tolerance * (1e-2 + w.Norm);
            if (!(error <= allowed))
            {
                step = tau * (error > 0 && double.IsFinite(error) ? Math.Max(0.2, 0.9 * Math.Sqrt(allowed / error)) : 0.2);
                continue;
            }

            if (next == w || (next - start).Norm > 1e6)
            {
                return null;
            }

            w = next;
            step = tau * (error > 0 ? Math.Min(4, 0.9 * Math.Sqrt(allowed / error)) : 4);
        }

        return null;
    }

    // (1 + γ τ H) k₁ = −g(w); (1 + γ τ H) k₂ = −g(w + τ k₁) − 2 k₁; w + τ (3 k₁ + k₂)/2, whose distance from w + τ k₁ is the error's bound.
    private static (Point Next, double Error) Step(ILandscape landscape, Point w, Point g, Spectrum s, double tau)
    {
        Point k = Solved(-1 * g), l = Solved((-1 * (Point)landscape.Gradient(w + (tau * k)).Gradient) - (2 * k));
        return (w + (tau * ((1.5 * k) + (0.5 * l))), 0.5 * tau * (k + l).Norm);

        Point Solved(Point v) => Along(v, s.HighDirection, s.High) + Along(v, s.LowDirection, s.Low);

        Point Along(Point v, Point direction, double lambda) => (Point.Dot(direction, v) / (1 + (Gamma * tau * lambda))) * direction;
    }
}
