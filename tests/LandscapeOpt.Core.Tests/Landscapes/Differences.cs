using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Landscapes;

/// <summary>Numerical derivatives that know their own error, as the independent judge of the computed ones.</summary>
internal static class Differences
{
    /// <summary>
    /// f'(t) with an estimate of its error, which is infinite where wide and narrow differences disagree: there a kink lies between them.
    /// </summary>
    public static (double Slope, double Error) AwayFromKinks(Func<double, double> f, double t, double step)
    {
        (double slope, double error) = Ridders(f, t, step);
        (double near, double nearError) = Ridders(f, t, step / 100);
        return Math.Abs(slope - near) <= (20 * (error + nearError)) + (1e-6 * (1 + Math.Abs(near))) ? (slope, error) : (slope, double.PositiveInfinity);
    }

    /// <summary>f'(t) by Ridders' extrapolation of central differences, with an estimate of its error.</summary>
    public static (double Slope, double Error) Ridders(Func<double, double> f, double t, double step)
    {
        const int Rows = 8;
        const double Shrink = 1.6;
        double[,] table = new double[Rows, Rows];
        (double slope, double error) = (double.NaN, double.PositiveInfinity);
        double h = step;
        for (int i = 0; i < Rows; i++, h /= Shrink)
        {
            table[0, i] = (f(t + h) - f(t - h)) / ((t + h) - (t - h));
            double factor = Shrink * Shrink;
            for (int j = 1; j <= i; j++, factor *= Shrink * Shrink)
            {
                table[j, i] = ((table[j - 1, i] * factor) - table[j - 1, i - 1]) / (factor - 1);
                double difference = Math.Max(Math.Abs(table[j, i] - table[j - 1, i]), Math.Abs(table[j, i] - table[j - 1, i - 1]));
                if (difference < error)
                {
                    (slope, error) = (table[j, i], difference);
                }
            }
        }

        return (slope, error);
    }

    /// <summary>Points of a rectangle, the same in every run.</summary>
    public static IEnumerable<Point> PointsIn(Domain domain, int count, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            double x = domain.X0 + (domain.Width * random.NextDouble()), y = domain.Y0 + (domain.Height * random.NextDouble());
            yield return new(x, y);
        }
    }
}
