using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A number with its two partial derivatives: forward-mode automatic differentiation of a function of (x, y).</summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
public readonly record struct Dual<T> : IReal<Dual<T>>
    where T : struct, IReal<T>
{
    // Fields rather than positional properties: each property read would be one more call to inline, of which a formula has hundreds.
    private readonly T v, dx, dy;

    /// <summary>A value with its derivatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dual(T value, T x, T y) => (v, dx, dy) = (value, x, y);

    /// <summary>The value.</summary>
    public T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
        init => v = value;
    }

    /// <summary>The derivative with respect to x.</summary>
    public T X
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dx;
        init => dx = value;
    }

    /// <summary>The derivative with respect to y.</summary>
    public T Y
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => dy;
        init => dy = value;
    }

    /// <summary>The derivatives, as a vector whose zeros are positive: which sign a zero has depends on terms that are themselves 0.</summary>
    public Vec2<T> Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(dx + 0.0, dy + 0.0);
    }

    /// <summary>Value and derivatives apart.</summary>
    public void Deconstruct(out T value, out T x, out T y) => (value, x, y) = (v, dx, dy);

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
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a.v + b.v, a.dx + b.dx, a.dy + b.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a.v - b.v, a.dx - b.dx, a.dy - b.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a) => new(-a.v, -a.dx, -a.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, Dual<T> b) =>
        new(a.v * b.v, T.SumOfProducts(a.dx, b.v, a.v, b.dx), T.SumOfProducts(a.dy, b.v, a.v, b.dy));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        T quotient = a.v / b.v;
        return new(quotient, (a.dx - (quotient * b.dx)) / b.v, (a.dy - (quotient * b.dy)) / b.v);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator +(double a, Dual<T> b) => new(a + b.v, b.dx, b.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator +(Dual<T> a, double b) => new(a.v + b, a.dx, a.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(double a, Dual<T> b) => new(a - b.v, -b.dx, -b.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, double b) => new(a.v - b, a.dx, a.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(double a, Dual<T> b) => new(a * b.v, a * b.dx, a * b.dy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, double b) => new(a.v * b, a.dx * b, a.dy * b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, double b) => new(a.v / b, a.dx / b, a.dy / b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Square(Dual<T> a) => a.Chain(T.Square(a.v), a.v + a.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sqrt(Dual<T> a)
    {
        T root = T.Sqrt(a.v);
        return a.Chain(root, T.IfPositive(root, (T)0.5 / root, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Exp(Dual<T> a)
    {
        T exp = T.Exp(a.v);
        return a.Chain(exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log(Dual<T> a) => a.Chain(T.Log(a.v), (T)1 / a.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sin(Dual<T> a)
    {
        T.SinCos(a.v, out T sin, out T cos);
        return a.Chain(sin, cos);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Cos(Dual<T> a)
    {
        T.SinCos(a.v, out T sin, out T cos);
        return a.Chain(cos, -sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Tanh(Dual<T> a)
    {
        T tanh = T.Tanh(a.v);
        return a.Chain(tanh, (T)1 - T.Square(tanh));
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Pow(Dual<T> a, Dual<T> b)
    {
        // Where the exponent is 0 so is the slope, also where the power below it is infinite.
        T power = T.Pow(a.v, b.v), slope = T.IfPositive(T.Abs(b.v), b.v * T.Pow(a.v, b.v - 1), b.v);
        T growth = T.IfPositive(a.v, power * T.Log(a.v), 0);
        return new(power, T.SumOfProducts(slope, a.dx, growth, b.dx), T.SumOfProducts(slope, a.dy, growth, b.dy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Atan2(Dual<T> y, Dual<T> x)
    {
        T square = T.SumOfProducts(x.v, x.v, y.v, y.v), byY = x.v / square, byX = -y.v / square;
        return new(T.Atan2(y.v, x.v), T.SumOfProducts(byY, y.dx, byX, x.dx), T.SumOfProducts(byY, y.dy, byX, x.dy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Hypot(Dual<T> a, Dual<T> b)
    {
        T h = T.Hypot(a.v, b.v), byA = T.IfPositive(h, a.v / h, 0), byB = T.IfPositive(h, b.v / h, 0);
        return new(h, T.SumOfProducts(byA, a.dx, byB, b.dx), T.SumOfProducts(byA, a.dy, byB, b.dy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Abs(Dual<T> a) =>
        a.Chain(T.Abs(a.v), T.IfPositive(a.v, 1, T.IfPositive(-a.v, -1, 0)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Max(Dual<T> a, Dual<T> b)
    {
        T first = a.v - b.v;
        return new(T.Max(a.v, b.v), T.IfPositive(first, a.dx, b.dx), T.IfPositive(first, a.dy, b.dy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Min(Dual<T> a, Dual<T> b)
    {
        T second = a.v - b.v;
        return new(T.Min(a.v, b.v), T.IfPositive(second, b.dx, a.dx), T.IfPositive(second, b.dy, a.dy));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> IfPositive(Dual<T> test, Dual<T> then, Dual<T> otherwise) => new(
        T.IfPositive(test.v, then.v, otherwise.v),
        T.IfPositive(test.v, then.dx, otherwise.dx),
        T.IfPositive(test.v, then.dy, otherwise.dy));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Dual<T> Chain(T value, T slope) => new(value, slope * dx, slope * dy);
}
