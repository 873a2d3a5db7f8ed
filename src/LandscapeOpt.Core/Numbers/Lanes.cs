using System.Runtime.Intrinsics;

namespace LandscapeOpt.Numbers;

/// <summary>How many doubles are computed side by side. Results do not depend on it.</summary>
public enum LaneWidth
{
    /// <summary>One: <see cref="Real"/>.</summary>
    Scalar = 1,

    /// <summary>Two: <see cref="Numbers.Lane128"/>.</summary>
    Lane128 = 2,

    /// <summary>Four: <see cref="Numbers.Lane256"/>.</summary>
    Lane256 = 4,

    /// <summary>Eight: <see cref="Numbers.Lane512"/>.</summary>
    Lane512 = 8,
}

/// <summary>Work that is written once for every lane type.</summary>
/// <typeparam name="TResult">What the work returns.</typeparam>
public interface ILaneWork<out TResult>
{
    /// <summary>Does the work with lanes of this type.</summary>
    /// <typeparam name="T">The lanes.</typeparam>
    TResult Run<T>()
        where T : struct, ILane<T>, IReal<T>;
}

/// <summary>The choice of a vector width, made once and outside of every loop.</summary>
public static class Lanes
{
    /// <summary>The widest lanes that this processor computes with in hardware.</summary>
    public static LaneWidth Preferred { get; } =
        Vector512.IsHardwareAccelerated ? LaneWidth.Lane512
        : Vector256.IsHardwareAccelerated ? LaneWidth.Lane256
        : Vector128.IsHardwareAccelerated ? LaneWidth.Lane128
        : LaneWidth.Scalar;

    /// <summary>Runs work with lanes of the preferred width, or of the given one, which every processor can do, if slowly.</summary>
    /// <param name="work">A struct, so that its code is compiled apart for each lane type and inlined.</param>
    /// <param name="width">Another width than <see cref="Preferred"/>, as tests and benchmarks need it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is none of the four.</exception>
    public static TResult Run<TWork, TResult>(TWork work, LaneWidth? width = null)
        where TWork : struct, ILaneWork<TResult> => (width ?? Preferred) switch
        {
            LaneWidth.Scalar => work.Run<Real>(),
            LaneWidth.Lane128 => work.Run<Lane128>(),
            LaneWidth.Lane256 => work.Run<Lane256>(),
            LaneWidth.Lane512 => work.Run<Lane512>(),
            _ => throw new ArgumentOutOfRangeException(nameof(width), width, "The widths are 1, 2, 4 and 8 doubles."),
        };
}
