namespace LandscapeOpt.Landscapes.Verification;

/// <summary>A derivative measured by differences, with an estimate of its error.</summary>
/// <param name="Value">The derivative.</param>
/// <param name="Error">An estimate of its error.</param>
/// <param name="IsReliable">Whether wide and narrow differences agree; else a kink lies near, or values are not finite.</param>
internal readonly record struct NumericalSlope(double Value, double Error, bool IsReliable)
{
    /// <summary>Central differences, extrapolated to width 0 (Ridders 1982, doi:10.1016/S0141-1195(82)80057-0), once wide and once narrow.</summary>
    /// <param name="f">The function.</param>
    /// <param name="t">Where its derivative is wanted.</param>
    /// <param name="width">Half the width of the widest difference.</param>
    public static NumericalSlope Of(Func<double, double> f, double t, double width)
    {
        (double value, double error) = Extrapolate(f, t, width);
        (double near, double nearError) = Extrapolate(f, t, width / 100);
        bool agree = Math.Abs(value - near) <= (20 * (error + nearError)) + (1e-6 * (1 + Math.Abs(near)));
        return new(value, error, agree && double.IsFinite(value) && error <= 1e-4 * (1 + Math.Abs(value)));
    }

    private static (double Value, double Error) Extrapolate(Func<double, double> f, double t, double width)
    {
        const int Rows = 8;
        const double Shrink = 1.6;
        Span<double> previous = stackalloc double[Rows], current = stackalloc double[Rows];
        (double value, double error) = (double.NaN, double.PositiveInfinity);
        for (int i = 0; i < Rows; i++, width /= Shrink)
        {
            double right = t + width, left = t - width;
            current[0] = (f(right) - f(left)) / (right - left);
            double factor = Shrink * Shrink;
            for (int j = 1; j <= i; j++, factor *= Shrink * Shrink)
            {
                current[j] = ((current[j - 1] * factor) - previous[j - 1]) / (factor - 1);
                double difference = Math.Max(Math.Abs(current[j] - current[j - 1]), Math.Abs(current[j] - previous[j - 1]));
                if (difference < error)
                {
                    (value, error) = (current[j], difference);
                }
            }

            current.CopyTo(previous);
        }

        return (value, error);
    }
}
