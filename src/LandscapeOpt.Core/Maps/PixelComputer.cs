using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Computes pixels on one thread.</summary>
internal abstract class PixelComputer
{
    /// <summary>The runs side by side in a vector.</summary>
    internal abstract int Lanes { get; }

    /// <summary>Computes a block of pixels into a band, and tells the steps done.</summary>
    internal abstract long Compute(MapBand into, PixelBlock block, CancellationToken cancellation);

    internal static PixelComputer Create(MapRuns runs, MapOptions options, LaneVariant? variant) =>
        variant is { } way ? new LanePixels(runs, options, way) : new TracedPixels(runs);
}

/// <summary>Pixels that go through the trace engine one by one.</summary>
internal sealed class TracedPixels(MapRuns runs) : PixelComputer
{
    internal override int Lanes => 1;

    internal override long Compute(MapBand into, PixelBlock block, CancellationToken cancellation)
    {
        long steps = 0;
        for (int i = 0; i < block.Count; i++)
        {
            int place = block[i];
            Run run = runs.At(place % into.Width, into.FirstRow + (place / into.Width));
            RunResult result = Engine.Execute(run, cancellation);
            (into.X[place], into.Y[place], into.Loss[place]) = (result.End.X, result.End.Y, result.Loss);
            (into.Steps[place], into.Outcomes[place]) = (result.Outcome.Step, result.Outcome.Kind);
            steps += result.Outcome.Step;
        }

        return steps;
    }
}

/// <summary>Pixels that go through the lanes, block by block.</summary>
internal sealed class LanePixels : PixelComputer
{
    private readonly MapRuns runs;
    private readonly MapOptions options;
    private readonly LaneVariant variant;
    private readonly LaneWidth width;
    private readonly LaneBlock lanes;
    private LaneKernel kernel;
    private int line;

    internal LanePixels(MapRuns runs, MapOptions options, LaneVariant variant)
    {
        (this.runs, this.options, this.variant, width) = (runs, options, variant, options.Lanes);
        lanes = new(options.BlockSize);
        kernel = Kernel(runs.At(0, 0));
        kernel.Prepare();
    }

    internal override int Lanes => (int)width;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override long Compute(MapBand into, PixelBlock block, CancellationToken cancellation)
    {
        Load(into, block);
        kernel.Compute(lanes, cancellation);
        long steps = 0;
        for (int i = 0; i < block.Count; i++)
        {
            int place = block[i];
            (into.X[place], into.Y[place], into.Loss[place]) = (lanes.X[i], lanes.Y[i], lanes.Loss[i]);
            (into.Steps[place], into.Outcomes[place]) = (lanes.Steps[i], lanes.Outcomes[i]);
            steps += lanes.Steps[i];
        }

        return steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Load(MapBand into, PixelBlock block)
    {
        lanes.Count = block.Count;
        if (runs.Direction == LaneDirection.Starts)
        {
            for (int i = 0; i < block.Count; i++)
            {
                int place = block[i];
                Point start = runs.StartOf(place % into.Width, into.FirstRow + (place / into.Width));
                (lanes.X[i], lanes.Y[i]) = (start.X, start.Y);
            }

            return;
        }

        lanes.Runs ??= new Run[options.BlockSize];
        for (int i = 0; i < block.Count; i++)
        {
            int place = block[i];
            lanes.Runs[i] = runs.At(place % into.Width, into.FirstRow + (place / into.Width));
            (lanes.X[i], lanes.Y[i]) = (lanes.Runs[i].Start.X, lanes.Runs[i].Start.Y);
        }

        // What all lanes of a kernel share changes from row to row, or from column to column.
        int row = into.FirstRow + (block.First / into.Width), column = block.First % into.Width;
        int next = runs.Direction switch { LaneDirection.Row => row, LaneDirection.Column => column, _ => 0 };
        if (next != line)
        {
            (line, kernel) = (next, Kernel(lanes.Runs[0]));
        }
    }

    private LaneKernel Kernel(Run run) => LaneKernels.Create(run, width, options.BlockSize, options.Retire, variant);
}
