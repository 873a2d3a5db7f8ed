namespace LandscapeOpt.Maps;

/// <summary>Computes one run for each pixel of a map, in lanes and on all processors; each pixel is what the trace engine makes of its run.</summary>
public static class MapEngine
{
    // Rows are handed over in bands of about this many pixels: enough for all threads, few enough to keep the memory flat.
    private const int BandPixels = 1 << 17;

    /// <summary>Computes a map band by band, from the lowest row up.</summary>
    /// <param name="runs">One run for each pixel.</param>
    /// <param name="options">How to compute.</param>
    /// <param name="sink">Takes each finished band, in order, on the calling thread, while the next is being computed.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="ArgumentException">The run's parts do not go together, or an option is out of range.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static MapResult Execute(MapRuns runs, MapOptions options, Action<MapBand> sink, CancellationToken cancellation = default)
    {
        if (runs.At(0, 0).Misfits().FirstOrDefault() is { } misfit)
        {
            throw new ArgumentException($"{runs.Model.Name}: {misfit}.", nameof(runs));
        }

        if (options.BlockSize is < 8 or > 4096 || options.BlockSize % 8 != 0)
        {
            throw new ArgumentException("The block size must be a multiple of 8 from 8 to 4096.", nameof(options));
        }

        int rows = Math.Clamp(BandPixels / runs.Width, 1, runs.Height);
        using var workers = new MapWorkers(runs, options, rows);
        return workers.Execute(sink, cancellation);
    }

    /// <summary>Why the runs of a map have to go through the trace engine, one after the other; null where they can run in lanes.</summary>
    public static string? Obstacle(MapRuns runs) => runs.Direction == LaneDirection.None
        ? "both axes change what all lanes must share"
        : LaneKernels.Obstacle(runs.Model);
}
