using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public static partial class Elementary
{
    // Squares of numbers between these are normal, and so are their rounding errors.
    private const double ShortestPlainLength = 1e-130, LongestPlainLength = 1e150;

    /// <summary>√(x² + y²) without overflow or underflow on the way, within 1 ulp; infinite where either is, even beside NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Hypot<T>(T x, T y)
        where T : struct, ILane<T>, IReal<T>
    {
        T ax = T.Abs(x), ay = T.Abs(y), longer = T.Max(ax, ay), shorter = T.Min(ax, ay);
        return T.AllAtMost(ShortestPlainLength, longer) && T.AllAtMost(longer, LongestPlainLength) ? PlainHypot(longer, shorter) : ScaledHypot(in ax, in ay);
    }

    // The root of the sum, less what its square is too large (C. F. Borges 2020, doi:10.1145/3428446).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T PlainHypot<T>(T longer, T shorter)
        where T : struct, ILane<T>, IReal<T>
    {
        T square = longer * longer, h = T.Sqrt(T.FusedMultiplyAdd(longer, longer, shorter * shorter)), hSquare = h * h;
        T excess = T.FusedMultiplyAdd(-shorter, shorter, hSquare - square)
            + (T.FusedMultiplyAdd(h, h, -hSquare) - T.FusedMultiplyAdd(longer, longer, -square));
        return h - (excess / (h + h));
    }

    // Powers of 2 change no bit; a side that they make vanish is too short to count.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T ScaledHypot<T>(in T ax, in T ay)
        where T : struct, ILane<T>, IReal<T>
    {
        const double Up = 4.149515568880993e+180, Down = 2.409919865102884e-181;
        T longer = T.Max(ax, ay), shorter = T.Min(ax, ay);
        T isShort = T.LessThan(longer, ShortestPlainLength), isLong = T.LessThan(LongestPlainLength, longer);
        T scale = T.Select(isShort, Up, T.Select(isLong, Down, 1)), back = T.Select(isShort, Down, T.Select(isLong, Up, 1));
        T length = PlainHypot(longer * scale, shorter * scale) * back;
        T isInfinite = T.Or(T.EqualTo(ax, Infinity), T.EqualTo(ay, Infinity));
        return T.Select(isInfinite, Infinity, T.Select(T.EqualTo(longer, 0), 0, length));
    }
}
