using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Analyses;

/// <summary>
/// Curves with movable bends between two fixed ends (Garipov et al. 2018, arXiv:1802.10026), trained on the mean loss over equally spaced
/// parameters, which is their objective without its randomness. Descent with Armijo's condition and the step lengths of Barzilai and Borwein
/// takes the place of SGD, so that no learning rate has to suit the landscape.
/// </summary>
internal static class BentCurve
{
    private const int MostSteps = 3000;

    // How far from the straight line a curve begins, as a share of its length: far enough to be beside the hill between two minima.
    private const double Bow = 0.25;

    internal static ModeCurve Train(ILandscape landscape, Point from, Point to, CurveKind kind, int bends)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bends);
        double[][] weights = [.. Enumerable.Range(0, ModeCurve.Samples).Select(i => Weights(kind, bends + 2, (double)i / (ModeCurve.Samples - 1)))];

        // On the line itself symmetry can hold a curve that should go round, and each side has a curve of its own.
        ModeCurve left = Train(landscape, from, to, kind, bends, weights, Bow);
        ModeCurve right = Train(landscape, from, to, kind, bends, weights, -Bow);
        return right.Highest < left.Highest || (right.Highest == left.Highest && right.Mean < left.Mean) ? right : left;
    }

    private static ModeCurve Train(ILandscape landscape, Point from, Point to, CurveKind kind, int bends, double[][] weights, double bow)
    {
        Point along = to - from, across = new(-along.Y, along.X);
        Point[] nodes = [.. Enumerable.Range(0, bends + 2).Select(j => (double)j / (bends + 1))
            .Select(t => from + (t * along) + (4 * t * (1 - t) * bow * across))];
        nodes[^1] = to;
        double loss = Mean(landscape, nodes, weights, out Point[] slope);
        Descend(landscape, nodes, weights, loss, slope);
        IEnumerable<double> corners = kind == CurveKind.Polychain ? Enumerable.Range(1, bends).Select(j => (double)j / (bends + 1)) : [];
        ModeCurve curve = CurveSamples.Of(landscape, kind, t => t == 1 ? to : Place(nodes, Weights(kind, bends + 2, t)), corners);
        return curve with { Bends = nodes[1..^1], Mean = Mean(landscape, nodes, weights, out _) };
    }

    private static void Descend(ILandscape landscape, Point[] nodes, double[][] weights, double loss, Point[] slope)
    {
        double step = 1e-3;
        for (int i = 0; i < MostSteps; i++)
        {
            double norm = Norm(slope);
            if (!(norm > 1e-12 * (1 + Math.Abs(loss))))
            {
                return;
            }

            Point[] next = Moved(nodes, slope, step);
            double lower = Mean(landscape, next, weights, out Point[] nextSlope);
            while (!(lower <= loss - (1e-4 * step * norm * norm)) && step > 1e-18)
            {
                step *= 0.5;
                next = Moved(nodes, slope, step);
                lower = Mean(landscape, next, weights, out nextSlope);
            }

            if (!(lower < loss))
            {
                return;
            }

            double moved = 0, turned = 0;
            for (int j = 1; j < nodes.Length - 1; j++)
            {
                Point s = next[j] - nodes[j];
                (moved, turned) = (moved + Point.Dot(s, s), turned + Point.Dot(s, nextSlope[j] - slope[j]));
                nodes[j] = next[j];
            }

            step = turned > 0 ? Math.Clamp(moved / turned, 1e-12, 1e6) : 2 * step;
            (loss, slope) = (lower, nextSlope);
        }
    }

    private static Point[] Moved(Point[] nodes, Point[] slope, double step)
    {
        Point[] next = [.. nodes];
        for (int j = 1; j < nodes.Length - 1; j++)
        {
            next[j] = nodes[j] - (step * slope[j]);
        }

        return next;
    }

    private static double Mean(ILandscape landscape, Point[] nodes, double[][] weights, out Point[] slope)
    {
        slope = new Point[nodes.Length];
        double sum = 0;
        foreach (double[] w in weights)
        {
            Dual<Real> f = landscape.Gradient(Place(nodes, w));
            sum += f.Value / weights.Length;
            for (int j = 1; j < nodes.Length - 1; j++)
            {
                slope[j] += (w[j] / weights.Length) * (Point)f.Gradient;
            }
        }

        return sum;
    }

    private static Point Place(Point[] nodes, double[] weights)
    {
        Point sum = weights[0] * nodes[0];
        for (int j = 1; j < nodes.Length; j++)
        {
            sum += weights[j] * nodes[j];
        }

        return sum;
    }

    // How much each of n nodes counts at t: hats for straight pieces, Bernstein's polynomials for a Bezier curve.
    private static double[] Weights(CurveKind kind, int n, double t)
    {
        double[] weights = new double[n];
        for (int j = 0; j < n; j++)
        {
            weights[j] = kind == CurveKind.Polychain ? Math.Max(0, 1 - Math.Abs((t * (n - 1)) - j)) : Bernstein(n - 1, j, t);
        }

        return weights;
    }

    private static double Bernstein(int n, int j, double t)
    {
        double value = 1;
        for (int i = 1; i <= n; i++)
        {
            value *= i <= j ? t : 1 - t;
        }

        for (int i = 1; i <= j; i++)
        {
            value *= (double)(n - j + i) / i;
        }

        return value;
    }

    private static double Norm(Point[] points) => Math.Sqrt(points.Sum(p => Point.Dot(p, p)));
}
