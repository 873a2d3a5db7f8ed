using BenchmarkDotNet.Attributes;
using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Benchmarks;

/// <summary>
/// What inspections wait for, on one core: all critical points of Rastrigin's box, which are to take at most 0.5 s, and those of easy-hard followed over
/// 200 mixtures, at most 5 s.
/// </summary>
public class GeometryBenchmarks
{
    /// <summary>121 minima, 220 saddles and 100 maxima, proved complete.</summary>
    [Benchmark]
    public CriticalReport RastriginsBox() => CriticalPoints.Find(default(Rastrigin));

    /// <summary>From easy to hard.</summary>
    [Benchmark]
    public Homotopy TwoHundredMixtures() => Homotopy.Of(new EasyHard(), 200);
}
