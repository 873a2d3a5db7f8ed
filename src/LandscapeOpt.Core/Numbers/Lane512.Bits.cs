using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

public partial struct Lane512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 FromBits(ulong bits)
    {
        Lane512 r;
        r.v = Vector512.Create(bits).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 FusedMultiplyAdd(Lane512 a, Lane512 b, Lane512 c)
    {
        Lane512 r;
        r.v = Vector512.FusedMultiplyAdd(a.v, b.v, c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 FusedMultiplyAdd(Lane512 a, double b, Lane512 c)
    {
        Lane512 r;
        r.v = Vector512.FusedMultiplyAdd(a.v, Vector512.Create(b), c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 FusedMultiplyAdd(Lane512 a, double b, double c)
    {
        Lane512 r;
        r.v = Vector512.FusedMultiplyAdd(a.v, Vector512.Create(b), Vector512.Create(c));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Horner(Lane512 x, Lane512 p, double a, double b)
    {
        Lane512 r;
        r.v = Vector512.FusedMultiplyAdd(Vector512.FusedMultiplyAdd(p.v, x.v, Vector512.Create(a)), x.v, Vector512.Create(b));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Horner(Lane512 x, Lane512 p, double a, double b, double c, double d)
    {
        Vector512<double> q = Vector512.FusedMultiplyAdd(p.v, x.v, Vector512.Create(a));
        q = Vector512.FusedMultiplyAdd(q, x.v, Vector512.Create(b));
        q = Vector512.FusedMultiplyAdd(q, x.v, Vector512.Create(c));
        Lane512 r;
        r.v = Vector512.FusedMultiplyAdd(q, x.v, Vector512.Create(d));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Truncate(Lane512 a)
    {
        Lane512 r;
        r.v = Vector512.Truncate(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 LessThan(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.LessThan(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 EqualTo(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Equals(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Lane512 a, Lane512 b) => Vector512.LessThanOrEqualAll(a.v, b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveSameBits(Lane512 a, Lane512 b, Lane512 c, Lane512 d) =>
        (Vector512.Equals(a.v.AsUInt64(), b.v.AsUInt64()) & Vector512.Equals(c.v.AsUInt64(), d.v.AsUInt64())) == Vector512<ulong>.AllBitsSet;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllMagnitudesAtMost(Lane512 a, double limit) => Vector512.LessThanOrEqualAll(Vector512.Abs(a.v), Vector512.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyMagnitudeAbove(Lane512 a, double limit) => Vector512.GreaterThanAny(Vector512.Abs(a.v), Vector512.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Select(Lane512 mask, Lane512 then, Lane512 otherwise)
    {
        Lane512 r;
        r.v = Vector512.ConditionalSelect(mask.v, then.v, otherwise.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToBits(Lane512 mask) => (uint)Vector512.ExtractMostSignificantBits(mask.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 And(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v & b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Or(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v | b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Xor(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v ^ b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 AddIntegers(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = (a.v.AsInt64() + b.v.AsInt64()).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 ShiftLeft(Lane512 a, int count)
    {
        Lane512 r;
        r.v = (a.v.AsUInt64() << count).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 ShiftRight(Lane512 a, int count)
    {
        Lane512 r;
        r.v = (a.v.AsUInt64() >> count).AsDouble();
        return r;
    }
}
