using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>The stop rules in lanes: which runs may end at a point. Never misses one; the judge has the last word.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly struct LaneLimits<T>
    where T : struct, ILane<T>, IReal<T>
{
    private readonly T loss, square, x0, x1, y0, y1;

    internal LaneLimits(Run run)
    {
        StopRules stop = run.Stop;
        Domain domain = run.Landscape.Info.Domain;

        // Comparisons are strict, so limits that count themselves are the next double; a rule that is not asked for compares with NaN.
        Beyond = double.BitIncrement(stop.DivergedBeyond);
        loss = double.BitIncrement(stop.LossBelow ?? double.NaN);
        square = double.BitIncrement(1.000000000001 * (stop.GradientNorm ?? double.NaN) * (stop.GradientNorm ?? double.NaN));
        x0 = stop.LeaveDomain ? domain.X0 : double.NaN;
        x1 = stop.LeaveDomain ? domain.X1 : double.NaN;
        y0 = stop.LeaveDomain ? domain.Y0 : double.NaN;
        y1 = stop.LeaveDomain ? domain.Y1 : double.NaN;
    }

    /// <summary>Coordinates of this size or more have diverged.</summary>
    internal T Beyond { get; }

    /// <summary>The lanes whose loss or gradient is not finite or meets a rule, or that are outside the domain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal uint Ends(Vec2<T> w, Dual<T> f)
    {
        T infinity = double.PositiveInfinity;
        T finite = T.And(T.LessThan(T.Abs(f.Value), infinity), T.And(T.LessThan(T.Abs(f.X), infinity), T.LessThan(T.Abs(f.Y), infinity)));
        T reached = T.Or(T.LessThan(f.Value, loss), T.LessThan(T.Square(f.X) + T.Square(f.Y), square));
        T outside = T.Or(T.Or(T.LessThan(w.X, x0), T.LessThan(x1, w.X)), T.Or(T.LessThan(w.Y, y0), T.LessThan(y1, w.Y)));
        return T.ToBits(T.Or(reached, outside)) | (~T.ToBits(finite) & LaneBits.All<T>());
    }
}
