namespace LandscapeOpt.Numbers;

/// <summary>
/// One or more doubles side by side, with the operations that elementary functions are made of. Every operation is exactly rounded or acts on
/// bits, so that a function written once over this interface gives the same bits for every width.
/// </summary>
/// <remarks>
/// A mask is a lane value whose bits are all set (true) or all clear (false). Bit operations see each double as 64 bits, integer operations as a
/// 64-bit integer that wraps around. Generic code names both interfaces, <c>where T : struct, ILane&lt;T&gt;, IReal&lt;T&gt;</c>: the language
/// finds implicit conversions from double only in an interface that the constraint itself names.
/// </remarks>
/// <typeparam name="T">The implementing type.</typeparam>
public interface ILane<T> : IReal<T>
    where T : struct, ILane<T>
{
    /// <summary>How many doubles there are.</summary>
    static abstract int Count { get; }

    /// <summary>The double at this index, 0 to <see cref="Count"/> - 1.</summary>
    double this[int index] { get; }

    /// <summary>The first <see cref="Count"/> doubles of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is shorter than <see cref="Count"/>.</exception>
    static abstract T Load(ReadOnlySpan<double> source);

    /// <summary>Writes to the first <see cref="Count"/> doubles of a span.</summary>
    /// <exception cref="ArgumentException">The span is shorter than <see cref="Count"/>.</exception>
    void Store(Span<double> destination);

    /// <summary>A copy with another double at one index.</summary>
    T With(int index, double value);

    /// <summary>The double with these bits, in every lane.</summary>
    static abstract T FromBits(ulong bits);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract T FusedMultiplyAdd(T a, T b, T c);

    /// <summary>a·b + c, rounded once, for constants.</summary>
    static abstract T FusedMultiplyAdd(T a, double b, T c);

    /// <summary>a·b + c, rounded once, for constants.</summary>
    static abstract T FusedMultiplyAdd(T a, double b, double c);

    /// <summary>(p x + a) x + b, each step fused: two steps of Horner's rule.</summary>
    static abstract T Horner(T x, T p, double a, double b);

    /// <summary>(((p x + a) x + b) x + c) x + d, each step fused: four steps of Horner's rule.</summary>
    static abstract T Horner(T x, T p, double a, double b, double c, double d);

    /// <summary>The nearest integer towards zero.</summary>
    static abstract T Truncate(T a);

    /// <summary>Mask of a &lt; b; false for NaN.</summary>
    static abstract T LessThan(T a, T b);

    /// <summary>Mask of a = b; false for NaN, true for zeros of either sign.</summary>
    static abstract T EqualTo(T a, T b);

    /// <summary>Whether a ≤ b in every lane; false when any is NaN.</summary>
    static abstract bool AllAtMost(T a, T b);

    /// <summary>Whether a has the bits of b, and c those of d, in every lane: a NaN is the same as itself, and zeros of either sign differ.</summary>
    static abstract bool HaveSameBits(T a, T b, T c, T d);

    /// <summary>Whether |a| ≤ limit in every lane; false when any is NaN.</summary>
    static abstract bool AllMagnitudesAtMost(T a, double limit);

    /// <summary>Whether |a| &gt; limit in any lane; NaN does not count.</summary>
    static abstract bool AnyMagnitudeAbove(T a, double limit);

    /// <summary><paramref name="then"/> where the mask is true, elsewhere <paramref name="otherwise"/>.</summary>
    static abstract T Select(T mask, T then, T otherwise);

    /// <summary>One bit per lane of a mask, the first lane lowest.</summary>
    static abstract uint ToBits(T mask);

    /// <summary>Bits set in both.</summary>
    static abstract T And(T a, T b);

    /// <summary>Bits set in either.</summary>
    static abstract T Or(T a, T b);

    /// <summary>Bits set in exactly one.</summary>
    static abstract T Xor(T a, T b);

    /// <summary>The sum of the bits as integers.</summary>
    static abstract T AddIntegers(T a, T b);

    /// <summary>The bits moved up, zeros shifted in.</summary>
    static abstract T ShiftLeft(T a, int count);

    /// <summary>The bits moved down, zeros shifted in.</summary>
    static abstract T ShiftRight(T a, int count);
}
