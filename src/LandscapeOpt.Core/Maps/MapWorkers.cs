using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace LandscapeOpt.Maps;

/// <summary>The threads that compute a map: each takes the next block, two bands are in work at a time.</summary>
internal sealed class MapWorkers : IDisposable
{
    private readonly MapRuns runs;
    private readonly MapOptions options;
    private readonly string? obstacle;
    private readonly int rows, bands;
    private readonly MapBand[] buffers;
    private readonly int[] open;
    private readonly CancellationTokenSource stop = new();
    private readonly object gate = new();
    private MapBlocks blocks;
    private int band, taken, delivered;
    private long steps, finished;
    private ExceptionDispatchInfo? failure;

    internal MapWorkers(MapRuns runs, MapOptions options, int rows)
    {
        (this.runs, this.options, this.rows) = (runs, options, rows);
        options.Progress?.Expect((long)runs.Width * runs.Height);
        obstacle = MapEngine.Obstacle(runs);
        bands = (runs.Height + rows - 1) / rows;
        buffers = [.. Enumerable.Range(0, Math.Min(2, bands)).Select(_ => new MapBand(runs.Width, rows))];
        open = new int[buffers.Length];
        Begin(0);
    }

    public void Dispose() => stop.Dispose();

    internal MapResult Execute(Action<MapBand> sink, CancellationToken cancellation)
    {
        int threads = options.ResolvedThreads;
        using CancellationTokenRegistration registration = cancellation.Register(stop.Cancel);
        LaneVariant? variant = obstacle is null ? options.Variant ?? LaneVariants.Fastest(runs, options) : null;
        PixelComputer[] computers = [.. Enumerable.Range(0, threads).Select(_ => PixelComputer.Create(runs, options, variant))];
        long clock = Stopwatch.GetTimestamp();
        Thread[] crew = [.. computers.Select(c => new Thread(() => Work(c)) { IsBackground = true, Name = "map" })];
        Array.ForEach(crew, t => t.Start());
        try
        {
            for (int b = 0; b < bands && Await(b); b++)
            {
                sink(buffers[b % buffers.Length]);
                Deliver(b);
            }
        }
        catch
        {
            stop.Cancel();
            throw;
        }
        finally
        {
            lock (gate)
            {
                delivered = bands;
                Monitor.PulseAll(gate);
            }

            Array.ForEach(crew, t => t.Join());
        }

        failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
        return new(steps, Stopwatch.GetElapsedTime(clock, finished).TotalSeconds, threads, computers[0].Lanes, obstacle);
    }

    // Whether the band is computed; not where the work was stopped.
    private bool Await(int b)
    {
        lock (gate)
        {
            while (band < b || open[b % open.Length] > 0)
            {
                if (failure is not null || stop.IsCancellationRequested)
                {
                    return false;
                }

                Monitor.Wait(gate);
            }

            return true;
        }
    }

    private void Deliver(int b)
    {
        lock (gate)
        {
            delivered = b + 1;
            Monitor.PulseAll(gate);
        }
    }

    private void Work(PixelComputer computer)
    {
        try
        {
            while (Take() is var (into, block))
            {
                long done = computer.Compute(into, block, stop.Token);
                Complete(into, done);
                options.Progress?.Add(block.Count);
            }
        }
        catch (Exception e)
        {
            lock (gate)
            {
                failure ??= e is OperationCanceledException ? null : ExceptionDispatchInfo.Capture(e);
                stop.Cancel();
                Monitor.PulseAll(gate);
            }
        }
    }

    private (MapBand Into, PixelBlock Block)? Take()
    {
        lock (gate)
        {
            while (true)
            {
                stop.Token.ThrowIfCancellationRequested();
                if (taken < blocks.Count)
                {
                    return (buffers[band % buffers.Length], blocks[taken++]);
                }

                if (band + 1 >= bands)
                {
                    return null;
                }

                if (band + 1 < delivered + buffers.Length)
                {
                    Begin(band + 1);
                }
                else
                {
                    Monitor.Wait(gate);
                }
            }
        }
    }

    private void Begin(int next)
    {
        (band, taken) = (next, 0);
        MapBand buffer = buffers[next % buffers.Length];
        buffer.FirstRow = next * rows;
        buffer.Rows = Math.Min(rows, runs.Height - buffer.FirstRow);
        blocks = new(runs.Direction, runs.Width, buffer.Rows, options.BlockSize);
        open[next % open.Length] = blocks.Count;
    }

    private void Complete(MapBand into, long done)
    {
        lock (gate)
        {
            steps += done;
            finished = Stopwatch.GetTimestamp();
            if (--open[Array.IndexOf(buffers, into)] == 0)
            {
                Monitor.PulseAll(gate);
            }
        }
    }
}
