using BenchmarkDotNet.Attributes;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Benchmarks.Maps;

/// <summary>The map engine on sin-cos, in nanoseconds per optimizer step: rules, the typed formula beside the built-in one, and threads.</summary>
public class MapBenchmarks
{
    private const int Pixels = 256, Steps = 1000;

    /// <summary>The update rule.</summary>
    [Params("gd", "adam", "nesterov")]
    public string Optimizer { get; set; } = "gd";

    /// <summary>Whether the landscape is typed.</summary>
    [Params(false, true)]
    public bool Formula { get; set; }

    /// <summary>How many threads there are.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark(OperationsPerInvoke = Pixels * Pixels * Steps)]
    public double Map()
    {
        ILandscape landscape = Formula ? new Expression(new Formula("1 + sin(x) + cos(y) + (y + y^2 + x^2)/10")) : default(Landscapes.SinCos);
        Optimizer optimizer = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == Optimizer).Default with { LearningRate = 0.01 };
        return Sum(new() { Name = "map", Landscape = landscape, Start = default, Optimizer = optimizer, Steps = Steps },
            new() { Threads = Threads, Retire = false });
    }

    /// <summary>Computes a map over sin-cos's domain, and tells the sum of all end points' x.</summary>
    internal static double Sum(Run run, MapOptions options)
    {
        double sum = 0;
        MapEngine.Execute(new StartRuns(run, new(Domain.Square(6), Pixels, Pixels)), options, band => sum += band.X.Take(band.Count).Sum());
        return sum;
    }
}

/// <summary>The same over widths and sizes of blocks.</summary>
public class MapShapes
{
    private const int Pixels = 256, Steps = 1000;

    /// <summary>How many runs go side by side.</summary>
    [Params(LaneWidth.Lane128, LaneWidth.Lane256, LaneWidth.Lane512)]
    public LaneWidth Lanes { get; set; }

    /// <summary>How many runs a thread works on together.</summary>
    [Params(32, 64, 128, 256, 1024)]
    public int Block { get; set; }

    [Benchmark(OperationsPerInvoke = Pixels * Pixels * Steps)]
    public double Map()
    {
        var run = new Run { Name = "map", Landscape = default(Landscapes.SinCos), Start = default, Optimizer = new GradientDescent(0.01), Steps = Steps };
        return MapBenchmarks.Sum(run, new() { Threads = 1, Retire = false, Lanes = Lanes, BlockSize = Block });
    }
}
