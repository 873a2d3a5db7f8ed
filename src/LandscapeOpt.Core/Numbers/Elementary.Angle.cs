using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    private const double QuarterPiHigh = 0.7853981633974483, QuarterPiLow = 3.061616997868383e-17, TangentOfEighthTurn = 0.41421356237309503;

    // Between these the sum of both sides and the inverse of the longer are normal numbers.
    private const double ShortestPlainSide = 1e-290, LongestPlainSide = 1e300;

    /// <summary>The angle of the point (x, y), within 2 ulp, in [-π, π].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Atan2<T>(T y, T x)
        where T : struct, ILane<T>, IReal<T> => CalledAtan2(in y, in x);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T CalledAtan2<T>(in T y, in T x)
        where T : struct, ILane<T>, IReal<T> => ComputeAtan2(y, x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ComputeAtan2<T>(T y, T x)
        where T : struct, ILane<T>, IReal<T>
    {
        T ax = T.Abs(x), ay = T.Abs(y), steep = T.LessThan(ax, ay);
        T longer = T.Select(steep, ay, ax), shorter = T.Select(steep, ax, ay);
        if (!(T.AllAtMost(ShortestPlainSide, longer) && T.AllAtMost(longer, LongestPlainSide)))
            (shorter, longer) = Rescale(shorter, longer);

        // Above the tangent of π/8 the angle is taken from π/4: atan(a/b) = π/4 + atan((a - b) / (a + b)).
        T far = T.LessThan(longer * TangentOfEighthTurn, shorter);
        T difference = shorter - longer, sum = shorter + longer;
        T a = T.Select(far, difference, shorter), aLow = T.Select(far, shorter - (difference + longer), 0);
        T b = T.Select(far, sum, longer), bLow = T.Select(far, shorter - (sum - longer), 0);
        (T t, T tLow) = Divide(a, aLow, b, bLow);
        T z = t * t, low = T.FusedMultiplyAdd(t * z, AtanPolynomial(z), T.FusedMultiplyAdd(-tLow, z, tLow));

        // The angle of (x, y) as quarters · π/4 ± atan t.
        T left = T.LessThan(T.Or(T.And(x, T.FromBits(SignBit)), 1), 0), one = T.Select(far, 1, 0);
        T quarters = T.Select(steep, (T)2 - one, one);
        quarters = T.Select(left, (T)4 - quarters, quarters);
        T turn = T.And(T.Xor(steep, left), T.FromBits(SignBit));
        T angle = T.Xor(t, turn) + T.FusedMultiplyAdd(quarters, QuarterPiLow, T.Xor(low, turn));
        return T.Or(T.Abs(T.FusedMultiplyAdd(quarters, QuarterPiHigh, angle)), T.And(y, T.FromBits(SignBit)));
    }

    // (atan t - t) / t³ as a polynomial in z = t² up to tan²(π/8), with an error of 2^-57 of atan t.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AtanPolynomial<T>(T z)
        where T : struct, ILane<T>, IReal<T>
    {
        T p = T.Horner(z, -0.019207244476944704, 0.039259615628810696, -0.05086549726868327, 0.05858390296431757, -0.06664543795813758);
        p = T.Horner(z, p, 0.07692185915566586, -0.09090904721178666, 0.11111111019739917, -0.1428571428474309);
        return T.Horner(z, p, 0.19999999999996113, -0.3333333333333333);
    }

    // Sides of the same ratio whose sum and inverse are normal; 0 : 0 becomes 0 : 1 and ∞ : ∞ becomes 1 : 1, as the angles of zeros and
    // infinities are defined. A shorter side that is lost when a long one is scaled down is too short to count.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (T Shorter, T Longer) Rescale<T>(T shorter, T longer)
        where T : struct, ILane<T>, IReal<T>
    {
        const double Up = 4.149515568880993e+180, Down = 2.409919865102884e-181;
        T scale = T.Select(T.LessThan(longer, ShortestPlainSide), Up, T.Select(T.LessThan(LongestPlainSide, longer), Down, 1));
        T infinite = T.EqualTo(longer, Infinity), bothInfinite = T.EqualTo(shorter, Infinity);
        T newShorter = T.Select(infinite, T.Select(bothInfinite, 1, shorter * 0), shorter * scale);
        return (newShorter, T.Select(T.Or(infinite, T.EqualTo(longer, 0)), 1, longer * scale));
    }
}
