using LandscapeOpt.Schedules;
using LandscapeOpt.Tests.Reference;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Schedules;

/// <summary>The rates that PyTorch's schedulers gave in the reference runs.</summary>
public sealed class TorchRatesTests
{
    public static TheoryData<string, Schedule, double, int> Cases => new()
    {
        { "gd-averaged", new Exponential(0.999), 0.08, 200 },
        { "momentum-step-ackley", new StepDecay(Size: 40, Gamma: 0.5), 0.02, 200 },
        { "gd-cosine-levy-13", new CosineDecay(Steps: 200, Minimum: 0.0001), 0.002, 200 },
        { "gd-warm-restarts-bohachevsky-1", new WarmRestarts(Period: 25, Factor: 2), 0.01, 200 },
        { "gd-linear-warmup-booth", new LinearWarmup(Steps: 20, StartFactor: 0.1), 0.05, 100 },
        { "gd-cyclic-triangular-sin-cos", new Cyclic(0.01, 0.5, 25), 0.01, 200 },
        { "gd-cyclic-triangular2-sin-cos", new Cyclic(0.01, 0.5, 25, Mode: CyclicMode.Triangular2), 0.01, 200 },
        { "gd-cyclic-exp-range-sin-cos", new Cyclic(0.01, 0.5, 25, Mode: CyclicMode.ExpRange, Gamma: 0.99), 0.01, 200 },
        { "gd-one-cycle-cos-averaged", new OneCycle(Maximum: 0.3, Steps: 200), 0.01, 200 },
        { "gd-one-cycle-linear-averaged", new OneCycle(Maximum: 0.3, Steps: 200, Anneal: AnnealShape.Linear, Phases: 3), 0.01, 200 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rates_agree(string name, Schedule schedule, double learningRate, int steps)
    {
        ReferenceTable reference = ReferenceTable.Read($"optimizers/{name}.csv");
        Assert.Equal(steps + 1, reference.Rows.Count);
        Pace pace = schedule.Start(new(learningRate, steps));

        // The row after the last step repeats the last rate; no step uses it.
        for (int t = 0; t < steps; t++)
        {
            double expected = reference.Number(t, "lr");
            double actual = pace.At(t, loss: 0);
            Assert.True(Math.Abs(actual - expected) <= 1e-12 * expected, Invariant($"step {t}: expected {expected:R}, got {actual:R}"));
        }
    }
}
