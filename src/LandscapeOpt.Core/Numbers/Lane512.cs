using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>Eight doubles side by side.</summary>
public struct Lane512 : ILane<Lane512>
{
    // Set field by field: a constructor would be one more call to inline in every operation, and formulas have hundreds.
    private Vector512<double> v;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <summary>The doubles.</summary>
    public readonly Vector512<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
    }

    /// <inheritdoc/>
    public readonly double this[int index] => v.GetElement(index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Load(ReadOnlySpan<double> source)
    {
        Lane512 r;
        r.v = Vector512.Create(source);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Span<double> destination) => v.CopyTo(destination);

    /// <inheritdoc/>
    public readonly Lane512 With(int index, double value)
    {
        Lane512 r;
        r.v = v.WithElement(index, value);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane512(double value)
    {
        Lane512 r;
        r.v = Vector512.Create(value);
        return r;
    }

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
    public static Lane512 operator +(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator -(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator -(Lane512 a)
    {
        Lane512 r;
        r.v = -a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator *(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator /(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = a.v / b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator +(double a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Create(a) + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator +(Lane512 a, double b)
    {
        Lane512 r;
        r.v = a.v + Vector512.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator -(double a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Create(a) - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator -(Lane512 a, double b)
    {
        Lane512 r;
        r.v = a.v - Vector512.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator *(double a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Create(a) * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator *(Lane512 a, double b)
    {
        Lane512 r;
        r.v = a.v * Vector512.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 operator /(Lane512 a, double b)
    {
        Lane512 r;
        r.v = a.v / Vector512.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Square(Lane512 a)
    {
        Lane512 r;
        r.v = a.v * a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Sqrt(Lane512 a)
    {
        Lane512 r;
        r.v = Vector512.Sqrt(a.v);
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
    public static Lane512 SumOfProducts(Lane512 a, Lane512 b, Lane512 c, Lane512 d)
    {
        Lane512 r;
        r.v = (a.v * b.v) + (c.v * d.v);
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
    public static Lane512 Exp(Lane512 a) => Elementary.Exp(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Log(Lane512 a) => Elementary.Log(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Sin(Lane512 a) => Elementary.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Cos(Lane512 a) => Elementary.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Lane512 a, out Lane512 sin, out Lane512 cos) => Elementary.SinCos(a, out sin, out cos);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Tanh(Lane512 a) => Elementary.Tanh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Pow(Lane512 a, Lane512 b) => Elementary.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Atan2(Lane512 y, Lane512 x) => Elementary.Atan2(y, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Abs(Lane512 a)
    {
        Lane512 r;
        r.v = Vector512.Abs(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Max(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Max(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Min(Lane512 a, Lane512 b)
    {
        Lane512 r;
        r.v = Vector512.Min(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 IfPositive(Lane512 test, Lane512 then, Lane512 otherwise)
    {
        Lane512 r;
        r.v = Vector512.ConditionalSelect(Vector512.GreaterThan(test.v, Vector512<double>.Zero), then.v, otherwise.v);
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
