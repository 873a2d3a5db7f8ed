using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Makes kernels, and knows what cannot run in lanes.</summary>
internal static class LaneKernels
{
    /// <summary>Why a run has to go through the trace engine; null where it can run in lanes.</summary>
    internal static string? Obstacle(Run run) =>
        !run.Optimizer.RunsInLanes ? "the optimizer branches on what it meets"
        : run.Transforms.Any(t => t.MaySkip) ? "a gradient transform may skip steps"
        : run.Schedule.Start(new(run.Optimizer.LearningRate, run.Steps)).WatchesLoss ? "the schedule watches the loss"
        : run.Stop.Evaluations is not null ? "lanes do not count evaluations"
        : null;

    /// <summary>A kernel for runs like this one.</summary>
    /// <param name="run">A run; those of a block may differ from it in their start and in the numbers of optimizer and schedule.</param>
    /// <param name="width">How many runs go side by side.</param>
    /// <param name="size">The largest number of runs in a block.</param>
    /// <param name="retires">Whether runs end early.</param>
    internal static LaneKernel Create(Run run, LaneWidth width, int size, bool retires) =>
        Lanes.Run<Work, LaneKernel>(new(run, size, retires), width);

    private static LaneKernel Of<T, TWatch>(Run run, int size)
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        IReadOnlyList<Component> components = run.Landscape.Components;
        bool isPlain = components is [{ Share: 1 }] && run.Mixing is Average && run.Transforms.Count == 0;
        return isPlain && components[0].Landscape.IsPutTogether
            ? Started<ProgramOracle<T, TWatch>, T, TWatch>(run, new(components[0].Landscape, size / T.Count), size)
            : isPlain ? components[0].Landscape.Accept(new Plain<T, TWatch>(run, size))
            : Started<MixedOracle<T>, T, TWatch>(run, new(new(run, size / T.Count)), size);
    }

    private static LaneKernel Started<TOracle, T, TWatch>(Run run, TOracle oracle, int size)
        where TOracle : struct, ILaneOracle<T>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch =>
        run.Optimizer.Start(new UniformSettings<T>(run.Optimizer), new Starter<TOracle, T, TWatch>(run, oracle, size));

    private static bool NeedsLoss(Run run) =>
        run.Stop.GradientNorm is not null || run.Stop.LossBelow is not null || run.Stop.LeaveDomain || !StaysFinite(run);

    // Whether loss and gradient of every component are finite wherever the point has not diverged.
    private static bool StaysFinite(Run run) => run.Landscape.Components.All(c => Enclosure.IsFinite(c.Landscape, run.Stop.DivergedBeyond));

    private readonly struct Work(Run run, int size, bool retires) : ILaneWork<LaneKernel>
    {
        public LaneKernel Run<T>()
            where T : struct, ILane<T>, IReal<T> =>
            !retires ? Of<T, NoWatch>(run, size)
            : NeedsLoss(run) ? Of<T, LossWatch>(run, size)
            : Of<T, PointWatch>(run, size);
    }

    private sealed class Plain<T, TWatch>(Run run, int size) : ILandscapeVisitor<LaneKernel>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Visit<TLandscape>(TLandscape landscape)
            where TLandscape : struct, ILandscape<TLandscape> => TWatch.LooksAtLoss
            ? Started<WatchedOracle<TLandscape, T>, T, TWatch>(run, new(landscape), size)
            : Magnitude.PlainReach(landscape) is > 0 and var reach
            ? Started<NearOracle<TLandscape, T, TWatch>, T, TWatch>(run, new(landscape, reach), size)
            : Started<PlainOracle<TLandscape, T, TWatch>, T, TWatch>(run, new(landscape), size);
    }

    private sealed class Starter<TOracle, T, TWatch>(Run run, TOracle oracle, int size) : IStarter<T, LaneKernel>
        where TOracle : struct, ILaneOracle<T>
        where T : struct, ILane<T>, IReal<T>
        where TWatch : struct, IWatch
    {
        public LaneKernel Started<TState>(TState state)
            where TState : struct, IOptimizerState<T> => new LaneKernel<TOracle, TState, T, TWatch>(run, oracle, state, size);
    }
}
