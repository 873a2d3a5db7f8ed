using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Maps;

/// <summary>Hears where an update rule first asks for a gradient in a step.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="vectors">The largest number of vectors.</param>
internal sealed class LaneEar<T>(int vectors)
    where T : struct, ILane<T>, IReal<T>
{
    private int vector;
    private bool heard;

    /// <summary>x of the first question, vector by vector.</summary>
    internal T[] X { get; } = new T[vectors];

    /// <summary>y of the first question, vector by vector.</summary>
    internal T[] Y { get; } = new T[vectors];

    /// <summary>Begins the step of a vector.</summary>
    internal void Listen(int vector) => (this.vector, heard) = (vector, false);

    private void Hear(Vec2<T> w)
    {
        if (!heard)
        {
            (X[vector], Y[vector], heard) = (w.X, w.Y, true);
        }
    }

    /// <summary>Answers everything with 0.</summary>
    internal readonly struct Oracle(LaneEar<T> ear) : IOracle<T>
    {
        public Vec2<T> Gradient(Vec2<T> w)
        {
            ear.Hear(w);
            return default;
        }

        public Sample<T> Sample(Vec2<T> w)
        {
            ear.Hear(w);
            return default;
        }

        public Symmetric<T> Hessian(Vec2<T> w) => default;

        public Symmetric<T> GaussNewton(Vec2<T> w) => default;
    }
}
