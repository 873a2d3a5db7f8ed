using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

public partial struct Lane128
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 FromBits(ulong bits)
    {
        Lane128 r;
        r.v = Vector128.Create(bits).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 FusedMultiplyAdd(Lane128 a, Lane128 b, Lane128 c)
    {
        Lane128 r;
        r.v = Vector128.FusedMultiplyAdd(a.v, b.v, c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 FusedMultiplyAdd(Lane128 a, double b, Lane128 c)
    {
        Lane128 r;
        r.v = Vector128.FusedMultiplyAdd(a.v, Vector128.Create(b), c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 FusedMultiplyAdd(Lane128 a, double b, double c)
    {
        Lane128 r;
        r.v = Vector128.FusedMultiplyAdd(a.v, Vector128.Create(b), Vector128.Create(c));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Horner(Lane128 x, Lane128 p, double a, double b)
    {
        Lane128 r;
        r.v = Vector128.FusedMultiplyAdd(Vector128.FusedMultiplyAdd(p.v, x.v, Vector128.Create(a)), x.v, Vector128.Create(b));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Horner(Lane128 x, Lane128 p, double a, double b, double c, double d)
    {
        Vector128<double> q = Vector128.FusedMultiplyAdd(p.v, x.v, Vector128.Create(a));
        q = Vector128.FusedMultiplyAdd(q, x.v, Vector128.Create(b));
        q = Vector128.FusedMultiplyAdd(q, x.v, Vector128.Create(c));
        Lane128 r;
        r.v = Vector128.FusedMultiplyAdd(q, x.v, Vector128.Create(d));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Truncate(Lane128 a)
    {
        Lane128 r;
        r.v = Vector128.Truncate(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 LessThan(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.LessThan(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 EqualTo(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Equals(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Lane128 a, Lane128 b) => Vector128.LessThanOrEqualAll(a.v, b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveSameBits(Lane128 a, Lane128 b, Lane128 c, Lane128 d) =>
        (Vector128.Equals(a.v.AsUInt64(), b.v.AsUInt64()) & Vector128.Equals(c.v.AsUInt64(), d.v.AsUInt64())) == Vector128<ulong>.AllBitsSet;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllMagnitudesAtMost(Lane128 a, double limit) => Vector128.LessThanOrEqualAll(Vector128.Abs(a.v), Vector128.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyMagnitudeAbove(Lane128 a, double limit) => Vector128.GreaterThanAny(Vector128.Abs(a.v), Vector128.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Select(Lane128 mask, Lane128 then, Lane128 otherwise)
    {
        Lane128 r;
        r.v = Vector128.ConditionalSelect(mask.v, then.v, otherwise.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToBits(Lane128 mask) => (uint)Vector128.ExtractMostSignificantBits(mask.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 And(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v & b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Or(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v | b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Xor(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v ^ b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 AddIntegers(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = (a.v.AsInt64() + b.v.AsInt64()).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 ShiftLeft(Lane128 a, int count)
    {
        Lane128 r;
        r.v = (a.v.AsUInt64() << count).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 ShiftRight(Lane128 a, int count)
    {
        Lane128 r;
        r.v = (a.v.AsUInt64() >> count).AsDouble();
        return r;
    }
}
