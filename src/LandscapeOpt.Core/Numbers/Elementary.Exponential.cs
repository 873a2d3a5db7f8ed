using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    private const double Ln2High = 0.6931471805599453, Ln2Low = 2.3190468138462996e-17, InverseLn2 = 1.4426950408889634;

    // Within ±708 the result and 2ⁿ are normal numbers.
    internal const double LargestUnguardedExponent = 708;

    /// <summary>eˣ, within 1 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Exp<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AllMagnitudesAtMost(x, LargestUnguardedExponent) ? ExpPlain(x) : ExpOfAny(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T ExpPlain<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T shifted = T.FusedMultiplyAdd(x, InverseLn2, Shift);
        return T.AddIntegers(ExpOfRemainder(x, shifted - Shift), T.ShiftLeft(shifted, 52));
    }

    // exp(x - n ln 2), where the first step is exact. 1 + r is kept with its rounding error, or the sum would cost another half ulp.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpOfRemainder<T>(T x, T n)
        where T : struct, ILane<T>, IReal<T>
    {
        T r = T.FusedMultiplyAdd(n, -Ln2Low, T.FusedMultiplyAdd(n, -Ln2High, x));
        T sum = (T)1 + r, rest = ((T)1 - sum) + r;
        return sum + T.FusedMultiplyAdd(r * r, ExpPolynomial(r), rest);
    }

    // (eʳ - 1 - r) / r² on [-ln 2 / 2, ln 2 / 2]; the error is worth 2^-62 of eʳ.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ExpPolynomial<T>(T r)
        where T : struct, ILane<T>, IReal<T>
    {
        T p = T.Horner(r, 2.089649087694844e-09, 2.510540542975812e-08, 2.7557326866038476e-07, 2.755725484024926e-06, 2.4801587271906772e-05);
        p = T.Horner(r, p, 0.0001984126987539676, 0.0013888888888905038, 0.0083333333333259, 0.041666666666666644);
        return T.Horner(r, p, 0.1666666666666667, 0.5);
    }

    // Overflow, underflow, subnormal results and NaN. 2ⁿ is applied in two halves, of which only the second can round.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ExpOfAny<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        x = T.Select(T.LessThan(710, x), 710, x);
        x = T.Select(T.LessThan(x, -746), -746, x);
        T n = T.FusedMultiplyAdd(x, InverseLn2, Shift) - Shift;
        return Scale(ExpOfRemainder(x, n), n);
    }

    // a 2ⁿ for a near 1 and |n| up to 2000, rounded once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Scale<T>(T a, T n)
        where T : struct, ILane<T>, IReal<T>
    {
        T shifted = T.FusedMultiplyAdd(n, 0.5, Shift), half = shifted - Shift;
        T first = T.AddIntegers(1, T.ShiftLeft(shifted, 52)), second = T.AddIntegers(1, T.ShiftLeft((n - half) + Shift, 52));
        return a * first * second;
    }
}
