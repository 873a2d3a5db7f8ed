using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>The oracle of a landscape that is its own only component: its gradient as it is, inlined to the last operation.</summary>
/// <typeparam name="TLandscape">The formula.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">Whether anybody looks into the memory.</typeparam>
/// <param name="landscape">The formula.</param>
internal readonly struct UnmixedOracle<TLandscape, T, TWatch>(TLandscape landscape) : ILaneOracle<UnmixedOracle<TLandscape, T, TWatch>, T>
    where TLandscape : struct, ILandscape<TLandscape>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    private readonly TLandscape landscape = landscape;
    private readonly LaneMemory<T> memory = new(components: 1);

    public static bool LooksAhead => false;

    public LaneMemory<T> Memory => memory;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public UnmixedOracle<TLandscape, T, TWatch> Arrive(int vector, int step, Vec2<T> w, T eta) => this;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public Dual<T> Objective(Vec2<T> w) => landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w)
    {
        Vec2<T> gradient = landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y)).Gradient;
        if (TWatch.Retires)
        {
            memory.Mixed = gradient;
        }

        return gradient;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Sample<T> Sample(Vec2<T> w)
    {
        Dual<T> f = landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y));
        memory.Mixed = f.Gradient;
        return new(f.Value, f.Gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symmetric<T> Hessian(Vec2<T> w)
    {
        T x = w.X, y = w.Y;
        LaneComponent.Hessian(landscape, in x, in y, out T xx, out T xy, out T yy);
        return new(xx, xy, yy);
    }

    public Symmetric<T> GaussNewton(Vec2<T> w) => LaneComponent.GaussNewton(landscape, w);

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}

/// <summary>
/// The same where loss and gradient are looked at before each step: a rule that asks for the gradient at the point of the step gets what is known.
/// </summary>
/// <typeparam name="TLandscape">The formula.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="landscape">The formula.</param>
internal readonly struct WatchedOracle<TLandscape, T>(TLandscape landscape) : ILaneOracle<WatchedOracle<TLandscape, T>, T>
    where TLandscape : struct, ILandscape<TLandscape>
    where T : struct, ILane<T>, IReal<T>
{
    private readonly TLandscape landscape = landscape;
    private readonly Seen known = new();

    public static bool LooksAhead => false;

    public LaneMemory<T> Memory => known;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WatchedOracle<TLandscape, T> Arrive(int vector, int step, Vec2<T> w, T eta) => this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Dual<T> Objective(Vec2<T> w)
    {
        Dual<T> f = landscape.At(Dual<T>.VariableX(w.X), Dual<T>.VariableY(w.Y));
        (known.At, known.Loss, known.Gradient) = (w, f.Value, f.Gradient);
        return f;
    }

    public Vec2<T> Gradient(Vec2<T> w) => Sample(w).Gradient;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Sample<T> Sample(Vec2<T> w)
    {
        if (!T.HaveSameBits(w.X, known.At.X, w.Y, known.At.Y))
        {
            Evaluate(w);
        }

        known.Mixed = known.Gradient;
        return new(known.Loss, known.Gradient);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Symmetric<T> Hessian(Vec2<T> w)
    {
        T x = w.X, y = w.Y;
        LaneComponent.Hessian(landscape, in x, in y, out T xx, out T xy, out T yy);
        return new(xx, xy, yy);
    }

    public Symmetric<T> GaussNewton(Vec2<T> w) => LaneComponent.GaussNewton(landscape, w);

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Evaluate(Vec2<T> w) => Objective(w);

    private sealed class Seen() : LaneMemory<T>(components: 1)
    {
        internal Vec2<T> At, Gradient;
        internal T Loss;
    }
}
