using System.Runtime.CompilerServices;
using LandscapeOpt.Maps.Programs;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>Gradients at one point of each vector.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="vectors">The largest number of vectors.</param>
internal sealed class LaneAnswers<T>(int vectors)
    where T : struct, ILane<T>, IReal<T>
{
    private readonly T[] gradientsX = new T[vectors], gradientsY = new T[vectors];
    private T[] x = new T[vectors], y = new T[vectors];

    /// <summary>Whether the gradients are those at the points.</summary>
    internal bool AreKnown { get; private set; }

    /// <summary>Makes room for questions.</summary>
    internal void Clear() => AreKnown = false;

    /// <summary>Takes other points, whose gradients are not known.</summary>
    internal void Turn(T[] x, T[] y) => (this.x, this.y, AreKnown) = (x, y, false);

    /// <summary>Notes a vector's point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Ask(int vector, Vec2<T> w)
    {
        x[vector] = w.X;
        y[vector] = w.Y;
    }

    /// <summary>Evaluates all points.</summary>
    internal void Answer(BlockEvaluator<T> program, int count, Span<T> losses)
    {
        program.Evaluate(x.AsSpan(0, count), y.AsSpan(0, count), losses, gradientsX.AsSpan(0, count), gradientsY.AsSpan(0, count));
        AreKnown = true;
    }

    /// <summary>Whether a vector's point is this.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsAt(int vector, Vec2<T> w) => T.HaveSameBits(w.X, x[vector], w.Y, y[vector]);

    /// <summary>A vector's gradient, with positive zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec2<T> Of(int vector) => new(gradientsX[vector] + 0.0, gradientsY[vector] + 0.0);
}
