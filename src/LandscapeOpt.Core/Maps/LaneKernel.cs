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
}

/// <summary>
/// The kernel for one formula, one rule, one width: the step is compiled for the three together. All runs of a block are at the same step; those
/// that ended make room at the end of each chunk of steps.
/// </summary>
/// <typeparam name="TOracle">Gives gradients.</typeparam>
/// <typeparam name="TState">The optimizer's state.</typeparam>
/// <typeparam name="T">The lanes.</typeparam>
/// <typeparam name="TWatch">What may end a run early.</typeparam>
internal sealed class LaneKernel<TOracle, TState, T, TWatch> : LaneKernel
    where TOracle : struct, ILaneOracle<T>
    where TState : struct, IOptimizerState<T>
    where T : struct, ILane<T>, IReal<T>
    where TWatch : struct, IWatch
{
    // Long enough that what happens between chunks costs nothing, short enough that ended runs do not linger.
    private const int Chunk = 16;

    private readonly Run run;
    private readonly TOracle oracle;
    private readonly TState fresh;
    private readonly LaneJudge judge;
    private readonly LaneLimits<T> limits;
    private readonly LaneCrew<TState, T> crew;
    private readonly LaneEar<T> ear;
    private LaneBlock block = new(size: 0);

    internal LaneKernel(Run run, TOracle oracle, TState fresh, int size)
    {
        (this.run, this.oracle, this.fresh) = (run, oracle, fresh);
        (judge, limits) = (new(run), new(run));
        (crew, ear) = (new(size / T.Count), new(size / T.Count));
    }

    internal override void Compute(LaneBlock block, CancellationToken cancellation)
    {
        this.block = block;
        crew.Board(block);
        for (int v = 0; v < crew.Count; v++)
        {
            crew.States[v] = State(v);
            oracle.Begin(v, new(crew.X[v], crew.Y[v]));
        }

        var rates = new LaneRates<T>(run, block, crew.Count, Chunk);
        for (int from = 0; from < run.Steps && crew.Count > 0; from += Chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            int to = Math.Min(from + Chunk, run.Steps);
            rates.Prepare(from, to, crew.Places);
            Advance(from, to, rates);
            if (TWatch.Retires)
            {
                crew.CloseRanks(oracle);
            }
        }

        oracle.Look(crew.X, crew.Y, crew.Count);
        for (int v = 0; v < crew.Count; v++)
        {
            Finish(v);
        }
    }

    internal override void Prepare() => Advance(0, 0, new(run, block, vectors: 0, Chunk));

    // Three loops that differ in what they look at. One loop with conditions would not do: the compiler inlines into branches before it knows that
    // they are never taken, and a formula is large enough to fill what it is willing to inline.
    private void Advance(int from, int to, LaneRates<T> rates)
    {
        if (TWatch.LooksAtLoss)
        {
            AdvanceByLoss(from, to, rates);
        }
        else if (TWatch.Retires)
        {
            AdvanceByPoint(from, to, rates);
        }
        else
        {
            AdvanceFreely(from, to, rates);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceFreely(int from, int to, LaneRates<T> rates)
    {
        T[] x = crew.X, y = crew.Y, etas = rates.Rates;
        TState[] states = crew.States;
        int count = crew.Count, stepStride = rates.StepStride, vectorStride = rates.VectorStride;
        TOracle source = oracle;
        for (int step = from; step < to; step++)
        {
            if (source.Look(x, y, count))
            {
                Rehearse(step - from, rates);
            }

            for (int v = 0; v < count; v++)
            {
                T eta = etas[((step - from) * stepStride) + (v * vectorStride)];
                var w = new Vec2<T>(x[v], y[v]);
                source.Arrive(v, step, w, eta);
                Vec2<T> next = states[v].Step(w, eta, source);
                (x[v], y[v]) = (next.X, next.Y);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceByPoint(int from, int to, LaneRates<T> rates)
    {
        T[] x = crew.X, y = crew.Y, etas = rates.Rates;
        TState[] states = crew.States;
        uint[] alive = crew.Alive;
        int count = crew.Count, stepStride = rates.StepStride, vectorStride = rates.VectorStride;
        TOracle source = oracle;
        T beyond = limits.Beyond;
        for (int step = from; step < to; step++)
        {
            if (source.Look(x, y, count))
            {
                Rehearse(step - from, rates);
            }

            for (int v = 0; v < count; v++)
            {
                T eta = etas[((step - from) * stepStride) + (v * vectorStride)];
                var w = new Vec2<T>(x[v], y[v]);
                source.Arrive(v, step, w, eta);
                Vec2<T> next = states[v].Step(w, eta, source);
                (x[v], y[v]) = (next.X, next.Y);
                uint ends = ~LaneBits.Within(w, beyond), still = LaneBits.Equal(next, w);
                if (((ends | still) & alive[v]) != 0)
                {
                    Decide(v, ends & alive[v], still & alive[v], step, w, eta);
                }
            }
        }
    }

    // Takes the step with copies of the states to hear where the rule asks for gradients, so that all these points are evaluated together.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rehearse(int row, LaneRates<T> rates)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TState>())
        {
            return;
        }

        for (int v = 0; v < crew.Count; v++)
        {
            TState copy = crew.States[v];
            ear.Listen(v);
            _ = copy.Step(new Vec2<T>(crew.X[v], crew.Y[v]), rates.Rates[(row * rates.StepStride) + (v * rates.VectorStride)], new LaneEar<T>.Oracle(ear));
        }

        oracle.Expect(ear.X, ear.Y, crew.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceByLoss(int from, int to, LaneRates<T> rates)
    {
        T[] x = crew.X, y = crew.Y, etas = rates.Rates;
        TState[] states = crew.States;
        uint[] alive = crew.Alive;
        int count = crew.Count, stepStride = rates.StepStride, vectorStride = rates.VectorStride;
        TOracle source = oracle;
        T beyond = limits.Beyond;
        for (int step = from; step < to; step++)
        {
            source.Look(x, y, count);
            for (int v = 0; v < count; v++)
            {
                T eta = etas[((step - from) * stepStride) + (v * vectorStride)];
                var w = new Vec2<T>(x[v], y[v]);
                source.Arrive(v, step, w, eta);
                uint ends = limits.Ends(w, source.Objective(w)) | ~LaneBits.Within(w, beyond);
                Vec2<T> next = states[v].Step(w, eta, source);
                (x[v], y[v]) = (next.X, next.Y);
                uint still = LaneBits.Equal(next, w);
                if (((ends | still) & alive[v]) != 0)
                {
                    Decide(v, ends & alive[v], still & alive[v], step, w, eta);
                }
            }
        }
    }

    // Some runs of a vector may end: at w, or because they rest there. Compiled once: what the runtime (10.0.12) makes of the loop when it replaces
    // running code loses the lane's number where vectors are put together from smaller ones.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Decide(int v, uint ends, uint still, int step, Vec2<T> w, T eta)
    {
        still &= LaneBits.Equal(crew.States[v].Motion, default);
        for (uint lanes = ends | still; lanes != 0; lanes &= lanes - 1)
        {
            int lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            Point at = w.At(lane);
            (double loss, Ending ending, bool isFlat) = judge.At(at);
            if (ending == Ending.None && (still >> lane & 1) != 0)
            {
                ending = judge.AtRest(step, at, eta[lane], oracle.Memory.Mixed.At(lane), isFlat, IsWeightless(lane), Run(v, lane));
            }

            if (ending != Ending.None)
            {
                Record(crew.Leave(v, lane), at, loss, step, ending);
            }
        }
    }

    private void Finish(int v)
    {
        var w = new Vec2<T>(crew.X[v], crew.Y[v]);
        oracle.Arrive(v, run.Steps, w, default);
        Dual<T> f = oracle.Objective(w);
        uint ends = limits.Ends(w, f) | ~LaneBits.Within(w, limits.Beyond);
        for (uint lanes = crew.Alive[v]; lanes != 0; lanes &= lanes - 1)
        {
            int lane = System.Numerics.BitOperations.TrailingZeroCount(lanes);
            Ending ending = (ends >> lane & 1) != 0 ? judge.At(w.At(lane)).Ending : Ending.None;
            Record(crew.Places[(v * T.Count) + lane], w.At(lane), f.Value[lane], run.Steps, ending == Ending.None ? Ending.AllSteps : ending);
        }
    }

    private void Record(int place, Point end, double loss, int steps, Ending ending)
    {
        (block.X[place], block.Y[place], block.Loss[place]) = (end.X, end.Y, loss);
        (block.Steps[place], block.Outcomes[place]) = (steps, ending.Kind());
    }

    private bool IsWeightless(int lane)
    {
        foreach (T weight in oracle.Memory.Weights)
        {
            if (weight[lane] != 0)
            {
                return false;
            }
        }

        return true;
    }

    // The run of a lane, where runs differ in more than their start.
    private Run? Run(int v, int lane) => block.Runs?[crew.Places[(v * T.Count) + lane]];

    private TState State(int v)
    {
        if (block.Runs is not { } runs)
        {
            return RuntimeHelpers.IsReferenceOrContainsReferences<TState>() ? run.Optimizer.Start(new UniformSettings<T>(run.Optimizer), Same.Instance) : fresh;
        }

        var lanes = new Optimizer[T.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = runs[Math.Max(0, crew.Places[(v * T.Count) + lane])].Optimizer;
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
