using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A number with its first and second partial derivatives: forward-mode differentiation to second order in (x, y).</summary>
/// <typeparam name="T">The type of value and derivatives: a scalar or lanes.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="X">∂/∂x.</param>
/// <param name="Y">∂/∂y.</param>
/// <param name="XX">∂²/∂x².</param>
/// <param name="XY">∂²/∂x∂y.</param>
/// <param name="YY">∂²/∂y².</param>
public readonly record struct Jet<T>(T Value, T X, T Y, T XX, T XY, T YY) : IReal<Jet<T>>
    where T : struct, IReal<T>
{
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
        new(a.Value + b.Value, a.X + b.X, a.Y + b.Y, a.XX + b.XX, a.XY + b.XY, a.YY + b.YY);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a, Jet<T> b) =>
        new(a.Value - b.Value, a.X - b.X, a.Y - b.Y, a.XX - b.XX, a.XY - b.XY, a.YY - b.YY);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a) => new(-a.Value, -a.X, -a.Y, -a.XX, -a.XY, -a.YY);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator *(Jet<T> a, Jet<T> b) => new(
        a.Value * b.Value,
        (a.X * b.Value) + (a.Value * b.X),
        (a.Y * b.Value) + (a.Value * b.Y),
        (a.XX * b.Value) + ((T)2 * a.X * b.X) + (a.Value * b.XX),
        (a.XY * b.Value) + (a.X * b.Y) + (a.Y * b.X) + (a.Value * b.XY),
        (a.YY * b.Value) + ((T)2 * a.Y * b.Y) + (a.Value * b.YY));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator /(Jet<T> a, Jet<T> b)
    {
        T q = a.Value / b.Value, x = (a.X - (q * b.X)) / b.Value, y = (a.Y - (q * b.Y)) / b.Value;
        return new(
            q,
            x,
            y,
            (a.XX - (q * b.XX) - ((T)2 * x * b.X)) / b.Value,
            (a.XY - (q * b.XY) - (x * b.Y) - (y * b.X)) / b.Value,
            (a.YY - (q * b.YY) - ((T)2 * y * b.Y)) / b.Value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Square(Jet<T> a) => a.Chain(T.Square(a.Value), a.Value + a.Value, 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sqrt(Jet<T> a)
    {
        T root = T.Sqrt(a.Value), slope = T.IfPositive(root, (T)0.5 / root, 0);
        return a.Chain(root, slope, T.IfPositive(root, (T)(-0.5) * slope / a.Value, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Exp(Jet<T> a)
    {
        T exp = T.Exp(a.Value);
        return a.Chain(exp, exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Log(Jet<T> a)
    {
        T slope = (T)1 / a.Value;
        return a.Chain(T.Log(a.Value), slope, -T.Square(slope));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sin(Jet<T> a)
    {
        T sin = T.Sin(a.Value);
        return a.Chain(sin, T.Cos(a.Value), -sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Cos(Jet<T> a)
    {
        T cos = T.Cos(a.Value);
        return a.Chain(cos, -T.Sin(a.Value), -cos);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Tanh(Jet<T> a)
    {
        T tanh = T.Tanh(a.Value), slope = (T)1 - T.Square(tanh);
        return a.Chain(tanh, slope, (T)(-2) * tanh * slope);
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Pow(Jet<T> a, Jet<T> b)
    {
        T p = T.Pow(a.Value, b.Value), p1 = T.Pow(a.Value, b.Value - 1), p2 = T.Pow(a.Value, b.Value - 2);
        T log = T.IfPositive(a.Value, T.Log(a.Value), 0);
        T byA = b.Value * p1, byB = p * log;
        T byAA = b.Value * (b.Value - 1) * p2, byAB = p1 + (b.Value * p1 * log), byBB = p * T.Square(log);
        byAB = T.IfPositive(a.Value, byAB, 0);
        return Chain(a, b, p, byA, byB, byAA, byAB, byBB);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Atan2(Jet<T> y, Jet<T> x)
    {
        T square = T.Square(x.Value) + T.Square(y.Value), fourth = T.Square(square);
        T byY = x.Value / square, byX = -y.Value / square;
        T mixed = (T.Square(y.Value) - T.Square(x.Value)) / fourth, twice = (T)2 * x.Value * y.Value / fourth;
        return Chain(y, x, T.Atan2(y.Value, x.Value), byY, byX, -twice, mixed, twice);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Abs(Jet<T> a) =>
        a.Chain(T.Abs(a.Value), T.IfPositive(a.Value, 1, T.IfPositive(-a.Value, -1, 0)), 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Max(Jet<T> a, Jet<T> b) => IfPositive(a - b, a, b) with { Value = T.Max(a.Value, b.Value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Min(Jet<T> a, Jet<T> b) => IfPositive(a - b, b, a) with { Value = T.Min(a.Value, b.Value) };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> IfPositive(Jet<T> test, Jet<T> then, Jet<T> otherwise) => new(
        T.IfPositive(test.Value, then.Value, otherwise.Value),
        T.IfPositive(test.Value, then.X, otherwise.X),
        T.IfPositive(test.Value, then.Y, otherwise.Y),
        T.IfPositive(test.Value, then.XX, otherwise.XX),
        T.IfPositive(test.Value, then.XY, otherwise.XY),
        T.IfPositive(test.Value, then.YY, otherwise.YY));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Jet<T> Chain(T value, T slope, T curvature) => new(
        value,
        slope * X,
        slope * Y,
        (curvature * X * X) + (slope * XX),
        (curvature * X * Y) + (slope * XY),
        (curvature * Y * Y) + (slope * YY));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<T> Chain(Jet<T> a, Jet<T> b, T value, T byA, T byB, T byAA, T byAB, T byBB) => new(
        value,
        (byA * a.X) + (byB * b.X),
        (byA * a.Y) + (byB * b.Y),
        (byAA * a.X * a.X) + ((T)2 * byAB * a.X * b.X) + (byBB * b.X * b.X) + (byA * a.XX) + (byB * b.XX),
        (byAA * a.X * a.Y) + (byAB * ((a.X * b.Y) + (a.Y * b.X))) + (byBB * b.X * b.Y) + (byA * a.XY) + (byB * b.XY),
        (byAA * a.Y * a.Y) + ((T)2 * byAB * a.Y * b.Y) + (byBB * b.Y * b.Y) + (byA * a.YY) + (byB * b.YY));
}
