using System.Globalization;

namespace LandscapeOpt.Numbers;

/// <summary>Numbers spread evenly between two ends, both included: the values of sweeps and of the axes of maps.</summary>
public static class Spread
{
    /// <summary>Whether the numbers between two ends can be computed.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="isLogarithmic">Whether the ratios are equal instead of the differences.</param>
    public static bool IsFinite(double from, double to, bool isLogarithmic) => double.IsFinite(isLogarithmic ? to / from : to - from);

    /// <summary>One of the numbers.</summary>
    /// <param name="from">The first; greater than 0 where ratios are equal.</param>
    /// <param name="to">The last; greater than 0 where ratios are equal.</param>
    /// <param name="count">How many there are, at least 1; one alone lies in the middle.</param>
    /// <param name="index">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="isLogarithmic">Whether the ratios are equal instead of the differences.</param>
    public static double At(double from, double to, int count, int index, bool isLogarithmic)
    {
        double share = count == 1 ? 0.5 : (double)index / (count - 1);
        return share == 0 ? from
            : share == 1 ? to
            : Rounded(isLogarithmic ? from * Elementary.Pow(to / from, share) : from + ((to - from) * share));
    }

    // Fifteen digits, so that the middle of 0.01 and 1 is 0.1 and not its neighbour.
    private static double Rounded(double value) => double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
