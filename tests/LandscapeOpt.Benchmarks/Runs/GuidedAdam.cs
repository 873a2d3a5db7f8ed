using BenchmarkDotNet.Attributes;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Benchmarks.Runs;

/// <summary>
/// The trace engine beside a loop inlined by hand that does the same work: two components, guided weights, Adam, and of the path what a result
/// tells. At most 2.5 times, and 0 bytes a step.
/// </summary>
[MemoryDiagnoser]
public class GuidedAdam
{
    private const int Steps = 100_000;

    private static readonly Run Model = new()
    {
        Name = "guided",
        Landscape = new EasyHard(),
        Start = new(-1, 1),
        Optimizer = new Adam(0.01),
        Mixing = new Guided(),
        Target = new(2.15, 2.0125),
    };

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public double HandInlined() => HandInlined(Steps);

    [Benchmark(OperationsPerInvoke = Steps)]
    public double Engine() => Engine(Steps);

    internal double Engine(int steps)
    {
        RunResult result = LandscapeOpt.Runs.Engine.Execute(Model with { Steps = steps }, CancellationToken.None);
        return result.Outcome.Step == steps ? result.End.X : throw new InvalidOperationException($"The run ended: {result.Outcome}.");
    }

    internal double HandInlined(int steps)
    {
        const double Eta = 0.01, Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-8, TargetX = 2.15, TargetY = 2.0125, ShiftFraction = 0.75;
        double distance = Math.Sqrt((2.5 * 2.5) + (2.0 * 2.0)), x = -1, y = 1, mx = 0, my = 0, vx = 0, vy = 0, power1 = 1, power2 = 1;
        double best = double.PositiveInfinity, length = 0, loss = 0;
        int bestStep = 0;
        for (int step = 0; ; step++)
        {
            double s = ((2.5 * x) + (2 * y)) / distance, u = ((2.5 * y) - (2 * x)) / distance, along = s - (ShiftFraction * distance);
            double easy = (u * u) + (0.05 * (along * along));
            double easyX = ((2 * u * -2) + (0.1 * along * 2.5)) / distance, easyY = ((2 * u * 2.5) + (0.1 * along * 2)) / distance;

            double r2 = (x * x) + (y * y), fade = 1.2 * Elementary.Exp(-r2 / 4.5);
            (double sinX, double cosX) = Elementary.SinCos(6 * x);
            (double sinY, double cosY) = Elementary.SinCos(6 * y);
            double wave = 1 - (cosX * cosY), px = x - 2.5, py = y - 2;
            double hard = (fade * wave) + (0.15 * ((px * px) + (py * py))) + (0.02 * r2);
            double hardX = (fade * ((-2 * x / 4.5 * wave) + (6 * sinX * cosY))) + (0.3 * px) + (0.04 * x);
            double hardY = (fade * ((-2 * y / 4.5 * wave) + (6 * cosX * sinY))) + (0.3 * py) + (0.04 * y);

            loss = (0.5 * easy) + (0.5 * hard);
            double gradientX = (0.5 * easyX) + (0.5 * hardX), gradientY = (0.5 * easyY) + (0.5 * hardY);
            if (loss < best)
            {
                (best, bestStep) = (loss, step);
            }

            if (step == steps || !double.IsFinite(loss + gradientX + gradientY) || Math.Abs(x) > 1e12 || Math.Abs(y) > 1e12)
            {
                return step == steps && length >= 0 && bestStep >= 0 ? x : throw new InvalidOperationException("The run ended.");
            }

            double dx = x - TargetX, dy = y - TargetY;
            double easyWeight = (easyX * dx) + (easyY * dy) > 0 ? 1 : 0, hardWeight = (hardX * dx) + (hardY * dy) > 0 ? 1 : 0;
            double gx = (easyWeight * easyX) + (hardWeight * hardX), gy = (easyWeight * easyY) + (hardWeight * hardY);

            (mx, my) = ((Beta1 * mx) + ((1 - Beta1) * gx), (Beta1 * my) + ((1 - Beta1) * gy));
            (vx, vy) = ((Beta2 * vx) + ((1 - Beta2) * (gx * gx)), (Beta2 * vy) + ((1 - Beta2) * (gy * gy)));
            (power1, power2) = (power1 * Beta1, power2 * Beta2);
            double rate = Eta / (1 - power1), root = Math.Sqrt(1 - power2);
            double stepX = rate * (mx / ((Math.Sqrt(vx) / root) + Epsilon)), stepY = rate * (my / ((Math.Sqrt(vy) / root) + Epsilon));
            (x, y) = (x - stepX, y - stepY);
            length += Math.Sqrt((stepX * stepX) + (stepY * stepY));
        }
    }
}
