using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>Two doubles side by side.</summary>
public partial struct Lane128 : ILane<Lane128>
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
    public static Lane128 SumOfProducts(Lane128 a, Lane128 b, Lane128 c, Lane128 d)
    {
        Lane128 r;
        r.v = (a.v * b.v) + (c.v * d.v);
        return r;
    }

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
}
