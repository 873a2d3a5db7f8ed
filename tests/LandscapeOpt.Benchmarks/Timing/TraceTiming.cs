using LandscapeOpt.Benchmarks.Runs;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

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
            "plain" => n => Plain(new GradientDescent(0.01), n),
            "plain-adam" => n => Plain(new Adam(0.01), n),
            "trace" => spectrum.Plain,
            "spectrum" => spectrum.WithSpectrum,
            _ => throw new ArgumentException($"No such work: {work}."),
        };

        // Short runs, until the runtime's second thoughts about the methods are in.
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

    // In runs short enough not to come to rest, where the engine would stop. The trace is kept: a loop in another language that does less is not the same.
    private static double Plain(Optimizer optimizer, int steps)
    {
        const int Length = 1000;
        double end = 0;
        for (int done = 0; done < steps; done += Length)
        {
            var run = new Run
            {
                Name = "plain",
                Landscape = default(Landscapes.SinCos),
                Start = new(4, 2),
                Optimizer = optimizer,
                Steps = Math.Min(Length, steps - done),
            };
            (RunResult result, Trace trace) = Engine.Trace(run);
            end = trace.Column("x")[result.Outcome.Step];
            if (result.Outcome.Step != run.Steps)
            {
                throw new InvalidOperationException("The run has stopped early: its steps cannot be counted.");
            }
        }

        return end;
    }
}
