using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Numbers;

/// <summary>Arguments that try every path of a function: usual ones, all magnitudes, and the places where reductions cancel.</summary>
internal static class Arguments
{
    /// <summary>Every kind of double at which functions are special.</summary>
    internal static double[] Special { get; } =
    [
        0.0, -0.0, 1, -1, 2, -2, 3, -3, 0.5, -0.5, 1.5, -1.5, 4, 10, -10, 1000, -1000, 1e22, -1e22, 1e300, -1e300,
        double.Epsilon, -double.Epsilon, 1e-310, -1e-310, 2.2250738585072014e-308, -2.2250738585072014e-308, 1e-300, 1e-20, -1e-20,
        double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        4503599627370497.0, -4503599627370497.0, 9007199254740991.0, -9007199254740991.0, 9007199254740994.0,
        709.782712893384, 709.7827128933841, -708.3964185322641, -745.1332191019411, -745.1332191019412, 22, -22, 19.0615, 1073741824, 1073741825,
        Math.PI, -Math.PI, Math.PI / 2, Math.PI / 4, Math.E, 1.0000000000000002, 0.9999999999999999, -1.0000000000000002,
    ];

    /// <summary>Any finite double, every bit pattern equally likely.</summary>
    internal static double AnyBits(Pcg64 random)
    {
        double x;
        do x = BitConverter.UInt64BitsToDouble(random.NextUInt64());
        while (!double.IsFinite(x));
        return x;
    }

    /// <summary>Uniform between two numbers.</summary>
    internal static double Between(Pcg64 random, double from, double to) => from + ((to - from) * random.NextDouble());

    /// <summary>Either sign, magnitude 2ᵏ m with k uniform.</summary>
    internal static double AnyScale(Pcg64 random, int from, int to) =>
        Math.ScaleB(random.NextUInt64() % 2 == 0 ? 1 + random.NextDouble() : -1 - random.NextDouble(), from + random.NextBelow(to - from));

    /// <summary>One of the few doubles next to a multiple of π/2.</summary>
    internal static double NearQuarterTurn(Pcg64 random, int largestPower)
    {
        double x = Math.Round(AnyScale(random, 0, largestPower)) * (Math.PI / 2);
        return BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) + random.NextBelow(5) - 2);
    }

    /// <summary>A mixture of all of these.</summary>
    internal static double Mixed(Pcg64 random) => random.NextBelow(8) switch
    {
        0 => AnyBits(random),
        1 => NearQuarterTurn(random, 60),
        2 => AnyScale(random, -30, 40),
        3 => Between(random, -750, 750),
        4 => Special[random.NextBelow(Special.Length)],
        5 => Between(random, -3, 3),
        _ => Between(random, -20, 20),
    };
}
