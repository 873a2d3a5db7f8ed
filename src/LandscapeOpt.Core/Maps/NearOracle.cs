using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>
/// The oracle of a landscape that is its own only component, at points within a reach where all its angles and exponents are proved to be usual and
/// everything finite. Beyond it there is no answer.
/// </summary>
/// <typeparam name="TLandscape">The formula.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">Whether anybody looks into the memory.</typeparam>
/// <param name="landscape">The formula.</param>
/// <param name="reach">The largest |x| + |y|.</param>
/// <param name="memory">What says that there was no answer.</param>
internal readonly struct NearOracle<TLandscape, T, TWatch>(TLandscape landscape, double reach, LaneMemory<T> memory)
    : IQuickOracle<NearOracle<TLandscape, T, TWatch>, T>
    where TLandscape : struct, ILandscape<TLandscape>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    private readonly TLandscape landscape = landscape;
    private readonly double reach = reach;
    private readonly LaneMemory<T> memory = memory;

    public static bool LooksAhead => false;

    public static bool Exists => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NearOracle<TLandscape, T, TWatch> Arrive(int vector, int step, Vec2<T> w, T eta) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w)
    {
        // One look at both coordinates is enough: the sum is above the reach where either is, and NaN where either is.
        if (!T.AllMagnitudesAtMost(T.Abs(w.X) + T.Abs(w.Y), reach))
        {
            memory.HasFailed = true;
        }

        Vec2<T> gradient = landscape.At(NearDual<T>.VariableX(w.X), NearDual<T>.VariableY(w.Y)).Gradient;
        if (TWatch.Retires)
        {
            memory.Mixed = gradient;
        }

        return gradient;
    }

    public Sample<T> Sample(Vec2<T> w)
    {
        memory.HasFailed = true;
        return default;
    }

    public Symmetric<T> Hessian(Vec2<T> w)
    {
        memory.HasFailed = true;
        return default;
    }

    public Symmetric<T> GaussNewton(Vec2<T> w) => Hessian(w);

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}

/// <summary>No quick oracle.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal readonly struct NoQuickOracle<T> : IQuickOracle<NoQuickOracle<T>, T>
    where T : struct, ILane<T>, IReal<T>
{
    public static bool LooksAhead => false;

    public static bool Exists => false;

    public NoQuickOracle<T> Arrive(int vector, int step, Vec2<T> w, T eta) => throw new NotSupportedException();

    public Vec2<T> Gradient(Vec2<T> w) => throw new NotSupportedException();

    public Sample<T> Sample(Vec2<T> w) => throw new NotSupportedException();

    public Symmetric<T> Hessian(Vec2<T> w) => throw new NotSupportedException();

    public Symmetric<T> GaussNewton(Vec2<T> w) => throw new NotSupportedException();

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}
