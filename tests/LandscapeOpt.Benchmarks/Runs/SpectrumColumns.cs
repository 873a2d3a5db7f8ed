using BenchmarkDotNet.Attributes;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Benchmarks.Runs;

/// <summary>What the spectrum columns cost beside the plain trace: at most three times.</summary>
public class SpectrumColumns
{
    private static readonly string[] Columns = ["lambda_min", "lambda_max", "trace_hessian", "condition", "negative_curvature", "stability"];

    private readonly Run run = new() { Name = "gd", Landscape = new Rosenbrock(), Start = new(-1.2, 1), Steps = 10_000, Optimizer = new GradientDescent(1e-4) };

    [Benchmark(Baseline = true, OperationsPerInvoke = 10_000)]
    public double Plain() => Engine.Trace(run).Result.Loss;

    [Benchmark(OperationsPerInvoke = 10_000)]
    public double WithSpectrum() => Engine.Trace(run, TraceColumns.For(run, Columns)).Result.Loss;
}
