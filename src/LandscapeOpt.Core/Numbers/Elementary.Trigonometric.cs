using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    // π in three parts: the sum of the first two is within 2^-108 of π, and n times each fits the argument below.
    private const double Pi1 = 3.141592653589793, Pi2 = 1.2246467991473532e-16, Pi3 = -2.9947698097183397e-33;
    private const double InversePi = 0.3183098861837907;

    // Up to here three steps reduce an angle to within half an ulp, whatever multiple of π/2 it is next to.
    private const double LargestDirectAngle = 1073741824;

    private const double Infinity = double.PositiveInfinity;

    /// <summary>Sine of angles in radians, within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sin<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AllAtMost(T.Abs(x), LargestDirectAngle) ? SinDirect(x) : SinOfHuge(x);

    /// <summary>Cosine of angles in radians, within 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Cos<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.AllAtMost(T.Abs(x), LargestDirectAngle) ? CosDirect(x) : CosOfHuge(x);

    // sin x = (-1)^n sin(x - nπ).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinDirect<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T shifted = T.FusedMultiplyAdd(x, InversePi, Shift);
        return SinAfter(x, shifted - Shift, shifted);
    }

    // cos x = (-1)^n sin(x - (n - 1/2)π).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T CosDirect<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T shifted = T.FusedMultiplyAdd(x, InversePi, 0.5) + Shift;
        return SinAfter(x, (shifted - Shift) - 0.5, shifted);
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

    // sin r = r + r t on [-π/2, π/2], t a polynomial in w = r² - 1 with a relative error of 2^-57. Centred on 1 rather than 0, the polynomial
    // keeps its rounding errors small up to r = π/2: the result is within 1.4 ulp and never beyond 1. At w = -1 it is +0 exactly, so sin -0 = -0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T SinPolynomial<T>(T r)
        where T : struct, ILane<T>, IReal<T>
    {
        T w = T.FusedMultiplyAdd(r, r, -1);
        T t = T.FusedMultiplyAdd(w, 2.715550927865571e-15, -7.425239228442697e-13);
        t = T.FusedMultiplyAdd(w, t, 1.5531551477309248e-10);
        t = T.FusedMultiplyAdd(w, t, -2.4104468401885475e-08);
        t = T.FusedMultiplyAdd(w, t, 2.6328536676946686e-06);
        t = T.FusedMultiplyAdd(w, t, -0.00018763710660649663);
        t = T.FusedMultiplyAdd(w, t, 0.00775438150142175);
        t = T.FusedMultiplyAdd(w, t, -0.1505843394698784);
        t = T.FusedMultiplyAdd(w, t, -0.1585290151921035);
        return T.FusedMultiplyAdd(t, r, r);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T SinOfHuge<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T result = SinDirect(x);
        for (uint lanes = HugeLanes(x), lane = 0; lanes >> (int)lane != 0; lane++)
            if ((lanes >> (int)lane & 1) != 0) result = result.With((int)lane, SinOfHuge(x[(int)lane], quarterTurns: 0));
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T CosOfHuge<T>(T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T result = CosDirect(x);
        for (uint lanes = HugeLanes(x), lane = 0; lanes >> (int)lane != 0; lane++)
            if ((lanes >> (int)lane & 1) != 0) result = result.With((int)lane, SinOfHuge(x[(int)lane], quarterTurns: 1));
        return result;
    }

    // NaN and infinities come out of the direct path as NaN already.
    private static uint HugeLanes<T>(T x)
        where T : struct, ILane<T>, IReal<T> =>
        T.ToBits(T.And(T.LessThan(LargestDirectAngle, T.Abs(x)), T.LessThan(T.Abs(x), Infinity)));
}
