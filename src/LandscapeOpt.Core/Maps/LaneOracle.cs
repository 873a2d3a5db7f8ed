using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>What the steps of many runs side by side ask.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
internal interface IStepOracle<TSelf, T> : IOracle<T>
    where TSelf : struct, IStepOracle<TSelf, T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>Whether it wants to look at all points of a step beforehand (<see cref="LaneMemory{T}.Look"/>).</summary>
    static abstract bool LooksAhead { get; }

    /// <summary>The oracle for one step of one vector.</summary>
    TSelf Arrive(int vector, int step, Vec2<T> w, T eta);
}

/// <summary>An oracle that always has an answer.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
internal interface ILaneOracle<TSelf, T> : IStepOracle<TSelf, T>
    where TSelf : struct, ILaneOracle<TSelf, T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>What lasts beyond a step, shared by all copies of the oracle.</summary>
    LaneMemory<T> Memory { get; }

    /// <summary>The objective's loss and gradient at the point of the step.</summary>
    Dual<T> Objective(Vec2<T> w);
}

/// <summary>
/// An oracle without a single call behind it, for which everything that a loop holds in vector registers would have to be saved, even if it were
/// never made. Where it has no answer it says so (<see cref="LaneMemory{T}.HasFailed"/>), and the steps are taken again with another oracle.
/// </summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
internal interface IQuickOracle<TSelf, T> : IStepOracle<TSelf, T>
    where TSelf : struct, IQuickOracle<TSelf, T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>Whether there is one.</summary>
    static abstract bool Exists { get; }
}

/// <summary>What lasts beyond a step.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="components">The number of components.</param>
internal class LaneMemory<T>(int components)
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>The gradient that the optimizer saw last.</summary>
    internal Vec2<T> Mixed;

    /// <summary>Whether an answer did not hold.</summary>
    internal bool HasFailed;

    /// <summary>The weights of the step, one for each component.</summary>
    internal readonly T[] Weights = [.. Enumerable.Repeat((T)1, components)];

    /// <summary>Whether runs can be moved to other lanes; not where a mixing rule remembers what each run has met.</summary>
    internal virtual bool CanMove => true;

    /// <summary>Begins the runs of a vector.</summary>
    internal virtual void Begin(int vector, Vec2<T> start)
    {
    }

    /// <summary>Copies what belongs to one run to another lane.</summary>
    internal virtual void Move(int from, int fromLane, int to, int toLane)
    {
    }

    /// <summary>Puts another vector's runs in the place of one's.</summary>
    internal virtual void Replace(int vector, int by)
    {
    }

    /// <summary>Called before each step with all points, for oracles that are faster with many at once.</summary>
    /// <param name="x">x, vector by vector.</param>
    /// <param name="y">y, vector by vector.</param>
    /// <param name="count">How many vectors there are.</param>
    /// <param name="withLoss">Whether losses will be asked for in any case.</param>
    /// <returns>How often it would like to <see cref="Probe"/> for other points that the step will ask about.</returns>
    internal virtual int Look(T[] x, T[] y, int count, bool withLoss) => 0;

    /// <summary>What notes the questions of a step that is tried beforehand.</summary>
    internal virtual GradientProbe<T> Probe() => throw new NotSupportedException();

    /// <summary>Evaluates all that was asked.</summary>
    internal virtual void Answer(int count)
    {
    }
}
