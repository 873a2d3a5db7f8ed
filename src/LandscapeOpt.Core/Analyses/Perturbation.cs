using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>By how much the loss rises around a point: the highest rise in a box or an ellipse, the mean over normal noise.</summary>
internal static class Perturbation
{
    private const int Directions = 360, Radii = 8, Side = 32;

    // So many of the grid's peaks are climbed: the highest peak need not be the one that the grid hits best.
    private const int MostPeaks = 8;

    // From steps of the grid's size down to 2⁻³⁰ of it, where a smooth peak is flat to the last bit; moves on the way are not limited by that.
    private const int Halvings = 30, MostMoves = 4000;

    // The normal density beyond 8.6 deviations weighs less than rounding.
    private const double Range = 8.6;

    // Grids of spacing 0.5 deviations and less, each finer by the golden ratio, so that no wave hides between the nodes of two of them.
    private const double Coarsest = 0.5, Finer = 1.618033988749895, MeanTolerance = 1e-10, MeanRounding = 1e-15;
    private const int MostGrids = 8;

    /// <summary>max of f(w + z) − f(w) over |z_i| ≤ half_i.</summary>
    internal static double HighestInBox(ILandscape landscape, Point w, Point half) =>
        Highest(landscape, w, (u, v) => new((2 * u - 1) * half.X, (2 * v - 1) * half.Y), wraps: false);

    /// <summary>max of f(w + e) − f(w) over (e₁/r₁)² + (e₂/r₂)² ≤ 1.</summary>
    internal static double HighestInEllipse(ILandscape landscape, Point w, Point radii) => Highest(
        landscape,
        w,
        (u, v) => new(radii.X * v * Elementary.Cos(2 * Math.PI * u), radii.Y * v * Elementary.Sin(2 * Math.PI * u)),
        wraps: true);

    /// <summary>
    /// The mean of f(w + e) − f(w) over independent normal e_i of this deviation, by the trapezoidal rule, whose error falls faster than any power
    /// of the spacing where the loss is smooth (Trefethen &amp; Weideman 2014, doi:10.1137/130932132). Grids are refined until two agree to 10⁻¹⁰;
    /// a kink within reach slows that down, and the finest grid is taken.
    /// </summary>
    internal static double Mean(ILandscape landscape, Point w, double deviation)
    {
        double here = landscape.Loss(w), before = double.NaN, spacing = Coarsest;
        for (int grid = 1; ; grid++, spacing /= Finer)
        {
            (double mean, double size) = Lanes.Run<MeanOnGrid, (double, double)>(new(landscape, w, deviation, here, spacing));
            if (!double.IsFinite(mean) || Math.Abs(mean - before) <= (MeanTolerance * Math.Abs(mean)) + (MeanRounding * size) || grid == MostGrids)
            {
                return mean;
            }

            before = mean;
        }
    }

    // The peaks of a grid over [0, 1]², each climbed to its top. The point itself is in the region, so the rise is at least 0.
    private static double Highest(ILandscape landscape, Point w, Func<double, double, Point> region, bool wraps)
    {
        double here = landscape.Loss(w);
        int columns = wraps ? Directions : Side, rows = wraps ? Radii : Side;
        double[,] rises = new double[columns + 1, rows + 1];
        for (int i = 0; i <= columns; i++)
        {
            for (int j = 0; j <= rows; j++)
            {
                rises[i, j] = Rise((double)i / columns, (double)j / rows);
            }
        }

        var peaks = new List<(double Rise, int I, int J)>();
        for (int i = 0; i <= columns; i++)
        {
            for (int j = 0; j <= rows; j++)
            {
                if (IsPeak(i, j))
                {
                    peaks.Add((rises[i, j], i, j));
                }
            }
        }

        return peaks.OrderByDescending(p => p.Rise).Take(MostPeaks).Select(p => Climb((double)p.I / columns, (double)p.J / rows)).Append(0).Max();

        double Rise(double u, double v) => landscape.Loss(w + region(u, v)) - here;

        bool IsPeak(int i, int j)
        {
            double rise = rises[i, j];
            return rise >= At(i + 1, j) && rise >= At(i - 1, j) && rise >= At(i, j + 1) && rise >= At(i, j - 1);
        }

        // Around the rim of an ellipse; beyond a border there is nothing higher.
        double At(int i, int j)
        {
            int column = wraps ? (i + columns) % columns : i;
            return column >= 0 && column <= columns && j >= 0 && j <= rows ? rises[column, j] : double.NegativeInfinity;
        }

        double Climb(double bestU, double bestV)
        {
            double best = Rise(bestU, bestV), stepU = 1.0 / columns, stepV = 1.0 / rows;
            for (int halvings = 0, moves = 0; halvings < Halvings && moves < MostMoves;)
            {
                double u = bestU, v = bestV;
                Try(u + stepU, v);
                Try(u - stepU, v);
                Try(u, v + stepV);
                Try(u, v - stepV);
                if (u == bestU && v == bestV)
                {
                    (stepU, stepV, halvings) = (0.5 * stepU, 0.5 * stepV, halvings + 1);
                }
                else
                {
                    moves++;
                }
            }

            return best;

            void Try(double u, double v)
            {
                v = Math.Clamp(v, 0, 1);
                u = wraps ? u : Math.Clamp(u, 0, 1);
                double rise = Rise(u, v);
                (best, bestU, bestV) = rise > best ? (rise, u, v) : (best, bestU, bestV);
            }
        }
    }

    // With the mean of |f(w + e)|, which rounding is measured by. Losses are computed side by side and added in order, so that no width changes a bit.
    private readonly struct MeanOnGrid(ILandscape landscape, Point w, double deviation, double here, double spacing) : ILaneWork<(double Mean, double Size)>
    {
        public (double Mean, double Size) Run<T>()
            where T : struct, ILane<T>, IReal<T>
        {
            int last = (int)(Range / spacing);
            double[] density = new double[last + 1], y = new double[(2 * last) + 1 + T.Count], losses = new double[y.Length];
            for (int i = 0; i <= last; i++)
            {
                density[i] = spacing * Elementary.Exp(-0.5 * i * spacing * i * spacing);
            }

            for (int j = 0; j < y.Length; j++)
            {
                y[j] = w.Y + (deviation * spacing * (j - last));
            }

            double sum = 0, size = 0, weights = 0;
            for (int i = -last; i <= last; i++)
            {
                T x = w.X + (deviation * spacing * i);
                int width = (int)Math.Sqrt((Range / spacing * (Range / spacing)) - ((double)i * i)), from = last - width, to = last + width;
                for (int j = from; j <= to; j += T.Count)
                {
                    landscape.At(x, T.Load(y.AsSpan(j))).Store(losses.AsSpan(j));
                }

                for (int j = from; j <= to; j++)
                {
                    double weight = density[Math.Abs(i)] * density[Math.Abs(j - last)];
                    sum += weight * (losses[j] - here);
                    size += weight * Math.Abs(losses[j]);
                    weights += weight;
                }
            }

            return (sum / weights, size / weights);
        }
    }
}
