using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>
/// Lanes that compute sine, cosine and exponential without looking at the size of the argument, for where it is proved to be usual. The look costs
/// little, but behind it is a call that is never made, and whatever a formula holds in vector registers would have to be saved for it.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly struct PlainLane<T> : IReal<PlainLane<T>>
    where T : struct, ILane<T>, IReal<T>
{
    private readonly T v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PlainLane(T value) => v = value;

    /// <summary>The lanes.</summary>
    internal T Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => v;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator PlainLane<T>(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator +(PlainLane<T> a, PlainLane<T> b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator -(PlainLane<T> a, PlainLane<T> b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator -(PlainLane<T> a) => new(-a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator *(PlainLane<T> a, PlainLane<T> b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator /(PlainLane<T> a, PlainLane<T> b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator +(double a, PlainLane<T> b) => new(a + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator -(double a, PlainLane<T> b) => new(a - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator *(double a, PlainLane<T> b) => new(a * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator +(PlainLane<T> a, double b) => new(a.v + b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator -(PlainLane<T> a, double b) => new(a.v - b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator *(PlainLane<T> a, double b) => new(a.v * b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> operator /(PlainLane<T> a, double b) => new(a.v / b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Square(PlainLane<T> a) => new(T.Square(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Sqrt(PlainLane<T> a) => new(T.Sqrt(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Exp(PlainLane<T> a) => new(Elementary.ExpPlain(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Log(PlainLane<T> a) => new(T.Log(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Sin(PlainLane<T> a) => new(Elementary.SinDirect(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Cos(PlainLane<T> a) => new(Elementary.CosDirect(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(PlainLane<T> a, out PlainLane<T> sin, out PlainLane<T> cos)
    {
        sin = new(Elementary.SinDirect(a.v));
        cos = new(Elementary.CosDirect(a.v));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> SumOfProducts(PlainLane<T> a, PlainLane<T> b, PlainLane<T> c, PlainLane<T> d) => new(T.SumOfProducts(a.v, b.v, c.v, d.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Tanh(PlainLane<T> a) => new(T.Tanh(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Pow(PlainLane<T> a, PlainLane<T> b) => new(T.Pow(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Atan2(PlainLane<T> y, PlainLane<T> x) => new(T.Atan2(y.v, x.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Abs(PlainLane<T> a) => new(T.Abs(a.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Max(PlainLane<T> a, PlainLane<T> b) => new(T.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> Min(PlainLane<T> a, PlainLane<T> b) => new(T.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PlainLane<T> IfPositive(PlainLane<T> test, PlainLane<T> then, PlainLane<T> otherwise) => new(T.IfPositive(test.v, then.v, otherwise.v));
}
