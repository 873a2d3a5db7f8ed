using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    // The leading part has 42 bits, so that its product with an exponent of 2 is exact.
    private const double Ln2Leading = 0.6931471805598903, Ln2Trailing = 5.497923018708371e-14;

    private const double TwoThirdsHigh = 0.6666666666666666, TwoThirdsLow = 3.700743415417188e-17;

    /// <summary>xʸ, within 2 ulp, as the exponential of y log x with the logarithm to about 2^-65 of itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Pow<T>(T x, T y)
        where T : struct, ILane<T>, IReal<T> => CalledPow(in x, in y);

    // Called, not inlined. By reference, because the compiler copies a vector that it passes by value in pieces, for which the processor has to wait.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T CalledPow<T>(in T x, in T y)
        where T : struct, ILane<T>, IReal<T> => ComputePow(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ComputePow<T>(T x, T y)
        where T : struct, ILane<T>, IReal<T>
    {
        if (T.AllAtMost(SmallestNormal, x) && T.AllAtMost(x, double.MaxValue))
        {
            (T high, T low) = TimesLog(y, x, IntegerOffset);
            if (T.AllMagnitudesAtMost(high, LargestUnguardedExponent))
            {
                T shifted = T.FusedMultiplyAdd(high, InverseLn2, Shift);
                return T.AddIntegers(ExpOfRemainder(high, low, shifted - Shift), T.ShiftLeft(shifted, 52));
            }
        }

        return PowOfAny(x, y);
    }

    // y log x in two parts, for a normal x > 0: x = 2ᵏ m, log m = 2 atanh s = 2s + s³ (2/3 + z P(z)), z = s², s = (m - 1) / (m + 1).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (T High, T Low) TimesLog<T>(T y, T x, T exponentOffset)
        where T : struct, ILane<T>, IReal<T>
    {
        (T m, T k) = Split(x, exponentOffset);
        T below = m + 1;
        (T s, T sLow) = Divide(m - 1, 0, below, m - (below - 1));
        T z = s * s, zLow = T.FusedMultiplyAdd(s + s, sLow, T.FusedMultiplyAdd(s, s, -z));
        T cube = s * z, cubeLow = T.FusedMultiplyAdd(s, zLow, T.FusedMultiplyAdd(z, sLow, T.FusedMultiplyAdd(s, z, -cube)));

        T p = T.Horner(z, 0.1158737316623491, 0.11721251792896671, 0.13334140670593117, 0.15384609915333222, 0.18181818155091364);
        p = T.Horner(z, p, 0.22222222222771756, 0.2857142857142632);
        p = T.FusedMultiplyAdd(z, p, 0.4);
        T factor = T.FusedMultiplyAdd(z, p, TwoThirdsHigh), factorLow = T.FusedMultiplyAdd(z, p, (T)TwoThirdsHigh - factor) + TwoThirdsLow;
        T term = factor * cube;
        T termLow = T.FusedMultiplyAdd(factor, cubeLow, T.FusedMultiplyAdd(factorLow, cube, T.FusedMultiplyAdd(factor, cube, -term)));

        // Sums of two numbers with their rounding error; the first is the larger, or zero.
        T twice = s + s, mantissa = twice + term, mantissaLow = (twice - mantissa) + term;
        T exponent = k * Ln2Leading, log = exponent + mantissa, logLow = (exponent - log) + mantissa;
        logLow += T.FusedMultiplyAdd(k, Ln2Trailing, mantissaLow + (termLow + (sLow + sLow)));

        T high = y * log;
        return (high, T.FusedMultiplyAdd(y, logLow, T.FusedMultiplyAdd(y, log, -high)));
    }

    // exp(x + low - n ln 2) for |low| within an ulp of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpOfRemainder<T>(T x, T low, T n)
        where T : struct, ILane<T>, IReal<T>
    {
        T exact = T.FusedMultiplyAdd(n, -Ln2High, x), added = T.FusedMultiplyAdd(n, -Ln2Low, low);
        T r = exact + added, rLow = (exact - r) + added;
        T sum = (T)1 + r, rest = ((T)1 - sum) + r;
        return sum + T.FusedMultiplyAdd(r * r, ExpPolynomial(r), T.FusedMultiplyAdd(sum, rLow, rest));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T PowOfAny<T>(T x, T y)
        where T : struct, ILane<T>, IReal<T>
    {
        T ax = T.Abs(x), subnormal = T.LessThan(ax, SmallestNormal);
        T scaled = T.Select(subnormal, ax * 18014398509481984.0, ax);

        // An exponent beyond 10^20 overflows or underflows for every base but 1.
        T finite = T.Select(T.LessThan(1e20, T.Abs(y)), T.Or(1e20, T.And(y, T.FromBits(SignBit))), y);
        (T high, T low) = TimesLog(finite, scaled, T.Select(subnormal, IntegerOffset + 54, IntegerOffset));
        T over = T.LessThan(710, high), under = T.LessThan(high, -746);
        high = T.Select(over, 710, T.Select(under, -746, high));
        low = T.Select(T.Or(over, under), 0, low);
        T n = T.FusedMultiplyAdd(high, InverseLn2, Shift) - Shift;
        T power = Scale(ExpOfRemainder(high, low, n), n);

        // Bases 0 and ∞, by the sign of the exponent.
        T zero = T.EqualTo(ax, 0), infinite = T.EqualTo(ax, Infinity), falling = T.LessThan(y, 0);
        power = T.Select(zero, T.Select(falling, Infinity, 0), T.Select(infinite, T.Select(falling, 0, Infinity), power));

        // Negative bases: the sign of an odd power; no real power for an exponent that is not an integer.
        T half = y * 0.5, integer = T.EqualTo(T.Truncate(y), y), even = T.EqualTo(T.Truncate(half), half);
        T sign = T.And(x, T.FromBits(SignBit));
        power = T.Xor(power, T.Select(integer, T.Select(even, 0, sign), 0));
        T real = T.Or(T.LessThan(0, x), T.Or(integer, T.Or(zero, infinite)));
        T defined = T.And(T.EqualTo(x, x), T.And(T.EqualTo(y, y), real));
        power = T.Select(defined, power, double.NaN);
        return T.Select(T.Or(T.EqualTo(y, 0), T.EqualTo(x, 1)), 1, power);
    }
}
