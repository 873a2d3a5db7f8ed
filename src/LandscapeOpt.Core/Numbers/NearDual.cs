using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>
/// The dual number of lanes for points near enough that everything is finite and every angle and exponent of usual size. There it gives the bits of
/// <see cref="Dual{T}"/>, except for the signs of derivatives that are 0, with less work: it knows which derivatives are 0 whatever the point, and
/// computes sine, cosine and exponential without looking at the argument. Such a look costs little, but the call behind it has a price even if it is
/// never made: whatever a formula holds in vector registers would have to be saved for it.
/// </summary>
/// <remarks>
/// What is known is the same at every point, so a compiler that inlines a formula resolves all questions about it. It counts the variables in what it
/// inlines and gives up at 512 of them, calls and conditional expressions among their causes: hence assignments instead of constructors, and branches
/// instead of smaller methods.
/// </remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal partial struct NearDual<T> : IReal<NearDual<T>>
    where T : struct, ILane<T>, IReal<T>
{
    private const int AlongX = 1, AlongY = 2;

    // A derivative that is always 0 is not kept: its field holds anything.
    private T v, dx, dy;
    private int varies;

    /// <summary>The derivatives, with positive zeros.</summary>
    internal readonly Vec2<T> Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new((varies & AlongX) == 0 ? 0.0 : dx + 0.0, (varies & AlongY) == 0 ? 0.0 : dy + 0.0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NearDual<T>(double value)
    {
        NearDual<T> r = default;
        r.v = value;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(NearDual<T> a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a.v + b.v;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = a.dx;
        else if ((a.varies & AlongX) == 0) r.dx = b.dx;
        else r.dx = a.dx + b.dx;
        if ((b.varies & AlongY) == 0) r.dy = a.dy;
        else if ((a.varies & AlongY) == 0) r.dy = b.dy;
        else r.dy = a.dy + b.dy;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a.v - b.v;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = a.dx;
        else if ((a.varies & AlongX) == 0) r.dx = -b.dx;
        else r.dx = a.dx - b.dx;
        if ((b.varies & AlongY) == 0) r.dy = a.dy;
        else if ((a.varies & AlongY) == 0) r.dy = -b.dy;
        else r.dy = a.dy - b.dy;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a)
    {
        NearDual<T> r;
        r.v = -a.v;
        r.dx = -a.dx;
        r.dy = -a.dy;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(NearDual<T> a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a.v * b.v;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = a.dx * b.v;
        else if ((a.varies & AlongX) == 0) r.dx = a.v * b.dx;
        else r.dx = T.SumOfProducts(a.dx, b.v, a.v, b.dx);
        if ((b.varies & AlongY) == 0) r.dy = a.dy * b.v;
        else if ((a.varies & AlongY) == 0) r.dy = a.v * b.dy;
        else r.dy = T.SumOfProducts(a.dy, b.v, a.v, b.dy);
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator /(NearDual<T> a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a.v / b.v;
        r.varies = a.varies | b.varies;
        if ((b.varies & AlongX) == 0) r.dx = a.dx / b.v;
        else if ((a.varies & AlongX) == 0) r.dx = -(r.v * b.dx) / b.v;
        else r.dx = (a.dx - (r.v * b.dx)) / b.v;
        if ((b.varies & AlongY) == 0) r.dy = a.dy / b.v;
        else if ((a.varies & AlongY) == 0) r.dy = -(r.v * b.dy) / b.v;
        else r.dy = (a.dy - (r.v * b.dy)) / b.v;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(double a, NearDual<T> b)
    {
        b.v = a + b.v;
        return b;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(NearDual<T> a, double b)
    {
        a.v += b;
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(double a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a - b.v;
        r.dx = -b.dx;
        r.dy = -b.dy;
        r.varies = b.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a, double b)
    {
        a.v -= b;
        return a;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(double a, NearDual<T> b)
    {
        NearDual<T> r;
        r.v = a * b.v;
        r.dx = a * b.dx;
        r.dy = a * b.dy;
        r.varies = b.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(NearDual<T> a, double b)
    {
        NearDual<T> r;
        r.v = a.v * b;
        r.dx = a.dx * b;
        r.dy = a.dy * b;
        r.varies = a.varies;
        return r;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator /(NearDual<T> a, double b)
    {
        NearDual<T> r;
        r.v = a.v / b;
        r.dx = a.dx / b;
        r.dy = a.dy / b;
        r.varies = a.varies;
        return r;
    }

    /// <summary>The independent variable x at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NearDual<T> VariableX(T value)
    {
        NearDual<T> r = default;
        r.v = value;
        r.dx = 1;
        r.varies = AlongX;
        return r;
    }

    /// <summary>The independent variable y at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NearDual<T> VariableY(T value)
    {
        NearDual<T> r = default;
        r.v = value;
        r.dy = 1;
        r.varies = AlongY;
        return r;
    }
}
