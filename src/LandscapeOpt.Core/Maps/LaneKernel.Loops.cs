using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>
/// The loops over steps and vectors, which differ in what they look at. One loop with conditions would not do: the compiler inlines into branches before
/// it knows that they are never taken, and a formula is large enough to fill what it is willing to inline.
/// </summary>
internal sealed partial class LaneKernel<TOracle, TQuick, TState, T, TWatch>
{
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void AdvanceFreely<TSource>(TSource source, int from, int to, LaneRates<T> rates)
        where TSource : struct, IStepOracle<TSource, T>
    {
        T[] x = active.X, y = active.Y;
        TState[] states = active.States;
        int count = active.Count;
        for (int step = from; step < to && Look<TSource>(step - from, rates); step++)
        {
            T[] etas = rates.Row(step - from, out int first, out int stride);
            for (int v = 0; v < count; v++)
            {
                T eta = etas[first + (v * stride)];
                var w = new Vec2<T>(x[v], y[v]);
                TState state = states[v];
                Vec2<T> next = state.Step(w, eta, source.Arrive(v, step, w, eta));
                states[v] = state;
                (x[v], y[v]) = (next.X, next.Y);
            }
        }
    }

    // The same for a rule without memory, two vectors at a time: constants are loaded once for both.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void AdvanceInPairs(int from, int to, LaneRates<T> rates)
    {
        T[] x = active.X, y = active.Y;
        int count = active.Count;
        TQuick source = quick;
        TState rule = fresh;
        for (int step = from; step < to && Look<TQuick>(step - from, rates); step++)
        {
            T[] etas = rates.Row(step - from, out int first, out int stride);
            for (int v = 0; v < count; v += 2)
            {
                // An odd last one is its own neighbour.
                int u = Math.Min(v + 1, count - 1);
                T eta = etas[first + (v * stride)], otherEta = etas[first + (u * stride)];
                Vec2<T> w = new(x[v], y[v]), other = new(x[u], y[u]);
                Vec2<T> next = rule.Step(w, eta, source.Arrive(v, step, w, eta));
                Vec2<T> otherNext = rule.Step(other, otherEta, source.Arrive(u, step, other, otherEta));
                (x[v], y[v]) = (next.X, next.Y);
                (x[u], y[u]) = (otherNext.X, otherNext.Y);
            }
        }
    }

    // Whether a run of vector v may end with the step that it has just taken; else all steps are done, or the oracle has failed. There is no call in the
    // inner loop, so that nothing needs to be saved for one.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool AdvanceByPoint<TSource>(TSource source, int from, int to, ref int step, ref int v, LaneRates<T> rates)
        where TSource : struct, IStepOracle<TSource, T>
    {
        T[] x = active.X, y = active.Y;
        TState[] states = active.States;
        uint[] alive = active.Alive;
        int count = active.Count;
        T beyond = limits.Beyond;
        for (; step < to && (v > 0 || Look<TSource>(step - from, rates)); step++)
        {
            T[] etas = rates.Row(step - from, out int first, out int stride);
            for (int k = v; k < count; k++)
            {
                T eta = etas[first + (k * stride)];
                var w = new Vec2<T>(x[k], y[k]);
                TState state = states[k];
                Vec2<T> next = state.Step(w, eta, source.Arrive(k, step, w, eta));
                states[k] = state;
                (x[k], y[k]) = (next.X, next.Y);
                uint lanes = ~LaneBits.Within(w, beyond);
                if (((lanes | LaneBits.Equal(next, w)) & alive[k]) != 0)
                {
                    (left, mayEnd, v) = (w, lanes, k);
                    return true;
                }
            }

            v = 0;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool AdvanceByLoss(int from, int to, ref int step, ref int v, LaneRates<T> rates)
    {
        T[] x = active.X, y = active.Y;
        TState[] states = active.States;
        uint[] alive = active.Alive;
        int count = active.Count;
        T beyond = limits.Beyond;
        for (; step < to && (v > 0 || Look<TOracle>(step - from, rates)); step++)
        {
            T[] etas = rates.Row(step - from, out int first, out int stride);
            for (int k = v; k < count; k++)
            {
                T eta = etas[first + (k * stride)];
                var w = new Vec2<T>(x[k], y[k]);
                TOracle here = oracle.Arrive(k, step, w, eta);
                uint lanes = limits.Ends(w, here.Objective(w)) | ~LaneBits.Within(w, beyond);
                TState state = states[k];
                Vec2<T> next = state.Step(w, eta, here);
                states[k] = state;
                (x[k], y[k]) = (next.X, next.Y);
                if (((lanes | LaneBits.Equal(next, w)) & alive[k]) != 0)
                {
                    (left, mayEnd, v) = (w, lanes, k);
                    return true;
                }
            }

            v = 0;
        }

        return false;
    }
}
