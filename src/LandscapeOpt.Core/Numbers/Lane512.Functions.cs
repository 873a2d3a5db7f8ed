using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

public partial struct Lane512
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Exp(Lane512 a) => Elementary.Exp(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Log(Lane512 a) => Elementary.Log(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Sin(Lane512 a) => Elementary.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Cos(Lane512 a) => Elementary.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCos(Lane512 a, out Lane512 sin, out Lane512 cos) => Elementary.SinCos(a, out sin, out cos);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Tanh(Lane512 a) => Elementary.Tanh(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Pow(Lane512 a, Lane512 b) => Elementary.Pow(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Atan2(Lane512 y, Lane512 x) => Elementary.Atan2(y, x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane512 Hypot(Lane512 a, Lane512 b) => Elementary.Hypot(a, b);
}
