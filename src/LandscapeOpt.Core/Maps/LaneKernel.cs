using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Computes blocks of runs, one run per lane. One kernel serves one thread.</summary>
internal abstract class LaneKernel
{
    /// <summary>Does all runs of a block.</summary>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    internal abstract void Compute(LaneBlock block, CancellationToken cancellation);

    /// <summary>Has the kernel compiled before the clock starts.</summary>
    internal abstract void Prepare();

    /// <summary>Whether the rule has no memory, so that two vectors can be taken at a time.</summary>
    internal abstract bool CanPair { get; }
}

/// <summary>
/// The kernel for one formula, one rule, one width: the step is compiled for the three together. All runs of a block are at the same step; those
/// that ended make room at the end of each chunk of steps.
/// </summary>
/// <typeparam name="TOracle">Gives gradients.</typeparam>
/// <typeparam name="TQuick">Gives them faster where it can.</typeparam>
/// <typeparam name="TState">The optimizer's state.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">What may end a run early.</typeparam>
internal sealed partial class LaneKernel<TOracle, TQuick, TState, T, TWatch> : LaneKernel
    where TOracle : struct, ILaneOracle<TOracle, T>
    where TQuick : struct, IQuickOracle<TQuick, T>
    where TState : struct, IOptimizerState<T>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    // Long enough that what happens between chunks costs nothing, short enough that ended runs do not linger.
    private const int Chunk = 16;

    // For so many chunks at most nothing is tried that has failed.
    private const int Patience = 64;

    private readonly Run run;
    private readonly TOracle oracle;
    private readonly TQuick quick;
    private readonly LaneMemory<T> memory;
    private readonly TState fresh;
    private readonly bool inPairs;
    private readonly RunEndings endings;
    private readonly LaneLimits<T> limits;
    private readonly ActiveRuns<TState, T> active;
    private LaneBlock block = new(size: 0);
    private Vec2<T> left;
    private uint mayEnd;
    private int wait, nextWait;

    internal LaneKernel(Run run, TOracle oracle, TQuick quick, TState fresh, int size, bool inPairs)
    {
        this.inPairs = inPairs && CanPair;
        (this.run, this.oracle, this.quick, memory, this.fresh) = (run, oracle, quick, oracle.Memory, fresh);
        (endings, limits, active) = (new(run), new(run), new(size / T.Count));
    }

    /// <inheritdoc/>
    internal override bool CanPair => Unsafe.SizeOf<TState>() == 1 && !TWatch.Retires && TQuick.Exists;

    // States that hold arrays share them with their copies.
    private static bool CanCopyStates => !RuntimeHelpers.IsReferenceOrContainsReferences<TState>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Compute(LaneBlock block, CancellationToken cancellation)
    {
        this.block = block;
        active.Load(block);
        for (int v = 0; v < active.Count; v++)
        {
            active.States[v] = State(v);
            memory.Begin(v, new(active.X[v], active.Y[v]));
        }

        var rates = new LaneRates<T>(run, block, active.Count, Chunk);
        for (int from = 0; from < run.Steps && active.Count > 0; from += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            int to = Math.Min(from + Chunk, run.Steps);
            rates.Prepare(from, to, active.Places);
            Advance(from, to, rates);
            if (TWatch.Retires)
            {
                active.Compact(memory);
            }
        }

        memory.Look(active.X, active.Y, active.Count, withLoss: true);
        for (int v = 0; v < active.Count; v++)
        {
            Finish(v);
        }
    }

    internal override void Prepare()
    {
        var rates = new LaneRates<T>(run, block, vectors: 0, Chunk);
        Advance(oracle, 0, 0, rates);
        if (TQuick.Exists && CanCopyStates)
        {
            AdvanceQuickly(0, 0, rates);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(int from, int to, LaneRates<T> rates)
    {
        if (!TQuick.Exists || !CanCopyStates || wait-- > 0)
        {
            Advance(oracle, from, to, rates);
            return;
        }

        active.Save();
        memory.HasFailed = false;
        AdvanceQuickly(from, to, rates);
        (wait, nextWait) = memory.HasFailed ? (nextWait, Math.Min((2 * nextWait) + 1, Patience)) : (0, 0);
        if (memory.HasFailed)
        {
            memory.HasFailed = false;
            active.Restore();
            Advance(oracle, from, to, rates);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceQuickly(int from, int to, LaneRates<T> rates)
    {
        if (inPairs)
        {
            AdvanceInPairs(from, to, rates);
        }
        else
        {
            Advance(quick, from, to, rates);
        }
    }

    // As far as a quick oracle gets.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance<TSource>(TSource source, int from, int to, LaneRates<T> rates)
        where TSource : struct, IStepOracle<TSource, T>
    {
        if (!TWatch.Retires)
        {
            AdvanceFreely(source, from, to, rates);
            return;
        }

        int step = from, v = 0;
        while (TWatch.LooksAtLoss ? AdvanceByLoss(from, to, ref step, ref v, rates) : AdvanceByPoint(source, from, to, ref step, ref v, rates))
        {
            if (memory.HasFailed)
            {
                return;
            }

            Decide(v, step, rates[step - from, v]);
            v++;
        }
    }

    // Gets the oracle ready for the steps of all vectors, unless it has failed.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private bool Look<TSource>(int row, LaneRates<T> rates)
        where TSource : struct, IStepOracle<TSource, T>
    {
        if (!TSource.LooksAhead)
        {
            return !memory.HasFailed;
        }

        if (memory.HasFailed)
        {
            return false;
        }

        int rounds = memory.Look(active.X, active.Y, active.Count, TWatch.LooksAtLoss);
        for (int round = 0; round < rounds && CanCopyStates; round++)
        {
            Rehearse(row, rates);
        }

        return true;
    }

    // Takes the step with copies of the states to hear where the rule asks for gradients, so that all these points are evaluated together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehearse(int row, LaneRates<T> rates)
    {
        GradientProbe<T> probe = memory.Probe();
        for (int v = 0; v < active.Count; v++)
        {
            TState copy = active.States[v];
            var w = new Vec2<T>(active.X[v], active.Y[v]);
            probe.Begin(v, w);
            _ = copy.Step(w, rates[row, v], new GradientProbe<T>.Handle(probe));
        }

        memory.Answer(active.Count);
    }

    // Some runs of a vector may end: where the step left from, or because they rest there. Compiled once: what the runtime (10.0.12) makes of the loop
    // when it replaces running code loses the lane's number where vectors are put together from smaller ones.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Decide(int v, int step, T eta)
    {
        uint still = LaneBits.Equal(new(active.X[v], active.Y[v]), left) & LaneBits.Equal(active.States[v].Motion, default);
        for (uint lanes = (mayEnd | still) & active.Alive[v]; lanes != 0; lanes &= lanes - 1)
        {
            int lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            Point at = left.At(lane);
            (double loss, Ending ending, bool isFlat) = endings.At(at);
            if (ending == Ending.None && (still >> lane & 1) != 0)
            {
                ending = endings.AtRest(step, at, eta[lane], memory.Mixed.At(lane), isFlat, IsWeightless(lane), Run(v, lane));
            }

            if (ending != Ending.None)
            {
                Record(active.Remove(v, lane), at, loss, step, ending);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Finish(int v)
    {
        var w = new Vec2<T>(active.X[v], active.Y[v]);
        oracle.Arrive(v, run.Steps, w, default);
        Dual<T> f = oracle.Objective(w);
        uint ends = limits.Ends(w, f) | ~LaneBits.Within(w, limits.Beyond);
        for (uint lanes = active.Alive[v]; lanes != 0; lanes &= lanes - 1)
        {
            int lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            Ending ending = (ends >> lane & 1) != 0 ? endings.At(w.At(lane)).Ending : Ending.None;
            Record(active.Places[(v * T.Count) + lane], w.At(lane), f.Value[lane], run.Steps, ending == Ending.None ? Ending.AllSteps : ending);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Record(int place, Point end, double loss, int steps, Ending ending)
    {
        (block.X[place], block.Y[place], block.Loss[place]) = (end.X, end.Y, loss);
        (block.Steps[place], block.Outcomes[place]) = (steps, ending.Kind());
    }

    private bool IsWeightless(int lane)
    {
        foreach (T weight in memory.Weights)
        {
            if (weight[lane] != 0)
            {
                return false;
            }
        }

        return true;
    }

    // The run of a lane, where runs differ in more than their start.
    private Run? Run(int v, int lane) => block.Runs?[active.Places[(v * T.Count) + lane]];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private TState State(int v)
    {
        if (block.Runs is not { } runs)
        {
            return RuntimeHelpers.IsReferenceOrContainsReferences<TState>() ? run.Optimizer.Start(new UniformSettings<T>(run.Optimizer), Same.Instance) : fresh;
        }

        var lanes = new Optimizer[T.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = runs[Math.Max(0, active.Places[(v * T.Count) + lane])].Optimizer;
        }

        return run.Optimizer.Start(new PerLaneSettings<T>(lanes), Same.Instance);
    }

    // The same kind and variant of optimizer always makes the same type of state.
    private sealed class Same : IStarter<T, TState>
    {
        internal static readonly Same Instance = new();

        public TState Started<TOther>(TOther state)
            where TOther : struct, IOptimizerState<T> => Unsafe.As<TOther, TState>(ref state);
    }
}
