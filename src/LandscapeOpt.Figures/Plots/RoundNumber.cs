using System.Globalization;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Numbers with few digits.</summary>
public static class RoundNumber
{
    private const int SmallestExponent = -323, LargestExponent = 308;

    /// <summary>10 to an integer power, the nearest double.</summary>
    /// <param name="exponent">The exponent; clamped to what a double can hold.</param>
    public static double Power(int exponent) =>
        double.Parse("1e" + Math.Clamp(exponent, SmallestExponent, LargestExponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>m × 10ᵉ as the double nearest to it, so that 3 × 10⁻¹ is 0.3.</summary>
    /// <param name="m">A whole number.</param>
    /// <param name="exponent">The exponent.</param>
    public static double Of(double m, int exponent) => exponent >= 0 ? m * Power(exponent) : exponent >= -300 ? m / Power(-exponent) : m * Power(exponent);

    /// <summary>The exponent of the leading digit: 2 for 345, -2 for 0.034. 0 for 0 and what is not finite.</summary>
    /// <param name="value">The number.</param>
    public static int Exponent(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return 0;
        }

        string text = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    /// <summary>The number with the fewest digits strictly between two others; of equally round ones the nearest to the middle.</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, greater than <paramref name="low"/>.</param>
    public static double Between(double low, double high)
    {
        if (low < 0 && high > 0)
        {
            return 0;
        }

        double middle = low + (0.5 * (high - low));
        for (int exponent = Exponent(Math.Max(Math.Abs(low), Math.Abs(high))); exponent > Exponent(high - low) - 3; exponent--)
        {
            foreach (int m in (ReadOnlySpan<int>)[10, 5, 2, 1])
            {
                double count = Math.Round(middle / Of(m, exponent));
                double candidate = Of(count * m, exponent);
                if (candidate > low && candidate < high)
                {
                    return candidate;
                }
            }
        }

        return middle;
    }
}
