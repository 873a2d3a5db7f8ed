using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A number with its two partial derivatives: forward-mode automatic differentiation of a function of (x, y).</summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="X">The derivative with respect to x.</param>
/// <param name="Y">The derivative with respect to y.</param>
public readonly record struct Dual<T>(T Value, T X, T Y) : IReal<Dual<T>>
    where T : struct, IReal<T>
{
    /// <summary>The derivatives, as a vector.</summary>
    public Vec2<T> Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(X, Y);
    }

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
    public static Dual<T> operator +(Dual<T> a, Dual<T> b) => new(a.Value + b.Value, a.X + b.X, a.Y + b.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a, Dual<T> b) => new(a.Value - b.Value, a.X - b.X, a.Y - b.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator -(Dual<T> a) => new(-a.Value, -a.X, -a.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator *(Dual<T> a, Dual<T> b) =>
        new(a.Value * b.Value, (a.X * b.Value) + (a.Value * b.X), (a.Y * b.Value) + (a.Value * b.Y));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> operator /(Dual<T> a, Dual<T> b)
    {
        T quotient = a.Value / b.Value;
        return new(quotient, (a.X - (quotient * b.X)) / b.Value, (a.Y - (quotient * b.Y)) / b.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Square(Dual<T> a) => a.Chain(T.Square(a.Value), a.Value + a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sqrt(Dual<T> a)
    {
        T root = T.Sqrt(a.Value);
        return a.Chain(root, T.IfPositive(root, (T)0.5 / root, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Exp(Dual<T> a)
    {
        T exp = T.Exp(a.Value);
        return a.Chain(exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Log(Dual<T> a) => a.Chain(T.Log(a.Value), (T)1 / a.Value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Sin(Dual<T> a) => a.Chain(T.Sin(a.Value), T.Cos(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Cos(Dual<T> a) => a.Chain(T.Cos(a.Value), -T.Sin(a.Value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Tanh(Dual<T> a)
    {
        T tanh = T.Tanh(a.Value);
        return a.Chain(tanh, (T)1 - T.Square(tanh));
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Pow(Dual<T> a, Dual<T> b)
    {
        T power = T.Pow(a.Value, b.Value), slope = b.Value * T.Pow(a.Value, b.Value - 1);
        T growth = T.IfPositive(a.Value, power * T.Log(a.Value), 0);
        return new(power, (slope * a.X) + (growth * b.X), (slope * a.Y) + (growth * b.Y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Atan2(Dual<T> y, Dual<T> x)
    {
        T square = T.Square(x.Value) + T.Square(y.Value), byY = x.Value / square, byX = -y.Value / square;
        return new(T.Atan2(y.Value, x.Value), (byY * y.X) + (byX * x.X), (byY * y.Y) + (byX * x.Y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Abs(Dual<T> a) =>
        a.Chain(T.Abs(a.Value), T.IfPositive(a.Value, 1, T.IfPositive(-a.Value, -1, 0)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Max(Dual<T> a, Dual<T> b)
    {
        T first = a.Value - b.Value;
        return new(T.Max(a.Value, b.Value), T.IfPositive(first, a.X, b.X), T.IfPositive(first, a.Y, b.Y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> Min(Dual<T> a, Dual<T> b)
    {
        T second = a.Value - b.Value;
        return new(T.Min(a.Value, b.Value), T.IfPositive(second, b.X, a.X), T.IfPositive(second, b.Y, a.Y));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Dual<T> IfPositive(Dual<T> test, Dual<T> then, Dual<T> otherwise) => new(
        T.IfPositive(test.Value, then.Value, otherwise.Value),
        T.IfPositive(test.Value, then.X, otherwise.X),
        T.IfPositive(test.Value, then.Y, otherwise.Y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Dual<T> Chain(T value, T slope) => new(value, slope * X, slope * Y);
}
