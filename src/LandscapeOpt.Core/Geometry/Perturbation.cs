using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Geometry;

/// <summary>By how much the loss rises around a point: the highest rise in a box or an ellipse, the mean over normal noise.</summary>
internal static class Perturbation
{
    private const int Directions = 360, Radii = 8, Refinements = 40;

    // Nodes and weights of Gauss and Hermite's rule for the standard normal distribution, exact for polynomials up to degree 9.
    private static readonly (double Node, double Weight)[] Hermite =
    [
        (0, 8.0 / 15),
        (1.3556261799742657, 0.22207592200561263), (-1.3556261799742657, 0.22207592200561263),
        (2.8569700138728056, 0.011257411327720688), (-2.8569700138728056, 0.011257411327720688),
    ];

    /// <summary>max of f(w + z) − f(w) over |z_i| ≤ half_i.</summary>
    internal static double HighestInBox(ILandscape landscape, Point w, Point half) =>
        Highest(landscape, w, (u, v) => new((2 * u - 1) * half.X, (2 * v - 1) * half.Y), wraps: false);

    /// <summary>max of f(w + e) − f(w) over (e₁/r₁)² + (e₂/r₂)² ≤ 1.</summary>
    internal static double HighestInEllipse(ILandscape landscape, Point w, Point radii) => Highest(
        landscape,
        w,
        (u, v) => new(radii.X * v * Elementary.Cos(2 * Math.PI * u), radii.Y * v * Elementary.Sin(2 * Math.PI * u)),
        wraps: true);

    /// <summary>The mean of f(w + e) − f(w) over independent normal e_i of this deviation, by quadrature.</summary>
    internal static double Mean(ILandscape landscape, Point w, double deviation)
    {
        double sum = 0, here = landscape.Loss(w);
        foreach ((double x, double p) in Hermite)
        {
            foreach ((double y, double q) in Hermite)
            {
                sum += p * q * (landscape.Loss(w + new Point(deviation * x, deviation * y)) - here);
            }
        }

        return sum;
    }

    // The highest of a grid over [0, 1]², then halving steps around it. The point itself is in the region, so the rise is at least 0.
    private static double Highest(ILandscape landscape, Point w, Func<double, double, Point> region, bool wraps)
    {
        double here = landscape.Loss(w), best = 0, bestU = 0.5, bestV = wraps ? 0 : 0.5;
        int columns = wraps ? Directions : 32, rows = wraps ? Radii : 32;
        for (int i = 0; i <= columns; i++)
        {
            for (int j = 0; j <= rows; j++)
            {
                Try((double)i / columns, (double)j / rows);
            }
        }

        double stepU = 1.0 / columns, stepV = 1.0 / rows;
        for (int k = 0; k < Refinements; k++)
        {
            double u = bestU, v = bestV;
            Try(u + stepU, v);
            Try(u - stepU, v);
            Try(u, v + stepV);
            Try(u, v - stepV);
            if (u == bestU && v == bestV)
            {
                (stepU, stepV) = (0.5 * stepU, 0.5 * stepV);
            }
        }

        return best;

        void Try(double u, double v)
        {
            v = Math.Clamp(v, 0, 1);
            u = wraps ? u : Math.Clamp(u, 0, 1);
            double rise = landscape.Loss(w + region(u, v)) - here;
            (best, bestU, bestV) = rise > best ? (rise, u, v) : (best, bestU, bestV);
        }
    }
}
