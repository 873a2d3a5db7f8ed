using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>
/// The plain oracle of a landscape whose angles and exponents are proved to be usual within some reach: one look at the point replaces one at each
/// of them.
/// </summary>
/// <typeparam name="TLandscape">The formula.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">Whether anybody looks into the memory.</typeparam>
/// <param name="landscape">The formula.</param>
/// <param name="reach">The largest |x| and |y|.</param>
internal readonly struct NearOracle<TLandscape, T, TWatch>(TLandscape landscape, double reach) : ILaneOracle<T>
    where TLandscape : struct, ILandscape<TLandscape>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    private readonly TLandscape landscape = landscape;
    private readonly double reach = reach;
    private readonly PlainOracle<TLandscape, T, TWatch> anywhere = new(landscape);

    public LaneMemory<T> Memory => anywhere.Memory;

    public bool CanMove => true;

    public void Begin(int vector, Vec2<T> start)
    {
    }

    public void Move(int from, int fromLane, int to, int toLane)
    {
    }

    public void Replace(int vector, int by)
    {
    }

    public void Look(T[] x, T[] y, int count)
    {
    }

    public void Arrive(int vector, int step, Vec2<T> w, T eta)
    {
    }

    public Dual<T> Objective(Vec2<T> w) => anywhere.Objective(w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w)
    {
        Vec2<T> gradient;
        if (T.AnyMagnitudeAbove(w.X, reach) || T.AnyMagnitudeAbove(w.Y, reach))
        {
            gradient = anywhere.Objective(w).Gradient;
        }
        else
        {
            Dual<PlainLane<T>> f = landscape.At(Dual<PlainLane<T>>.VariableX(new(w.X)), Dual<PlainLane<T>>.VariableY(new(w.Y)));
            gradient = new(f.X.Value, f.Y.Value);
        }

        if (TWatch.Retires)
        {
            Memory.Mixed = gradient;
        }

        return gradient;
    }

    public Sample<T> Sample(Vec2<T> w) => anywhere.Sample(w);

    public Symmetric<T> Hessian(Vec2<T> w) => anywhere.Hessian(w);

    public Symmetric<T> GaussNewton(Vec2<T> w) => anywhere.GaussNewton(w);
}
