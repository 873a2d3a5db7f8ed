using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Maps;

/// <summary>The learning rates of a block: the same for all runs, or each run's own.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class LaneRates<T>
    where T : struct, ILane<T>, IReal<T>
{
    private readonly Pace[] paces;
    private readonly bool isShared, isConstant;
    private readonly double[] lanes = new double[T.Count];
    private readonly T[] rates;
    private int vectors;

    internal LaneRates(Run run, LaneBlock block, int vectors, int chunk)
    {
        isShared = block.Runs is null;
        paces = isShared ? [Start(run)] : [.. block.Runs!.Take(block.Count).Select(Start)];
        isConstant = isShared ? run.Schedule is Constant : block.Runs!.Take(block.Count).All(r => r.Schedule is Constant);
        rates = new T[(isConstant ? 1 : chunk) * (isShared ? 1 : vectors)];
    }

    /// <summary>The rate of a vector at a step of the chunk.</summary>
    internal T this[int row, int vector] => Row(row, out int first, out int stride)[first + (vector * stride)];

    /// <summary>The rates of a step of the chunk.</summary>
    /// <param name="row">The step, from 0.</param>
    /// <param name="first">Where the first vector's rate is.</param>
    /// <param name="stride">How far the next vector's rate is.</param>
    internal T[] Row(int row, out int first, out int stride)
    {
        (first, stride) = (row * (isConstant ? 0 : isShared ? 1 : vectors), isShared ? 0 : 1);
        return rates;
    }

    /// <summary>Asks for the rates of steps <paramref name="from"/> to <paramref name="to"/> - 1; in order, as a run does.</summary>
    /// <param name="from">The first step.</param>
    /// <param name="to">The step after the last.</param>
    /// <param name="places">The run in each lane.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Prepare(int from, int to, ReadOnlySpan<int> places)
    {
        vectors = places.Length / T.Count;
        to = isConstant ? from + 1 : to;
        for (int step = from; step < to; step++)
        {
            if (isShared)
            {
                rates[step - from] = paces[0].At(step, double.NaN);
                continue;
            }

            for (int v = 0; v < vectors; v++)
            {
                for (int lane = 0; lane < lanes.Length; lane++)
                {
                    int place = places[(v * lanes.Length) + lane];
                    lanes[lane] = place < 0 ? 0 : paces[place].At(step, double.NaN);
                }

                rates[((step - from) * vectors) + v] = T.Load(lanes);
            }
        }
    }

    private static Pace Start(Run run) => run.Schedule.Start(new(run.Optimizer.LearningRate, run.Steps));
}
