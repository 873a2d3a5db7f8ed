using LandscapeOpt.Numbers;

namespace LandscapeOpt.Benchmarks.Timing;

/// <summary>Elementary functions: numbers per second.</summary>
internal static class ElementaryTiming
{
    internal static void Run(Settings settings)
    {
        var benchmark = new ElementaryBenchmarks { Function = settings.Text("function", "sin") };
        benchmark.Setup();
        var width = (LaneWidth)settings.Number("lanes", (int)Lanes.Preferred);
        Action pass = settings.Text("by", "own") switch
        {
            "own" => () => benchmark.Own(width),
            "math" => benchmark.SystemMath,
            "vector512" => benchmark.SystemVector512,
            var by => throw new ArgumentException($"No such library: {by}."),
        };
        for (int i = 0; i < 5; i++)
        {
            Repeat(pass, 2000);
            Thread.Sleep(100);
        }

        const int Passes = 20_000;
        var clock = Stopclock.Start();
        Repeat(pass, Passes);
        clock.Report((double)Passes * ElementaryBenchmarks.Count, "numbers/s");
    }

    private static void Repeat(Action pass, int times)
    {
        for (int i = 0; i < times; i++)
        {
            pass();
        }
    }
}
