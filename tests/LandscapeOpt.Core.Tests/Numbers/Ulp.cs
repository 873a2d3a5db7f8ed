using System.Globalization;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>Comparing doubles by their bits.</summary>
internal static class Ulp
{
    /// <summary>Same bits, all NaN counting as one: which NaN an operation gives is the only thing that IEEE 754 leaves open.</summary>
    internal static bool Same(double a, double b) =>
        BitConverter.DoubleToInt64Bits(a) == BitConverter.DoubleToInt64Bits(b) || (double.IsNaN(a) && double.IsNaN(b));

    /// <summary>How many doubles lie between two, 0 for <see cref="Same"/>; zeros of different sign are one apart.</summary>
    internal static ulong Distance(double a, double b)
    {
        if (double.IsNaN(a) || double.IsNaN(b)) return double.IsNaN(a) && double.IsNaN(b) ? 0 : ulong.MaxValue;
        long first = Ordered(a), second = Ordered(b);
        return first > second ? (ulong)first - (ulong)second : (ulong)second - (ulong)first;
    }

    /// <summary>Fails unless the result is so near to the expected one; 0 asks for the same bits.</summary>
    internal static void AssertWithin(double bound, double expected, double actual, string name, double a, double b = double.NaN)
    {
        if (bound == 0 ? !Same(expected, actual) : Distance(expected, actual) > bound)
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{name} of {a:R}, {b:R} should be {expected:R} but is {actual:R}"));
    }

    // Integers in the order of the doubles.
    private static long Ordered(double a)
    {
        long bits = BitConverter.DoubleToInt64Bits(a);
        return bits < 0 ? -1 - (bits & long.MaxValue) : bits;
    }
}
