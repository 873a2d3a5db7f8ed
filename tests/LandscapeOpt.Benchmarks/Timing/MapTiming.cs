using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Benchmarks.Timing;

/// <summary>The map engine: optimizer steps of all runs per second.</summary>
internal static class MapTiming
{
    internal static void Run(Settings settings)
    {
        int pixels = settings.Number("pixels", 256), passes = settings.Number("passes", 5);
        StartRuns runs = Runs(settings, pixels);
        MapOptions options = Options(settings);
        double sum = 0, seconds = 0;
        long steps = 0;

        // The kernel is compiled before the engine's own clock starts, but processor time would hold the compiler's. Several passes, because the
        // runtime goes on compiling beside the first.
        MapEngine.Execute(Runs(settings, pixels: 16), options, _ => { });
        var clock = Stopclock.Start();
        for (int pass = 0; pass < passes; pass++)
        {
            sum = 0;
            MapResult result = MapEngine.Execute(runs, options, band => sum += Sum(band));
            (steps, seconds) = (steps + result.Steps, seconds + result.Seconds);
        }

        clock.Report(steps, seconds, FormattableString.Invariant($"steps/s (sum {sum:F9})"));
    }

    internal static StartRuns Runs(Settings settings, int pixels)
    {
        string formula = settings.Text("formula", ""), name = settings.Text("landscape", "sin-cos");
        ILandscape landscape = formula.Length > 0
            ? new Expression(new Formula(formula))
            : LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        Optimizer optimizer = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == settings.Text("optimizer", "gd")).Default with { LearningRate = 0.01 };
        var run = new Run { Name = "map", Landscape = landscape, Start = default, Optimizer = optimizer, Steps = settings.Number("steps", 1000) };
        return new(run, new(formula.Length > 0 || name == "sin-cos" ? Domain.Square(6) : landscape.Info.Domain, pixels, pixels));
    }

    private static MapOptions Options(Settings settings) => new()
    {
        Threads = settings.Number("threads", 1),
        Lanes = (LaneWidth)settings.Number("lanes", (int)Lanes.Preferred),
        BlockSize = settings.Number("block", new MapOptions().BlockSize),
        Retire = settings.Flag("retire"),
    };

    private static double Sum(MapBand band)
    {
        double sum = 0;
        for (int i = 0; i < band.Count; i++)
        {
            sum += band.X[i] + band.Y[i];
        }

        return sum;
    }
}
