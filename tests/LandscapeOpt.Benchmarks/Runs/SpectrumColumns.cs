using BenchmarkDotNet.Attributes;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Benchmarks.Runs;

/// <summary>What the spectrum columns cost beside the plain trace: at most three times.</summary>
public class SpectrumColumns
{
    private static readonly string[] Columns = ["lambda_min", "lambda_max", "trace_hessian", "condition", "negative_curvature", "stability"];

    private const int Steps = 10_000;

    private readonly Run run = new() { Name = "gd", Landscape = new Rosenbrock(), Start = new(-1.2, 1), Steps = Steps, Optimizer = new GradientDescent(1e-4) };

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public double Plain() => Plain(Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public double WithSpectrum() => WithSpectrum(Steps);

    internal double Plain(int steps) => Engine.Trace(run with { Steps = steps }).Result.Loss;

    internal double WithSpectrum(int steps) => Engine.Trace(run with { Steps = steps }, TraceColumns.For(run, Columns)).Result.Loss;
}
