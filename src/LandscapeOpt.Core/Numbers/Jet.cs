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
    private readonly T _value, _x, _y, _xx, _xy, _yy;

    /// <summary>A value with its derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Jet(T value, T x, T y, T xx, T xy, T yy) => (_value, _x, _y, _xx, _xy, _yy) = (value, x, y, xx, xy, yy);

    /// <summary>The value.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
        init => _value = value;
    }

    /// <summary>∂/∂x.</summary>
    public T X
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _x;
        init => _x = value;
    }

    /// <summary>∂/∂y.</summary>
    public T Y
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _y;
        init => _y = value;
    }

    /// <summary>∂²/∂x².</summary>
    public T XX
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _xx;
        init => _xx = value;
    }

    /// <summary>∂²/∂x∂y.</summary>
    public T XY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _xy;
        init => _xy = value;
    }

    /// <summary>∂²/∂y².</summary>
    public T YY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _yy;
        init => _yy = value;
    }

    /// <summary>Value and derivatives apart.</summary>
    public void Deconstruct(out T value, out T x, out T y, out T xx, out T xy, out T yy) =>
        (value, x, y, xx, xy, yy) = (_value, _x, _y, _xx, _xy, _yy);

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
        new(a._value + b._value, a._x + b._x, a._y + b._y, a._xx + b._xx, a._xy + b._xy, a._yy + b._yy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a, Jet<T> b) =>
        new(a._value - b._value, a._x - b._x, a._y - b._y, a._xx - b._xx, a._xy - b._xy, a._yy - b._yy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a) => new(-a._value, -a._x, -a._y, -a._xx, -a._xy, -a._yy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator *(Jet<T> a, Jet<T> b)
    {
        T xx = a._x * b._x, yy = a._y * b._y;
        return new(
            a._value * b._value,
            T.SumOfProducts(a._x, b._value, a._value, b._x),
            T.SumOfProducts(a._y, b._value, a._value, b._y),
            T.SumOfProducts(a._xx, b._value, a._value, b._xx) + (xx + xx),
            T.SumOfProducts(a._xy, b._value, a._value, b._xy) + T.SumOfProducts(a._x, b._y, a._y, b._x),
            T.SumOfProducts(a._yy, b._value, a._value, b._yy) + (yy + yy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator /(Jet<T> a, Jet<T> b)
    {
        T q = a._value / b._value, x = (a._x - (q * b._x)) / b._value, y = (a._y - (q * b._y)) / b._value;
        T xx = x * b._x, yy = y * b._y;
        return new(
            q,
            x,
            y,
            (a._xx - (q * b._xx) - (xx + xx)) / b._value,
            (a._xy - (q * b._xy) - T.SumOfProducts(x, b._y, y, b._x)) / b._value,
            (a._yy - (q * b._yy) - (yy + yy)) / b._value);
    }

    // A function of one number: its value, slope and curvature there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Jet<T> Chain(T value, T slope, T curvature)
    {
        T x = curvature * _x, y = curvature * _y;
        return new(
            value,
            slope * _x,
            slope * _y,
            T.SumOfProducts(x, _x, slope, _xx),
            T.SumOfProducts(x, _y, slope, _xy),
            T.SumOfProducts(y, _y, slope, _yy));
    }

    // A function of two numbers: its value and its derivatives with respect to each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<T> Chain(Jet<T> a, Jet<T> b, T value, T byA, T byB, T byAA, T byAB, T byBB)
    {
        // Derivatives of byA and byB with respect to x and y.
        T byAX = T.SumOfProducts(byAA, a._x, byAB, b._x), byBX = T.SumOfProducts(byAB, a._x, byBB, b._x);
        T byAY = T.SumOfProducts(byAA, a._y, byAB, b._y), byBY = T.SumOfProducts(byAB, a._y, byBB, b._y);
        return new(
            value,
            T.SumOfProducts(byA, a._x, byB, b._x),
            T.SumOfProducts(byA, a._y, byB, b._y),
            T.SumOfProducts(byAX, a._x, byBX, b._x) + T.SumOfProducts(byA, a._xx, byB, b._xx),
            T.SumOfProducts(byAX, a._y, byBX, b._y) + T.SumOfProducts(byA, a._xy, byB, b._xy),
            T.SumOfProducts(byAY, a._y, byBY, b._y) + T.SumOfProducts(byA, a._yy, byB, b._yy));
    }
}
