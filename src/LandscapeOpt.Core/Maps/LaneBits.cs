using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>Masks of lanes as integers, the first lane lowest.</summary>
internal static class LaneBits
{
    /// <summary>The bits of all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint All<T>()
        where T : struct, ILane<T>, IReal<T> => (1u << T.Count) - 1;

    /// <summary>The lanes in which both coordinates are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Equal<T>(Vec2<T> a, Vec2<T> b)
        where T : struct, ILane<T>, IReal<T> => T.ToBits(T.And(T.EqualTo(a.X, b.X), T.EqualTo(a.Y, b.Y)));

    /// <summary>The lanes in which both coordinates are smaller in absolute value than a limit; not those with NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Within<T>(Vec2<T> a, T limit)
        where T : struct, ILane<T>, IReal<T> => T.ToBits(T.And(T.LessThan(T.Abs(a.X), limit), T.LessThan(T.Abs(a.Y), limit)));

    /// <summary>One lane as a point.</summary>
    internal static Point At<T>(this Vec2<T> a, int lane)
        where T : struct, ILane<T>, IReal<T> => new(a.X[lane], a.Y[lane]);

    /// <summary>A copy with another point in one lane.</summary>
    internal static Vec2<T> With<T>(this Vec2<T> a, int lane, Point point)
        where T : struct, ILane<T>, IReal<T> => new(a.X.With(lane, point.X), a.Y.With(lane, point.Y));
}
