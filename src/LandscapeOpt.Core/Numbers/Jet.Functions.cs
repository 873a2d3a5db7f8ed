using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public readonly partial record struct Jet<T>
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Square(Jet<T> a) => a.Chain(T.Square(a.v), a.v + a.v, 2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sqrt(Jet<T> a)
    {
        T root = T.Sqrt(a.v), slope = T.IfPositive(root, (T)0.5 / root, 0);
        return a.Chain(root, slope, T.IfPositive(root, (T)(-0.5) * slope / a.v, 0));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Exp(Jet<T> a)
    {
        T exp = T.Exp(a.v);
        return a.Chain(exp, exp, exp);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Log(Jet<T> a)
    {
        T slope = (T)1 / a.v;
        return a.Chain(T.Log(a.v), slope, -T.Square(slope));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Sin(Jet<T> a)
    {
        T.SinCos(a.v, out T sin, out T cos);
        return a.Chain(sin, cos, -sin);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Cos(Jet<T> a)
    {
        T.SinCos(a.v, out T sin, out T cos);
        return a.Chain(cos, -sin, -cos);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Tanh(Jet<T> a)
    {
        T tanh = T.Tanh(a.v), slope = (T)1 - T.Square(tanh);
        return a.Chain(tanh, slope, (T)(-2) * tanh * slope);
    }

    /// <summary>aᵇ. A constant exponent keeps negative bases differentiable: the logarithm counts only where the exponent varies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Pow(Jet<T> a, Jet<T> b)
    {
        T p = T.Pow(a.v, b.v), p1 = T.Pow(a.v, b.v - 1), p2 = T.Pow(a.v, b.v - 2);
        T log = T.IfPositive(a.v, T.Log(a.v), 0), twice = b.v * (b.v - 1);

        // Where a factor of the exponent is 0 so is the derivative, also where the power below it is infinite.
        T byA = T.IfPositive(T.Abs(b.v), b.v * p1, b.v), byAA = T.IfPositive(T.Abs(twice), twice * p2, twice);
        T byAB = T.IfPositive(a.v, p1 + (byA * log), 0), byB = T.IfPositive(a.v, p * log, 0);
        return Chain(a, b, p, byA, byB, byAA, byAB, byB * log);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Atan2(Jet<T> y, Jet<T> x)
    {
        T square = T.SumOfProducts(x.v, x.v, y.v, y.v), byY = x.v / square, byX = -y.v / square;
        T mixed = T.Square(byX) - T.Square(byY), half = byX * byY, twice = half + half;
        return Chain(y, x, T.Atan2(y.v, x.v), byY, byX, twice, mixed, -twice);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Hypot(Jet<T> a, Jet<T> b)
    {
        T h = T.Hypot(a.v, b.v), byA = T.IfPositive(h, a.v / h, 0), byB = T.IfPositive(h, b.v / h, 0), bend = T.IfPositive(h, (T)1 / h, 0);
        return Chain(a, b, h, byA, byB, T.Square(byB) * bend, -(byA * byB * bend), T.Square(byA) * bend);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Abs(Jet<T> a) =>
        a.Chain(T.Abs(a.v), T.IfPositive(a.v, 1, T.IfPositive(-a.v, -1, 0)), 0);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Max(Jet<T> a, Jet<T> b) => Choose(a.v - b.v, T.Max(a.v, b.v), a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> Min(Jet<T> a, Jet<T> b) => Choose(a.v - b.v, T.Min(a.v, b.v), b, a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> IfPositive(Jet<T> test, Jet<T> then, Jet<T> otherwise) =>
        Choose(test.v, T.IfPositive(test.v, then.v, otherwise.v), then, otherwise);

    // This value with the derivatives of one or the other.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Jet<T> Choose(T test, T value, Jet<T> then, Jet<T> otherwise) => new(
        value,
        T.IfPositive(test, then.dx, otherwise.dx),
        T.IfPositive(test, then.dy, otherwise.dy),
        T.IfPositive(test, then.dxx, otherwise.dxx),
        T.IfPositive(test, then.dxy, otherwise.dxy),
        T.IfPositive(test, then.dyy, otherwise.dyy));
}
