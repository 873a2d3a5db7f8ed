using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps.Programs;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Makes kernels, and knows what cannot run in lanes.</summary>
internal static class LaneKernels
{
    // The operations of value and gradient together; with 127 the compiler is far past what it is willing to inline.
    private const int MostInlined = 80;

    /// <summary>Why a run has to go through the trace engine; null where it can run in lanes.</summary>
    internal static string? Obstacle(Run run) =>
        !run.Optimizer.RunsInLanes ? "the optimizer branches on what it meets"
        : run.Transforms.Any(t => t.MaySkip) ? "a gradient transform may skip steps"
        : run.Schedule.Start(new(run.Optimizer.LearningRate, run.Steps)).WatchesLoss ? "the schedule watches the loss"
        : run.Stop.Evaluations is not null ? "lanes do not count evaluations"
        : null;

    /// <summary>Whether the optimizer sees the gradient of a single landscape as it is; kernels come in variants then.</summary>
    internal static bool IsUnmixed(Run run) => run.Landscape.Components is [{ Share: 1 }] && run.Mixing is Average && run.Transforms.Count == 0;

    /// <summary>A kernel for runs like this one.</summary>
    /// <param name="run">A run; those of a block may differ from it in their start and in the numbers of optimizer and schedule.</param>
    /// <param name="width">How many runs go side by side.</param>
    /// <param name="size">The largest number of runs in a block.</param>
    /// <param name="retires">Whether runs end early.</param>
    /// <param name="variant">How it is made; a program where the formula is too long for it.</param>
    internal static LaneKernel Create(Run run, LaneWidth width, int size, bool retires, LaneVariant variant) =>
        Lanes.Run<Work, LaneKernel>(new(run, size, retires, variant), width);

    private static LaneKernel Of<T, TWatch>(Run run, int size, LaneVariant variant)
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        if (!IsUnmixed(run))
        {
            return Started<MixedOracle<T>, NoQuickOracle<T>, T, TWatch>(run, new(new(run, size / T.Count)), default, size, variant);
        }

        ILandscape landscape = run.Landscape.Components[0].Landscape;
        double reach = variant is LaneVariant.Near or LaneVariant.NearInPairs && !TWatch.LooksAtLoss ? Reach(landscape) : 0;
        if (variant == LaneVariant.Inlined && landscape is Expression
            && TermBuilder.Visit(landscape, new AsBuiltIn<T, TWatch>(run, landscape, size), isLiteral: true) is { } builtIn)
        {
            return builtIn;
        }

