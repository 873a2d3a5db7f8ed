using LandscapeOpt.Benchmarks.Runs;

namespace LandscapeOpt.Benchmarks.Timing;

/// <summary>The trace engine: steps per second and bytes allocated per step.</summary>
internal static class TraceTiming
{
    internal static void Run(Settings settings)
    {
        int steps = settings.Number("steps", 1_000_000);
        string work = settings.Text("work", "engine");
        var runs = new GuidedAdam();
        var spectrum = new SpectrumColumns();
        Func<int, double> run = work switch
        {
            "engine" => runs.Engine,
            "hand-inlined" => runs.HandInlined,
            "trace" => spectrum.Plain,
            "spectrum" => spectrum.WithSpectrum,
            _ => throw new ArgumentException($"No such work: {work}."),
        };

        // Short runs, until the compiler's second thoughts are in.
        for (int i = 0; i < 300; i++)
        {
            run(200);
            Thread.Sleep(i % 50 == 49 ? 100 : 0);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        run(10);
        long fixedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var clock = Stopclock.Start();
        before = GC.GetAllocatedBytesForCurrentThread();
        double end = run(steps);
        double bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before - fixedBytes) / steps;
        clock.Report(steps, FormattableString.Invariant($"steps/s, {bytes:F3} bytes/step (end {end:R})"));
    }
}
