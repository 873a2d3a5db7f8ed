using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

public partial struct Lane256
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 FromBits(ulong bits)
    {
        Lane256 r;
        r.v = Vector256.Create(bits).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 FusedMultiplyAdd(Lane256 a, Lane256 b, Lane256 c)
    {
        Lane256 r;
        r.v = Vector256.FusedMultiplyAdd(a.v, b.v, c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 FusedMultiplyAdd(Lane256 a, double b, Lane256 c)
    {
        Lane256 r;
        r.v = Vector256.FusedMultiplyAdd(a.v, Vector256.Create(b), c.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 FusedMultiplyAdd(Lane256 a, double b, double c)
    {
        Lane256 r;
        r.v = Vector256.FusedMultiplyAdd(a.v, Vector256.Create(b), Vector256.Create(c));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Horner(Lane256 x, Lane256 p, double a, double b)
    {
        Lane256 r;
        r.v = Vector256.FusedMultiplyAdd(Vector256.FusedMultiplyAdd(p.v, x.v, Vector256.Create(a)), x.v, Vector256.Create(b));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Horner(Lane256 x, Lane256 p, double a, double b, double c, double d)
    {
        Vector256<double> q = Vector256.FusedMultiplyAdd(p.v, x.v, Vector256.Create(a));
        q = Vector256.FusedMultiplyAdd(q, x.v, Vector256.Create(b));
        q = Vector256.FusedMultiplyAdd(q, x.v, Vector256.Create(c));
        Lane256 r;
        r.v = Vector256.FusedMultiplyAdd(q, x.v, Vector256.Create(d));
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Truncate(Lane256 a)
    {
        Lane256 r;
        r.v = Vector256.Truncate(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 LessThan(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.LessThan(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 EqualTo(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Equals(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtMost(Lane256 a, Lane256 b) => Vector256.LessThanOrEqualAll(a.v, b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HaveSameBits(Lane256 a, Lane256 b, Lane256 c, Lane256 d) =>
        (Vector256.Equals(a.v.AsUInt64(), b.v.AsUInt64()) & Vector256.Equals(c.v.AsUInt64(), d.v.AsUInt64())) == Vector256<ulong>.AllBitsSet;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllMagnitudesAtMost(Lane256 a, double limit) => Vector256.LessThanOrEqualAll(Vector256.Abs(a.v), Vector256.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AnyMagnitudeAbove(Lane256 a, double limit) => Vector256.GreaterThanAny(Vector256.Abs(a.v), Vector256.Create(limit));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Select(Lane256 mask, Lane256 then, Lane256 otherwise)
    {
        Lane256 r;
        r.v = Vector256.ConditionalSelect(mask.v, then.v, otherwise.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint ToBits(Lane256 mask) => (uint)Vector256.ExtractMostSignificantBits(mask.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 And(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v & b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Or(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v | b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Xor(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v ^ b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 AddIntegers(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = (a.v.AsInt64() + b.v.AsInt64()).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 ShiftLeft(Lane256 a, int count)
    {
        Lane256 r;
        r.v = (a.v.AsUInt64() << count).AsDouble();
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 ShiftRight(Lane256 a, int count)
    {
        Lane256 r;
        r.v = (a.v.AsUInt64() >> count).AsDouble();
        return r;
    }
}
