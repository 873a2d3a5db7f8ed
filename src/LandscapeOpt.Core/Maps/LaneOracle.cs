using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>An oracle of many runs side by side.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface ILaneOracle<T> : IOracle<T>
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>What the oracle remembers of the step, for the rare moments in which a run ends.</summary>
    LaneMemory<T> Memory { get; }

    /// <summary>Whether runs can be moved to other lanes; not where a mixing rule remembers what each run has met.</summary>
    bool CanMove { get; }

    /// <summary>Begins the runs of a vector.</summary>
    void Begin(int vector, Vec2<T> start);

    /// <summary>Copies what belongs to one run to another lane.</summary>
    void Move(int from, int fromLane, int to, int toLane);

    /// <summary>Puts another vector's runs in the place of one's.</summary>
    void Replace(int vector, int by);

    /// <summary>Called before each step with all points, for oracles that are faster with many at once.</summary>
    /// <param name="x">x, vector by vector.</param>
    /// <param name="y">y, vector by vector.</param>
    /// <param name="count">How many vectors there are.</param>
    void Look(T[] x, T[] y, int count);

    /// <summary>Called before each step of each vector.</summary>
    void Arrive(int vector, int step, Vec2<T> w, T eta);

    /// <summary>The objective's loss and gradient at the point of the step.</summary>
    Dual<T> Objective(Vec2<T> w);
}

/// <summary>What a step leaves behind.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="components">The number of components.</param>
internal class LaneMemory<T>(int components)
    where T : struct, ILane<T>, IReal<T>
{
    /// <summary>The gradient that the optimizer saw last.</summary>
    internal Vec2<T> Mixed;

    /// <summary>The weights of the step, one for each component.</summary>
    internal readonly T[] Weights = [.. Enumerable.Repeat((T)1, components)];
}
