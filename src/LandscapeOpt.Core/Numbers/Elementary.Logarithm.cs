using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    private const ulong SqrtHalfBits = 0x3FE6_A09E_667F_3BCD, OneBits = 0x3FF0_0000_0000_0000, MantissaBits = 0x000F_FFFF_FFFF_FFFF;

    // 2^52: a small integer in its low bits makes the double 2^52 + that integer.
    private const ulong IntegerBits = 0x4330_0000_0000_0000;
    private const double IntegerOffset = 4503599627370496.0 + 1023;

    /// <summary>The natural logarithm, within 1 ulp; NaN below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AllAtMost(SmallestNormal, x) && T.AllAtMost(x, double.MaxValue) ? LogOfNormal(x, IntegerOffset) : LogOfAny(x);

    // x = 2ᵏ m with m in [√½, √2) and log m = 2 atanh s, s = (m - 1) / (m + 1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T LogOfNormal<T>(T x, T exponentOffset)
        where T : struct, ILane<T>, IReal<T>
    {
        (T m, T k) = Split(x, exponentOffset);
        T f = m - 1, s = f / (m + 1), z = s * s;
        T p = T.Horner(z, 0.146177771563139, 0.1533161773164875, 0.18182892072765394, 0.2222221109872488, 0.2857142862614155);
        p = T.Horner(z, p, 0.39999999999899455, 0.666666666666667);

        // 2s = f - s f = f - h + s h with h = f²/2: f is exact, so the rounding errors are those of the small terms.
        T h = f * (f * 0.5);
        T small = T.FusedMultiplyAdd(s, T.FusedMultiplyAdd(z, p, h), k * Ln2Low);
        return T.FusedMultiplyAdd(k, Ln2High, f - (h - small));
    }

    // The mantissa in [√½, √2) and the exponent of normal numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T Mantissa, T Exponent) Split<T>(T x, T exponentOffset)
        where T : struct, ILane<T>, IReal<T>
    {
        T moved = T.AddIntegers(x, T.FromBits(unchecked(OneBits - SqrtHalfBits)));
        T mantissa = T.AddIntegers(T.And(moved, T.FromBits(MantissaBits)), T.FromBits(SqrtHalfBits));
        return (mantissa, T.Or(T.ShiftRight(moved, 52), T.FromBits(IntegerBits)) - exponentOffset);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T LogOfAny<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T subnormal = T.LessThan(x, SmallestNormal);
        T scaled = T.Select(subnormal, x * 18014398509481984.0, x);
        T log = LogOfNormal(scaled, T.Select(subnormal, IntegerOffset + 54, IntegerOffset));
        log = T.Select(T.LessThan(0, x), log, T.Select(T.EqualTo(x, 0), double.NegativeInfinity, double.NaN));
        return T.Select(T.EqualTo(x, double.PositiveInfinity), x, log);
    }
}
