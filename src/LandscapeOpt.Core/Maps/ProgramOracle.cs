using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>
/// The oracle of a single landscape that is put together while the tool runs: its program is carried out for all points of a block at once, and
/// rules that ask for the gradient at the point of the step get what is known.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">What the kernel looks at.</typeparam>
/// <param name="landscape">The formula.</param>
/// <param name="vectors">The largest number of vectors.</param>
internal readonly struct ProgramOracle<T, TWatch>(ILandscape landscape, int vectors) : ILaneOracle<T>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    private readonly Seen seen = new(new(landscape, vectors));

    public LaneMemory<T> Memory => seen;

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

    public void Look(T[] x, T[] y, int count) => seen.Points.Look(x, y, count, TWatch.LooksAtLoss);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Arrive(int vector, int step, Vec2<T> w, T eta) => seen.Vector = vector;

    // Asked of the point before a step, or after the last.
    public Dual<T> Objective(Vec2<T> w) => seen.Points.At(seen.Vector, w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w)
    {
        Vec2<T> gradient = seen.Points.Gradient(seen.Vector, w);
        if (TWatch.Retires)
        {
            seen.Mixed = gradient;
        }

        return gradient;
    }

    public Sample<T> Sample(Vec2<T> w)
    {
        Dual<T> f = seen.Points.At(seen.Vector, w);
        seen.Mixed = f.Gradient;
        return new(f.Value, f.Gradient);
    }

    public Symmetric<T> Hessian(Vec2<T> w) => seen.Curvature.Hessian(w);

    public Symmetric<T> GaussNewton(Vec2<T> w) => seen.Curvature.GaussNewton(w);

    private sealed class Seen(ProgramField<T> points) : LaneMemory<T>(components: 1)
    {
        internal readonly ProgramField<T> Points = points;
        internal int Vector;
        private LaneComponent<T>? curvature;

        internal LaneComponent<T> Curvature => curvature ??= LaneComponent<T>.Of(Points.Landscape, vectors: 0);
    }
}
