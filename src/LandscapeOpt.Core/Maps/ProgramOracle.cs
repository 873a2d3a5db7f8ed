using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>The oracle of a single landscape that is put together while the tool runs: its program is carried out for many points at once.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="points">Where the points and their gradients are.</param>
internal readonly struct ProgramOracle<T>(ProgramField<T> points) : ILaneOracle<ProgramOracle<T>, T>
    where T : struct, ILane<T>, IReal<T>
{
    public static bool LooksAhead => true;

    public LaneMemory<T> Memory => points;

    public ProgramOracle<T> Arrive(int vector, int step, Vec2<T> w, T eta)
    {
        points.Vector = vector;
        return this;
    }

    // Asked of the point before a step, or after the last.
    public Dual<T> Objective(Vec2<T> w) => points.At(points.Vector, w);

    public Vec2<T> Gradient(Vec2<T> w) => points.Mixed = points.Gradient(w);

    public Sample<T> Sample(Vec2<T> w)
    {
        Dual<T> f = points.At(points.Vector, w);
        points.Mixed = f.Gradient;
        return new(f.Value, f.Gradient);
    }

    public Symmetric<T> Hessian(Vec2<T> w) => points.Curvature.Hessian(w);

    public Symmetric<T> GaussNewton(Vec2<T> w) => points.Curvature.GaussNewton(w);

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}

/// <summary>The same, as long as all that is asked for is known beforehand.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">Whether anybody looks into the memory.</typeparam>
/// <param name="points">Where the points and their gradients are.</param>
internal readonly struct QuickProgramOracle<T, TWatch>(ProgramField<T> points) : IQuickOracle<QuickProgramOracle<T, TWatch>, T>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    private readonly ProgramField<T> points = points;
    private readonly int vector;
    private readonly T x, y;

    private QuickProgramOracle(ProgramField<T> points, int vector, Vec2<T> w)
        : this(points) => (this.vector, x, y) = (vector, w.X, w.Y);

    public static bool LooksAhead => true;

    public static bool Exists => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public QuickProgramOracle<T, TWatch> Arrive(int vector, int step, Vec2<T> w, T eta) => new(points, vector, w);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vec2<T> Gradient(Vec2<T> w)
    {
        // Most rules ask about the point of the step, which is in registers.
        Vec2<T> gradient;
        if (points.KnowsHere && T.HaveSameBits(w.X, x, w.Y, y))
        {
            gradient = points.Here(vector);
        }
        else if (!points.TryGradient(vector, w, out gradient))
        {
            points.Miss();
            points.HasFailed = true;
        }

        if (TWatch.Retires)
        {
            points.Mixed = gradient;
        }

        return gradient;
    }

    public Sample<T> Sample(Vec2<T> w)
    {
        points.HasFailed = true;
        return default;
    }

    public Symmetric<T> Hessian(Vec2<T> w)
    {
        points.HasFailed = true;
        return default;
    }

    public Symmetric<T> GaussNewton(Vec2<T> w) => Hessian(w);

    public int Components => 1;

    public Sample<T> Component(int k, Vec2<T> w) => Sample(w);
}
