using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>
/// A number with its first and second partial derivatives: forward-mode differentiation to second order in (x, y). Value and first derivatives
/// have the bits of <see cref="Dual{T}"/>.
/// </summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
public readonly partial record struct Jet<T> : IReal<Jet<T>>
    where T : struct, IReal<T>
{
    // Fields rather than positional properties: each property read would be one more call to inline, of which a formula has hundreds.
    private readonly T v, dx, dy, dxx, dxy, dyy;

    /// <summary>A value with its derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Jet(T value, T x, T y, T xx, T xy, T yy) => (v, dx, dy, dxx, dxy, dyy) = (value, x, y, xx, xy, yy);

    /// <summary>The value.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
        init => v = value;
    }

    /// <summary>∂/∂x.</summary>
    public T X
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dx;
        init => dx = value;
    }

    /// <summary>∂/∂y.</summary>
    public T Y
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dy;
        init => dy = value;
    }

    /// <summary>∂²/∂x².</summary>
    public T XX
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dxx;
        init => dxx = value;
    }

    /// <summary>∂²/∂x∂y.</summary>
    public T XY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dxy;
        init => dxy = value;
    }

    /// <summary>∂²/∂y².</summary>
    public T YY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dyy;
        init => dyy = value;
    }

    /// <summary>Value and derivatives apart.</summary>
    public void Deconstruct(out T value, out T x, out T y, out T xx, out T xy, out T yy) =>
        (value, x, y, xx, xy, yy) = (v, dx, dy, dxx, dxy, dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Jet<T>(double value) => new(value, 0, 0, 0, 0, 0);

    /// <summary>The independent variable x at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> VariableX(T value) => new(value, 1, 0, 0, 0, 0);

    /// <summary>The independent variable y at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> VariableY(T value) => new(value, 0, 1, 0, 0, 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator +(Jet<T> a, Jet<T> b) =>
        new(a.v + b.v, a.dx + b.dx, a.dy + b.dy, a.dxx + b.dxx, a.dxy + b.dxy, a.dyy + b.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a, Jet<T> b) =>
        new(a.v - b.v, a.dx - b.dx, a.dy - b.dy, a.dxx - b.dxx, a.dxy - b.dxy, a.dyy - b.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a) => new(-a.v, -a.dx, -a.dy, -a.dxx, -a.dxy, -a.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator *(Jet<T> a, Jet<T> b)
    {
        T xx = a.dx * b.dx, yy = a.dy * b.dy;
        return new(
            a.v * b.v,
            T.SumOfProducts(a.dx, b.v, a.v, b.dx),
            T.SumOfProducts(a.dy, b.v, a.v, b.dy),
            T.SumOfProducts(a.dxx, b.v, a.v, b.dxx) + (xx + xx),
            T.SumOfProducts(a.dxy, b.v, a.v, b.dxy) + T.SumOfProducts(a.dx, b.dy, a.dy, b.dx),
            T.SumOfProducts(a.dyy, b.v, a.v, b.dyy) + (yy + yy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator /(Jet<T> a, Jet<T> b)
    {
        T q = a.v / b.v, x = (a.dx - (q * b.dx)) / b.v, y = (a.dy - (q * b.dy)) / b.v;
        T xx = x * b.dx, yy = y * b.dy;
        return new(
            q,
            x,
            y,
            (a.dxx - (q * b.dxx) - (xx + xx)) / b.v,
            (a.dxy - (q * b.dxy) - T.SumOfProducts(x, b.dy, y, b.dx)) / b.v,
            (a.dyy - (q * b.dyy) - (yy + yy)) / b.v);
    }

    // A function of one number: its value, slope and curvature there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Jet<T> Chain(T value, T slope, T curvature)
    {
        T x = curvature * dx, y = curvature * dy;
        return new(
            value,
            slope * dx,
            slope * dy,
            T.SumOfProducts(x, dx, slope, dxx),
            T.SumOfProducts(x, dy, slope, dxy),
            T.SumOfProducts(y, dy, slope, dyy));
    }

    // A function of two numbers: its value and its derivatives with respect to each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<T> Chain(Jet<T> a, Jet<T> b, T value, T byA, T byB, T byAA, T byAB, T byBB)
    {
        // Derivatives of byA and byB with respect to x and y.
        T byAX = T.SumOfProducts(byAA, a.dx, byAB, b.dx), byBX = T.SumOfProducts(byAB, a.dx, byBB, b.dx);
        T byAY = T.SumOfProducts(byAA, a.dy, byAB, b.dy), byBY = T.SumOfProducts(byAB, a.dy, byBB, b.dy);
        return new(
            value,
            T.SumOfProducts(byA, a.dx, byB, b.dx),
            T.SumOfProducts(byA, a.dy, byB, b.dy),
            T.SumOfProducts(byAX, a.dx, byBX, b.dx) + T.SumOfProducts(byA, a.dxx, byB, b.dxx),
            T.SumOfProducts(byAX, a.dy, byBX, b.dy) + T.SumOfProducts(byA, a.dxy, byB, b.dxy),
            T.SumOfProducts(byAY, a.dy, byBY, b.dy) + T.SumOfProducts(byA, a.dyy, byB, b.dyy));
    }
}
