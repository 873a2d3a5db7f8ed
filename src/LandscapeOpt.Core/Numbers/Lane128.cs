using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>Two doubles side by side.</summary>
public struct Lane128 : ILane<Lane128>
{
    // Set field by field: a constructor would be one more call to inline in every operation, and formulas have hundreds.
    private Vector128<double> v;

    /// <inheritdoc/>
    public static int Count => 2;

    /// <summary>The doubles.</summary>
    public readonly Vector128<double> Vector
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
    }

    /// <inheritdoc/>
    public readonly double this[int index] => v.GetElement(index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Load(ReadOnlySpan<double> source)
    {
        Lane128 r;
        r.v = Vector128.Create(source);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(Span<double> destination) => v.CopyTo(destination);

    /// <inheritdoc/>
    public readonly Lane128 With(int index, double value)
    {
        Lane128 r;
        r.v = v.WithElement(index, value);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lane128(double value)
    {
        Lane128 r;
        r.v = Vector128.Create(value);
        return r;
    }

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
    public static Lane128 operator +(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator -(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator -(Lane128 a)
    {
        Lane128 r;
        r.v = -a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator *(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator /(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = a.v / b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator +(double a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Create(a) + b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator +(Lane128 a, double b)
    {
        Lane128 r;
        r.v = a.v + Vector128.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator -(double a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Create(a) - b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator -(Lane128 a, double b)
    {
        Lane128 r;
        r.v = a.v - Vector128.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator *(double a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Create(a) * b.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator *(Lane128 a, double b)
    {
        Lane128 r;
        r.v = a.v * Vector128.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 operator /(Lane128 a, double b)
    {
        Lane128 r;
        r.v = a.v / Vector128.Create(b);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Square(Lane128 a)
    {
        Lane128 r;
        r.v = a.v * a.v;
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Sqrt(Lane128 a)
    {
        Lane128 r;
        r.v = Vector128.Sqrt(a.v);
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
    public static Lane128 SumOfProducts(Lane128 a, Lane128 b, Lane128 c, Lane128 d)
    {
        Lane128 r;
        r.v = (a.v * b.v) + (c.v * d.v);
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
    public static Lane128 Exp(Lane128 a) => Elementary.Exp(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Log(Lane128 a) => Elementary.Log(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Sin(Lane128 a) => Elementary.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Cos(Lane128 a) => Elementary.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Lane128 a, out Lane128 sin, out Lane128 cos) => Elementary.SinCos(a, out sin, out cos);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Tanh(Lane128 a) => Elementary.Tanh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Pow(Lane128 a, Lane128 b) => Elementary.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Atan2(Lane128 y, Lane128 x) => Elementary.Atan2(y, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Abs(Lane128 a)
    {
        Lane128 r;
        r.v = Vector128.Abs(a.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Max(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Max(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 Min(Lane128 a, Lane128 b)
    {
        Lane128 r;
        r.v = Vector128.Min(a.v, b.v);
        return r;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane128 IfPositive(Lane128 test, Lane128 then, Lane128 otherwise)
    {
        Lane128 r;
        r.v = Vector128.ConditionalSelect(Vector128.GreaterThan(test.v, Vector128<double>.Zero), then.v, otherwise.v);
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
