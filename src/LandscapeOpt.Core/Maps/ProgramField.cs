using System.Runtime.CompilerServices;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>Loss and gradient of a landscape at the points of a block, computed together; and at any other point on demand.</summary>
/// <typeparam name="T">The lanes.</typeparam>
/// <param name="landscape">The landscape.</param>
/// <param name="vectors">The largest number of vectors.</param>
internal sealed class ProgramField<T>(ILandscape landscape, int vectors)
    where T : struct, ILane<T>, IReal<T>
{
    private readonly BlockEvaluator<T> slopes = BlockProgram.Of(landscape, withLoss: false).Start<T>(), whole = BlockProgram.Of(landscape).Start<T>();
    private readonly T[] losses = new T[vectors], gradientsX = new T[vectors], gradientsY = new T[vectors];
    private readonly T[] alone = new T[5];
    private T[] x = [], y = [];
    private bool hasGradients, hasLosses, wantsGradients = true, wantsLosses;

    /// <summary>The landscape.</summary>
    internal ILandscape Landscape => landscape;

    /// <summary>Evaluates all points of a step at once, as far as the step before has asked for it.</summary>
    /// <param name="x">x, vector by vector.</param>
    /// <param name="y">y, vector by vector.</param>
    /// <param name="count">How many vectors there are.</param>
    /// <param name="withLoss">Whether losses will be asked for in any case.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Look(T[] x, T[] y, int count, bool withLoss)
    {
        (this.x, this.y) = (x, y);
        hasLosses = withLoss || wantsLosses;
        hasGradients = hasLosses || wantsGradients;
        (wantsGradients, wantsLosses) = (false, false);
        if (hasGradients)
        {
            (hasLosses ? whole : slopes).Evaluate(
                x.AsSpan(0, count), y.AsSpan(0, count), losses.AsSpan(0, hasLosses ? count : 0), gradientsX.AsSpan(0, count), gradientsY.AsSpan(0, count));
        }
    }

    /// <summary>The gradient at a point that belongs to a vector's step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vec2<T> Gradient(int vector, Vec2<T> w)
    {
        if (T.AllEqual(w.X, x[vector]) && T.AllEqual(w.Y, y[vector]))
        {
            wantsGradients = true;
            if (hasGradients)
            {
                return new(gradientsX[vector], gradientsY[vector]);
            }
        }

        return Alone(w).Gradient;
    }

    /// <summary>Loss and gradient at a point that belongs to a vector's step.</summary>
    internal Dual<T> At(int vector, Vec2<T> w)
    {
        if (vector < x.Length && T.AllEqual(w.X, x[vector]) && T.AllEqual(w.Y, y[vector]))
        {
            wantsLosses = true;
            if (hasLosses)
            {
                return new(losses[vector], gradientsX[vector], gradientsY[vector]);
            }
        }

        return AloneWithLoss(w);
    }

    /// <summary>Loss and gradient at any point.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal Dual<T> AloneWithLoss(Vec2<T> w)
    {
        (alone[0], alone[1]) = (w.X, w.Y);
        whole.Evaluate(alone.AsSpan(0, 1), alone.AsSpan(1, 1), alone.AsSpan(2, 1), alone.AsSpan(3, 1), alone.AsSpan(4, 1));
        return new(alone[2], alone[3], alone[4]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Dual<T> Alone(Vec2<T> w)
    {
        (alone[0], alone[1]) = (w.X, w.Y);
        slopes.Evaluate(alone.AsSpan(0, 1), alone.AsSpan(1, 1), [], alone.AsSpan(3, 1), alone.AsSpan(4, 1));
        return new(default, alone[3], alone[4]);
    }
}