        return landscape.IsComposed || variant is LaneVariant.Program or LaneVariant.Compiled
            ? OfProgram<T, TWatch>(run, landscape, size, reach, variant)
            : landscape.Accept(new Plain<T, TWatch>(run, size, reach, variant));
    }

    // A formula that is put together while the tool runs goes through a program; but if it is short, the runtime's compiler can take it as a whole.
    private static LaneKernel OfProgram<T, TWatch>(Run run, ILandscape landscape, int size, double reach, LaneVariant variant)
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        var field = new ProgramField<T>(landscape, size / T.Count, isCompiled: variant == LaneVariant.Compiled);
        LaneKernel? near = reach > 0 ? TermBuilder.Visit(landscape, new OfTerm<T, TWatch>(run, field, size, reach, variant)) : null;
        return near
            ?? (TWatch.LooksAtLoss
                ? Started<ProgramOracle<T>, NoQuickOracle<T>, T, TWatch>(run, new(field), default, size, variant)
                : Started<ProgramOracle<T>, QuickProgramOracle<T, TWatch>, T, TWatch>(run, new(field), new(field), size, variant));
    }

    private static LaneKernel Started<TOracle, TQuick, T, TWatch>(Run run, TOracle oracle, TQuick quick, int size, LaneVariant variant)
        where TOracle : struct, ILaneOracle<TOracle, T>
        where TQuick : struct, IQuickOracle<TQuick, T>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch =>
        run.Optimizer.Start(new UniformSettings<T>(run.Optimizer), new Starter<TOracle, TQuick, T, TWatch>(run, oracle, quick, size, variant));

    // How far a formula can be computed by near duals; 0 where that is not proved for the whole domain, or the formula is too long to be inlined.
    private static double Reach(ILandscape landscape)
    {
        IReadOnlyList<Step> steps = GradientSequence.Of(landscape, withLoss: true, inFull: true).Steps;
        return steps.Count <= MostInlined ? OperationBounds.UnguardedReach(steps, landscape.Info.Domain) : 0;
    }

    private static bool NeedsLoss(Run run) =>
        run.Stop.GradientNorm is not null || run.Stop.LossBelow is not null || run.Stop.LeaveDomain || !StaysFinite(run);

    // Whether loss and gradient of every component are finite wherever the point has not diverged.
    private static bool StaysFinite(Run run)
    {
        var plane = new Interval(-run.Stop.DivergedBeyond, run.Stop.DivergedBeyond);
        return run.Landscape.Components.All(c => c.Landscape.At(Dual<Interval>.VariableX(plane), Dual<Interval>.VariableY(plane))
            is { Value.StaysFinite: true, X.StaysFinite: true, Y.StaysFinite: true });
    }

    private readonly struct Work(Run run, int size, bool retires, LaneVariant variant) : ILaneWork<LaneKernel>
    {
        public LaneKernel Run<T>()
            where T : struct, ILane<T>, IReal<T> =>
            !retires ? Of<T, NoWatch>(run, size, variant)
            : NeedsLoss(run) ? Of<T, LossWatch>(run, size, variant)
            : Of<T, PointWatch>(run, size, variant);
    }

    private sealed class Plain<T, TWatch>(Run run, int size, double reach, LaneVariant variant) : ILandscapeVisitor<LaneKernel>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Visit<TLandscape>(TLandscape landscape)
            where TLandscape : struct, ILandscape<TLandscape>
        {
            if (TWatch.LooksAtLoss)
            {
                return Started<WatchedOracle<TLandscape, T>, NoQuickOracle<T>, T, TWatch>(run, new(landscape), default, size, variant);
            }

            var oracle = new UnmixedOracle<TLandscape, T, TWatch>(landscape);
            return reach > 0
                ? Started<UnmixedOracle<TLandscape, T, TWatch>, NearOracle<TLandscape, T, TWatch>, T, TWatch>(
                    run, oracle, new(landscape, reach, oracle.Memory), size, variant)
                : Started<UnmixedOracle<TLandscape, T, TWatch>, NoQuickOracle<T>, T, TWatch>(run, oracle, default, size, variant);
        }
    }

    private sealed class AsBuiltIn<T, TWatch>(Run run, ILandscape landscape, int size) : ITermVisitor<LaneKernel>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Visit<TTerm>(TTerm term)
            where TTerm : struct, ITerm =>
            new Plain<T, TWatch>(run, size, reach: 0, LaneVariant.Inlined).Visit(new TermLandscape<TTerm>(term, landscape));
    }

    private sealed class OfTerm<T, TWatch>(Run run, ProgramField<T> field, int size, double reach, LaneVariant variant) : ITermVisitor<LaneKernel>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Visit<TTerm>(TTerm term)
            where TTerm : struct, ITerm => Started<ProgramOracle<T>, NearOracle<TermLandscape<TTerm>, T, TWatch>, T, TWatch>(
                run, new(field), new(new(term, run.Landscape), reach, field), size, variant);
    }

    private sealed class Starter<TOracle, TQuick, T, TWatch>(Run run, TOracle oracle, TQuick quick, int size, LaneVariant variant) : IStarter<T, LaneKernel>
        where TOracle : struct, ILaneOracle<TOracle, T>
        where TQuick : struct, IQuickOracle<TQuick, T>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Started<TState>(TState state)
            where TState : struct, IOptimizerState<T> =>
            new LaneKernel<TOracle, TQuick, TState, T, TWatch>(run, oracle, quick, state, size, variant == LaneVariant.NearInPairs);
    }
}
