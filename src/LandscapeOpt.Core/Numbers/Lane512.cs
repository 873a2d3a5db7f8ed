using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>
/// Doubles side by side in a vector of 512 bits. The widths of 256 and 128 bits are made from this text when the project is built
/// (Lanes.targets).
/// </summary>
public partial struct Lane512 : ILane<Lane512>
{
    // Set field by field: a constructor would be one more call to inline in every operation, and formulas have hundreds.
    private Vector512<double> v;

    /// <inheritdoc/>
    public static int Count => Vector512<double>.Count;

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
    public static Lane512 SumOfProducts(Lane512 a, Lane512 b, Lane512 c, Lane512 d)
    {
        Lane512 r;
        r.v = (a.v * b.v) + (c.v * d.v);
        return r;
    }

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
}
