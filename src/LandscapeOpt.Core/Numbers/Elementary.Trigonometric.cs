using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    // π in three parts to 2^-159, each positive, so that 0 less 0 times each keeps the sign of a zero.
    private const double Pi1 = 3.141592653589793, Pi2 = 1.224646799147353e-16, Pi3 = 2.165713347843828e-32;
    private const double InversePi = 0.3183098861837907;

    // Up to here three steps reduce an angle to within an ulp, whatever multiple of π/2 it is next to.
    internal const double LargestDirectAngle = 1073741824;

    private const double Infinity = double.PositiveInfinity;

    /// <summary>Sine of angles in radians, within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sin<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AnyMagnitudeAbove(x, LargestDirectAngle) ? SinOfHuge(x) : SinDirect(x);

    /// <summary>Cosine of angles in radians, within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AnyMagnitudeAbove(x, LargestDirectAngle) ? CosOfHuge(x) : CosDirect(x);

    /// <summary>Sine and cosine: the same bits as apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos<T>(T x, out T sin, out T cos)
        where T : struct, ILane<T>, IReal<T>
    {
        if (T.AnyMagnitudeAbove(x, LargestDirectAngle))
        {
            (sin, cos) = SinCosOfHuge(x);
        }
        else
        {
            sin = SinDirect(x);
            cos = CosDirect(x);
        }
    }

    // sin x = (-1)^n sin(x - nπ).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T SinDirect<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T shifted = T.FusedMultiplyAdd(x, InversePi, Shift);
        return SinAfter(x, shifted - Shift, shifted);
    }

    // cos x = (-1)^n sin(|x| - (n - 1/2)π).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T CosDirect<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T a = T.Abs(x), shifted = T.FusedMultiplyAdd(a, InversePi, 0.5) + Shift;
        return SinAfter(a, (shifted - Shift) - 0.5, shifted);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinAfter<T>(T x, T halfTurns, T parity)
        where T : struct, ILane<T>, IReal<T>
    {
        // The first step is exact; each of the others adds what the ones before left out.
        T r = T.FusedMultiplyAdd(halfTurns, -Pi1, x);
        r = T.FusedMultiplyAdd(halfTurns, -Pi2, r);
        r = T.FusedMultiplyAdd(halfTurns, -Pi3, r);
        return T.Xor(SinPolynomial(r), T.ShiftLeft(parity, 63));
    }

    // sin r = r + r t on [-π/2, π/2], t a polynomial in w = r² - c with a relative error of 2^-57, its even and odd terms apart because two
    // short chains are faster than a long one. Centred away from 0, it keeps the rounding errors small up to r = π/2: the result is within
    // 1.5 ulp of sin r and never beyond 1. Among such c this one gives 1 at π/2 and a t at w = -c that is not negative, so that sin -0 = -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinPolynomial<T>(T r)
        where T : struct, ILane<T>, IReal<T>
    {
        T w = T.FusedMultiplyAdd(r, r, -0.8984375), v = w * w;
        T even = T.Horner(v, 2.6997309398600115e-15, 1.5584418465938523e-10, 2.6451182763875854e-06, 0.007811715381497948, -0.14315511037273276);
        T odd = T.Horner(v, T.FusedMultiplyAdd(v, -7.446857025924245e-13, -2.4199274869296935e-08), -0.00018870919302772096, -0.1521652656552973);
        T t = T.FusedMultiplyAdd(odd, w, even);
        return T.FusedMultiplyAdd(t, r, r);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T SinOfHuge<T>(T x)
        where T : struct, ILane<T>, IReal<T> => ReplaceHuge(x, SinDirect(x), quarterTurns: 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T CosOfHuge<T>(T x)
        where T : struct, ILane<T>, IReal<T> => ReplaceHuge(x, CosDirect(x), quarterTurns: 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (T Sin, T Cos) SinCosOfHuge<T>(T x)
        where T : struct, ILane<T>, IReal<T> => (SinOfHuge(x), CosOfHuge(x));

    // Infinities and NaN have come out of the direct path as NaN already.
    private static T ReplaceHuge<T>(T x, T result, int quarterTurns)
        where T : struct, ILane<T>, IReal<T>
    {
        T magnitude = T.Abs(x);
        uint huge = T.ToBits(T.And(T.LessThan(LargestDirectAngle, magnitude), T.LessThan(magnitude, Infinity)));
        for (int lane = 0; lane < T.Count; lane++)
            if (((huge >> lane) & 1) != 0) result = result.With(lane, SinOfHugeAngle(x[lane], quarterTurns));
        return result;
    }
}
