using System.Diagnostics;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>The ways to make a kernel. All give the same bits.</summary>
internal enum LaneVariant
{
    /// <summary>Formulas compiled into the kernel as they are; typed ones too, where they are short enough.</summary>
    Inlined,

    /// <summary>Formulas as programs for blocks.</summary>
    Program,

    /// <summary>Formulas compiled as a whole for blocks, where they are short enough.</summary>
    Compiled,

    /// <summary>Formulas inlined as near duals (<see cref="NearDual{T}"/>), where that is possible.</summary>
    Near,

    /// <summary>The same, two vectors at a time, where the rule has no memory.</summary>
    NearInPairs,
}

/// <summary>Finds the fastest variant.</summary>
/// <remarks>
/// By trying them: how much the runtime's compiler inlines depends on landscape and rule together, and a variant that is beyond it takes ten times as
/// long.
/// </remarks>
internal static class LaneVariants
{
    private const int Side = 16, Steps = 32, Tries = 4;

    // Below this number of steps in all, compiling the variants takes longer than they save.
    private const long LeastWork = 1 << 24;

    /// <summary>The fastest variant for the runs of a map.</summary>
    internal static LaneVariant Fastest(MapRuns runs, MapOptions options)
    {
        Run run = runs.At(0, 0);
        if (!LaneKernels.IsUnmixed(run) || (double)runs.Width * runs.Height * run.Steps < LeastWork)
        {
            return Default(run);
        }

        LaneVariant best = Default(run);
        double least = double.PositiveInfinity;
        foreach (LaneVariant variant in (ReadOnlySpan<LaneVariant>)[LaneVariant.NearInPairs, LaneVariant.Near, LaneVariant.Inlined,
            LaneVariant.Program, LaneVariant.Compiled])
        {
            LaneKernel kernel = LaneKernels.Create(run with { Steps = Steps }, options.Lanes, Side * Side, options.Retire, variant);
            if (variant == LaneVariant.NearInPairs && !kernel.CanPair)
            {
                continue;
            }

            double seconds = Seconds(kernel, run);
            (best, least) = seconds < least ? (variant, seconds) : (best, least);
        }

        return best;
    }

    // Nothing is compiled for it that is not needed.
    private static LaneVariant Default(Run run) =>
        run.Landscape.Components is [{ Landscape.IsComposed: true }] ? LaneVariant.Program : LaneVariant.Inlined;

    private static double Seconds(LaneKernel kernel, Run run)
    {
        var starts = new MapGrid(run.Landscape.Info.Domain, Side, Side);
        var block = new LaneBlock(Side * Side) { Count = Side * Side };
        double least = double.PositiveInfinity;
        for (int i = 0; i < Tries; i++)
        {
            for (int k = 0; k < block.Count; k++)
            {
                (block.X[k], block.Y[k]) = (starts.X(k % Side), starts.Y(k / Side));
            }

            long clock = Stopwatch.GetTimestamp();
            kernel.Compute(block, CancellationToken.None);
            least = Math.Min(least, Stopwatch.GetElapsedTime(clock).TotalSeconds);
        }

        return least;
    }
}
