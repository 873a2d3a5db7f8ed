using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A number with its two partial derivatives: forward-mode automatic differentiation of a function of (x, y).</summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
public readonly record struct Dual<T> : IReal<Dual<T>>
    where T : struct, IReal<T>
{
    // Fields rather than positional properties: each property read would be one more call to inline, of which a formula has hundreds.
    private readonly T _value, _x, _y;

    /// <summary>A value with its derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dual(T value, T x, T y) => (_value, _x, _y) = (value, x, y);

    /// <summary>The value.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _value;
        init => _value = value;
    }

    /// <summary>The derivative with respect to x.</summary>
    public T X
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _x;
        init => _x = value;
    }

    /// <summary>The derivative with respect to y.</summary>
    public T Y
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _y;
        init => _y = value;
    }

    /// <summary>The derivatives, as a vector.</summary>
    public Vec2<T> Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_x, _y);
    }

    /// <summary>Value and derivatives apart.</summary>
    public void Deconstruct(out T value, out T x, out T y) => (value, x, y) = (_value, _x, _y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Dual<T>(double value) => new(value, 0, 0);

    /// <summary>The independent variable x at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> VariableX(T value) => new(value, 1, 0);

    /// <summary>The independent variable y at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> VariableY(T value) => new(value, 0, 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a._value + b._value, a._x + b._x, a._y + b._y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a._value - b._value, a._x - b._x, a._y - b._y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a) => new(-a._value, -a._x, -a._y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, Dual<T> b) =>
        new(a._value * b._value, T.SumOfProducts(a._x, b._value, a._value, b._x), T.SumOfProducts(a._y, b._value, a._value, b._y));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        T quotient = a._value / b._value;
        return new(quotient, (a._x - (quotient * b._x)) / b._value, (a._y - (quotient * b._y)) / b._value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Square(Dual<T> a) => a.Chain(T.Square(a._value), a._value + a._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sqrt(Dual<T> a)
    {
        T root = T.Sqrt(a._value);
        return a.Chain(root, T.IfPositive(root, (T)0.5 / root, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Exp(Dual<T> a)
    {
        T exp = T.Exp(a._value);
        return a.Chain(exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log(Dual<T> a) => a.Chain(T.Log(a._value), (T)1 / a._value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sin(Dual<T> a)
    {
        T.SinCos(a._value, out T sin, out T cos);
        return a.Chain(sin, cos);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Cos(Dual<T> a)
    {
        T.SinCos(a._value, out T sin, out T cos);
        return a.Chain(cos, -sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Tanh(Dual<T> a)
    {
        T tanh = T.Tanh(a._value);
        return a.Chain(tanh, (T)1 - T.Square(tanh));
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Pow(Dual<T> a, Dual<T> b)
    {
        // Where the exponent is 0 so is the slope, also where the power below it is infinite.
        T power = T.Pow(a._value, b._value), slope = T.IfPositive(T.Abs(b._value), b._value * T.Pow(a._value, b._value - 1), b._value);
        T growth = T.IfPositive(a._value, power * T.Log(a._value), 0);
        return new(power, T.SumOfProducts(slope, a._x, growth, b._x), T.SumOfProducts(slope, a._y, growth, b._y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Atan2(Dual<T> y, Dual<T> x)
    {
        T square = T.SumOfProducts(x._value, x._value, y._value, y._value), byY = x._value / square, byX = -y._value / square;
        return new(T.Atan2(y._value, x._value), T.SumOfProducts(byY, y._x, byX, x._x), T.SumOfProducts(byY, y._y, byX, x._y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Abs(Dual<T> a) =>
        a.Chain(T.Abs(a._value), T.IfPositive(a._value, 1, T.IfPositive(-a._value, -1, 0)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Max(Dual<T> a, Dual<T> b)
    {
        T first = a._value - b._value;
        return new(T.Max(a._value, b._value), T.IfPositive(first, a._x, b._x), T.IfPositive(first, a._y, b._y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Min(Dual<T> a, Dual<T> b)
    {
        T second = a._value - b._value;
        return new(T.Min(a._value, b._value), T.IfPositive(second, b._x, a._x), T.IfPositive(second, b._y, a._y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> IfPositive(Dual<T> test, Dual<T> then, Dual<T> otherwise) => new(
        T.IfPositive(test._value, then._value, otherwise._value),
        T.IfPositive(test._value, then._x, otherwise._x),
        T.IfPositive(test._value, then._y, otherwise._y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Dual<T> Chain(T value, T slope) => new(value, slope * _x, slope * _y);
}
