using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>
/// The dual number of lanes for points near enough that everything is finite and every angle and exponent of usual size. There it gives the bits of
/// <see cref="Dual{T}"/>, except for the signs of derivatives that are 0, with less work: it knows which derivatives are 0 whatever the point, and
/// computes sine, cosine and exponential without looking at the argument. Such a look costs little, but the call behind it has a price even if it is
/// never made: whatever a formula holds in vector registers would have to be saved for it.
/// </summary>
/// <remarks>What is known is the same at every point, so a compiler that inlines a formula resolves all questions about it.</remarks>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly struct NearDual<T> : IReal<NearDual<T>>
    where T : struct, ILane<T>, IReal<T>
{
    private const int AlongX = 1, AlongY = 2;

    private readonly T v, dx, dy;
    private readonly int varies;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private NearDual(T v, T dx, T dy, int varies)
    {
        this.v = v;
        this.dx = dx;
        this.dy = dy;
        this.varies = varies;
    }

    /// <summary>The derivatives, with positive zeros.</summary>
    internal Vec2<T> Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(dx + 0.0, dy + 0.0);
    }

    private bool VariesX
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (varies & AlongX) != 0;
    }

    private bool VariesY
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (varies & AlongY) != 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator NearDual<T>(double value) => new(value, default, default, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(NearDual<T> a, NearDual<T> b) => new(
        a.v + b.v, Sum(a.dx, a.VariesX, b.dx, b.VariesX), Sum(a.dy, a.VariesY, b.dy, b.VariesY), a.varies | b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a, NearDual<T> b) => new(
        a.v - b.v, Difference(a.dx, a.VariesX, b.dx, b.VariesX), Difference(a.dy, a.VariesY, b.dy, b.VariesY), a.varies | b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a) => new(-a.v, a.VariesX ? -a.dx : default, a.VariesY ? -a.dy : default, a.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(NearDual<T> a, NearDual<T> b) => Join(a.v * b.v, b.v, a, a.v, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator /(NearDual<T> a, NearDual<T> b)
    {
        T quotient = a.v / b.v;
        return new(
            quotient,
            a.VariesX || b.VariesX ? Difference(a.dx, a.VariesX, quotient * b.dx, b.VariesX) / b.v : default,
            a.VariesY || b.VariesY ? Difference(a.dy, a.VariesY, quotient * b.dy, b.VariesY) / b.v : default,
            a.varies | b.varies);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(double a, NearDual<T> b) => new(a + b.v, b.dx, b.dy, b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator +(NearDual<T> a, double b) => new(a.v + b, a.dx, a.dy, a.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(double a, NearDual<T> b) => new(a - b.v, b.VariesX ? -b.dx : default, b.VariesY ? -b.dy : default, b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator -(NearDual<T> a, double b) => new(a.v - b, a.dx, a.dy, a.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(double a, NearDual<T> b) => new(a * b.v, b.VariesX ? a * b.dx : default, b.VariesY ? a * b.dy : default, b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator *(NearDual<T> a, double b) => new(a.v * b, a.VariesX ? a.dx * b : default, a.VariesY ? a.dy * b : default, a.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> operator /(NearDual<T> a, double b) => new(a.v / b, a.VariesX ? a.dx / b : default, a.VariesY ? a.dy / b : default, a.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Square(NearDual<T> a) => a.Chain(T.Square(a.v), a.v + a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Sqrt(NearDual<T> a)
    {
        T root = T.Sqrt(a.v);
        return a.Chain(root, T.IfPositive(root, (T)0.5 / root, 0));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Exp(NearDual<T> a)
    {
        T exp = Elementary.ExpPlain(a.v);
        return a.Chain(exp, exp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Log(NearDual<T> a) => a.Chain(T.Log(a.v), (T)1 / a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Sin(NearDual<T> a) => a.Chain(Elementary.SinDirect(a.v), Elementary.CosDirect(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Cos(NearDual<T> a) => a.Chain(Elementary.CosDirect(a.v), -Elementary.SinDirect(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Tanh(NearDual<T> a)
    {
        T tanh = T.Tanh(a.v);
        return a.Chain(tanh, (T)1 - T.Square(tanh));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Pow(NearDual<T> a, NearDual<T> b)
    {
        T power = T.Pow(a.v, b.v), slope = T.IfPositive(T.Abs(b.v), b.v * T.Pow(a.v, b.v - 1), b.v);
        T growth = b.varies != 0 ? T.IfPositive(a.v, power * T.Log(a.v), 0) : default;
        return Join(power, slope, a, growth, b);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Atan2(NearDual<T> y, NearDual<T> x)
    {
        T square = T.SumOfProducts(x.v, x.v, y.v, y.v), byY = x.v / square, byX = -y.v / square;
        return Join(T.Atan2(y.v, x.v), byY, y, byX, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Abs(NearDual<T> a) => a.Chain(T.Abs(a.v), T.IfPositive(a.v, 1, T.IfPositive(-a.v, -1, 0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Max(NearDual<T> a, NearDual<T> b) => Choose(T.Max(a.v, b.v), a.v - b.v, a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> Min(NearDual<T> a, NearDual<T> b) => Choose(T.Min(a.v, b.v), a.v - b.v, b, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static NearDual<T> IfPositive(NearDual<T> test, NearDual<T> then, NearDual<T> otherwise) =>
        Choose(T.IfPositive(test.v, then.v, otherwise.v), test.v, then, otherwise);

    /// <summary>The independent variable x at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NearDual<T> VariableX(T value) => new(value, 1, default, AlongX);

    /// <summary>The independent variable y at this value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static NearDual<T> VariableY(T value) => new(value, default, 1, AlongY);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Sum(T a, bool hasA, T b, bool hasB) => hasA ? hasB ? a + b : a : hasB ? b : default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Difference(T a, bool hasA, T b, bool hasB) => hasA ? hasB ? a - b : a : hasB ? -b : default;

    // A function of two numbers, with its slopes along each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static NearDual<T> Join(T value, T slopeA, NearDual<T> a, T slopeB, NearDual<T> b) => new(
        value,
        Sum(slopeA * a.dx, a.VariesX, slopeB * b.dx, b.VariesX),
        Sum(slopeA * a.dy, a.VariesY, slopeB * b.dy, b.VariesY),
        a.varies | b.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static NearDual<T> Choose(T value, T test, NearDual<T> then, NearDual<T> otherwise) => new(
        value,
        then.VariesX || otherwise.VariesX ? T.IfPositive(test, then.dx, otherwise.dx) : default,
        then.VariesY || otherwise.VariesY ? T.IfPositive(test, then.dy, otherwise.dy) : default,
        then.varies | otherwise.varies);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private NearDual<T> Chain(T value, T slope) => new(value, VariesX ? slope * dx : default, VariesY ? slope * dy : default, varies);
}
