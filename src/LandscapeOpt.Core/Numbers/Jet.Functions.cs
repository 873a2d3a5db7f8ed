using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public readonly partial record struct Jet<T>
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Square(Jet<T> a) => a.Chain(T.Square(a._value), a._value + a._value, 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sqrt(Jet<T> a)
    {
        T root = T.Sqrt(a._value), slope = T.IfPositive(root, (T)0.5 / root, 0);
        return a.Chain(root, slope, T.IfPositive(root, (T)(-0.5) * slope / a._value, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Exp(Jet<T> a)
    {
        T exp = T.Exp(a._value);
        return a.Chain(exp, exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Log(Jet<T> a)
    {
        T slope = (T)1 / a._value;
        return a.Chain(T.Log(a._value), slope, -T.Square(slope));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sin(Jet<T> a)
    {
        T.SinCos(a._value, out T sin, out T cos);
        return a.Chain(sin, cos, -sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Cos(Jet<T> a)
    {
        T.SinCos(a._value, out T sin, out T cos);
        return a.Chain(cos, -sin, -cos);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Tanh(Jet<T> a)
    {
        T tanh = T.Tanh(a._value), slope = (T)1 - T.Square(tanh);
        return a.Chain(tanh, slope, (T)(-2) * tanh * slope);
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Pow(Jet<T> a, Jet<T> b)
    {
        T p = T.Pow(a._value, b._value), p1 = T.Pow(a._value, b._value - 1), p2 = T.Pow(a._value, b._value - 2);
        T log = T.IfPositive(a._value, T.Log(a._value), 0), twice = b._value * (b._value - 1);

        // Where a factor of the exponent is 0 so is the derivative, also where the power below it is infinite.
        T byA = T.IfPositive(T.Abs(b._value), b._value * p1, b._value), byAA = T.IfPositive(T.Abs(twice), twice * p2, twice);
        T byAB = T.IfPositive(a._value, p1 + (byA * log), 0), byB = T.IfPositive(a._value, p * log, 0);
        return Chain(a, b, p, byA, byB, byAA, byAB, byB * log);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Atan2(Jet<T> y, Jet<T> x)
    {
        T square = T.SumOfProducts(x._value, x._value, y._value, y._value), byY = x._value / square, byX = -y._value / square;
        T mixed = T.Square(byX) - T.Square(byY), half = byX * byY, twice = half + half;
        return Chain(y, x, T.Atan2(y._value, x._value), byY, byX, twice, mixed, -twice);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Abs(Jet<T> a) =>
        a.Chain(T.Abs(a._value), T.IfPositive(a._value, 1, T.IfPositive(-a._value, -1, 0)), 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Max(Jet<T> a, Jet<T> b) => Choose(a._value - b._value, T.Max(a._value, b._value), a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Min(Jet<T> a, Jet<T> b) => Choose(a._value - b._value, T.Min(a._value, b._value), b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> IfPositive(Jet<T> test, Jet<T> then, Jet<T> otherwise) =>
        Choose(test._value, T.IfPositive(test._value, then._value, otherwise._value), then, otherwise);

    // This value with the derivatives of one or the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<T> Choose(T test, T value, Jet<T> then, Jet<T> otherwise) => new(
        value,
        T.IfPositive(test, then._x, otherwise._x),
        T.IfPositive(test, then._y, otherwise._y),
        T.IfPositive(test, then._xx, otherwise._xx),
        T.IfPositive(test, then._xy, otherwise._xy),
        T.IfPositive(test, then._yy, otherwise._yy));
}
