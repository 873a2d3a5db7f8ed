using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

// Explicitly, because a Real also turns into a double by itself: as public operators these would leave it open what 2 * real means.
public readonly partial record struct Real
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator *(double a, Real b) => Unsafe.BitCast<double, Real>(a * b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator *(Real a, double b) => Unsafe.BitCast<double, Real>(a.v * b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator /(Real a, double b) => Unsafe.BitCast<double, Real>(a.v / b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator +(Real a, double b) => Unsafe.BitCast<double, Real>(a.v + b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator +(double a, Real b) => Unsafe.BitCast<double, Real>(a + b.v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator -(Real a, double b) => Unsafe.BitCast<double, Real>(a.v - b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static Real IReal<Real>.operator -(double a, Real b) => Unsafe.BitCast<double, Real>(a - b.v);
}
