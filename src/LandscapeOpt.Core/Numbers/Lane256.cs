using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>Four doubles side by side.</summary>
public struct Lane256 : ILane<Lane256>
{
    // Set field by field: a constructor would be one more call to inline in every operation, and formulas have hundreds.
    private Vector256<double> v;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <summary>The doubles.</summary>
    public readonly Vector256<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
    }

    /// <inheritdoc/>
    public readonly double this[int index] => v.GetElement(index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Load(ReadOnlySpan<double> source)
    {
        Lane256 r;
        r.v = Vector256.Create(source);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Span<double> destination) => v.CopyTo(destination);

    /// <inheritdoc/>
    public readonly Lane256 With(int index, double value)
    {
        Lane256 r;
        r.v = v.WithElement(index, value);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane256(double value)
    {
        Lane256 r;
        r.v = Vector256.Create(value);
        return r;
    }

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
    public static Lane256 operator +(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator -(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator -(Lane256 a)
    {
        Lane256 r;
        r.v = -a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator *(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator /(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = a.v / b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator +(double a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Create(a) + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator +(Lane256 a, double b)
    {
        Lane256 r;
        r.v = a.v + Vector256.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator -(double a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Create(a) - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator -(Lane256 a, double b)
    {
        Lane256 r;
        r.v = a.v - Vector256.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator *(double a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Create(a) * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator *(Lane256 a, double b)
    {
        Lane256 r;
        r.v = a.v * Vector256.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 operator /(Lane256 a, double b)
    {
        Lane256 r;
        r.v = a.v / Vector256.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Square(Lane256 a)
    {
        Lane256 r;
        r.v = a.v * a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Sqrt(Lane256 a)
    {
        Lane256 r;
        r.v = Vector256.Sqrt(a.v);
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
    public static Lane256 SumOfProducts(Lane256 a, Lane256 b, Lane256 c, Lane256 d)
    {
        Lane256 r;
        r.v = (a.v * b.v) + (c.v * d.v);
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
    public static Lane256 Exp(Lane256 a) => Elementary.Exp(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Log(Lane256 a) => Elementary.Log(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Sin(Lane256 a) => Elementary.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Cos(Lane256 a) => Elementary.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Lane256 a, out Lane256 sin, out Lane256 cos) => Elementary.SinCos(a, out sin, out cos);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Tanh(Lane256 a) => Elementary.Tanh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Pow(Lane256 a, Lane256 b) => Elementary.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Atan2(Lane256 y, Lane256 x) => Elementary.Atan2(y, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Abs(Lane256 a)
    {
        Lane256 r;
        r.v = Vector256.Abs(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Max(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Max(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 Min(Lane256 a, Lane256 b)
    {
        Lane256 r;
        r.v = Vector256.Min(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane256 IfPositive(Lane256 test, Lane256 then, Lane256 otherwise)
    {
        Lane256 r;
        r.v = Vector256.ConditionalSelect(Vector256.GreaterThan(test.v, Vector256<double>.Zero), then.v, otherwise.v);
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
