using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public readonly partial record struct Jet<T>
    where T : struct, IReal<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator *(double a, Jet<T> b) => new(a * b.v, a * b.dx, a * b.dy, a * b.dxx, a * b.dxy, a * b.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator *(Jet<T> a, double b) => new(a.v * b, a.dx * b, a.dy * b, a.dxx * b, a.dxy * b, a.dyy * b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator /(Jet<T> a, double b) => new(a.v / b, a.dx / b, a.dy / b, a.dxx / b, a.dxy / b, a.dyy / b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator +(Jet<T> a, double b) => new(a.v + b, a.dx, a.dy, a.dxx, a.dxy, a.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator +(double a, Jet<T> b) => new(a + b.v, b.dx, b.dy, b.dxx, b.dxy, b.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(Jet<T> a, double b) => new(a.v - b, a.dx, a.dy, a.dxx, a.dxy, a.dyy);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Jet<T> operator -(double a, Jet<T> b) => new(a - b.v, -b.dx, -b.dy, -b.dxx, -b.dxy, -b.dyy);
}
