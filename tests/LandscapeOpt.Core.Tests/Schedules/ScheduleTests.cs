using LandscapeOpt.Schedules;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Schedules;

/// <summary>Sequences of rates that are known, and what happens at the ends.</summary>
public sealed class ScheduleTests
{
    private static readonly Schedule.Span Unit = new(1, 10);

    [Fact]
    public void Exponential() => AssertRates(new Exponential(0.5), Unit, 1, 0.5, 0.25, 0.125);

    [Fact]
    public void Step_falls_every_so_many_steps() => AssertRates(new StepDecay(Size: 2), Unit, 1, 1, 0.1, 0.1, 0.01, 0.01, 0.001);

    [Fact]
    public void Multi_step_falls_at_its_milestones_in_any_order() =>
        AssertRates(new MultiStep(new(4, 1, 4), 0.5), Unit, 1, 0.5, 0.5, 0.5, 0.125, 0.125);

    [Fact]
    public void Polynomial_ends_at_its_end_and_stays()
    {
        AssertRates(new Polynomial(Steps: 4), Unit, 1, 0.75, 0.5, 0.25, 0, 0);
        AssertRates(new Polynomial(Steps: 4, Power: 2, End: 0.2), Unit, 1, 0.65, 0.4, 0.25, 0.2, 0.2);
        Assert.Equal(0.1, new Polynomial().At(9, Unit), 1e-15);
    }

    [Fact]
    public void Linear_warmup_rises_and_stays()
    {
        AssertRates(new LinearWarmup(Steps: 4), Unit, 1 / 3.0, 0.5, 2 / 3.0, 5 / 6.0, 1, 1, 1);
        AssertRates(new LinearWarmup(StartFactor: 0.5), Unit with { Steps = 5 }, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    }

    [Fact]
    public void What_follows_a_warmup_starts_at_its_own_step_0_with_the_steps_that_are_left() =>
        AssertRates(new LinearWarmup(Steps: 2, StartFactor: 0.5, Then: new Polynomial()), Unit with { Steps = 6 }, 0.5, 0.75, 1, 0.75, 0.5, 0.25, 0);

    [Fact]
    public void A_plateau_after_a_warmup_watches_from_its_own_start()
    {
        var schedule = new LinearWarmup(Steps: 3, StartFactor: 0.5, Then: new Plateau(Factor: 0.5, Patience: 1));
        Pace pace = schedule.Start(Unit);
        Assert.True(pace.WatchesLoss);
        double[] losses = [0, 9, 9, 5, 5, 5, 5];
        double[] rates = [.. losses.Select((loss, step) => pace.At(step, loss))];
        AssertClose([0.5, 2 / 3.0, 5 / 6.0, 1, 1, 0.5, 0.5], rates, 1e-15);
    }

    [Fact]
    public void Cosine_rises_again_unless_clamped()
    {
        double[] fall = [1, 0.9140576475, 0.6890576475, 0.4109423525, 0.1859423525, 0.1];
        AssertRates(new CosineDecay(Steps: 5, Minimum: 0.1), Unit, [.. fall, 0.1859423525, 0.4109423525, 0.6890576475, 0.9140576475, 1, 0.9140576475]);
        AssertRates(new CosineDecay(Steps: 5, Minimum: 0.1, Clamp: true), Unit, [.. fall, 0.1, 0.1, 0.1]);
        Assert.Equal(0.5, new CosineDecay().At(5, Unit), 1e-15);
    }

    [Fact]
    public void Warm_restarts_double_their_period() => AssertRates(
        new WarmRestarts(Period: 3, Factor: 2), Unit, 1, 0.75, 0.25, 1, 0.9330127019, 0.75, 0.5, 0.25, 0.0669872981, 1);

    [Fact]
    public void Warm_restarts_of_one_length_repeat_for_ever()
    {
        var schedule = new WarmRestarts(Period: 3);
        AssertRates(schedule, Unit, 1, 0.75, 0.25, 1, 0.75, 0.25, 1);
        Assert.Equal(0.75, schedule.At(2_000_000_002, Unit), 1e-12);
    }

    [Fact]
    public void Cyclic_in_its_three_modes()
    {
        var cyclic = new Cyclic(Base: 0.1, Maximum: 1, StepsUp: 3);
        AssertRates(cyclic, Unit, 0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.4);
        AssertRates(cyclic with { Mode = CyclicMode.Triangular2 }, Unit, 0.1, 0.4, 0.7, 1, 0.7, 0.4, 0.1, 0.25, 0.4, 0.55, 0.4);
        AssertRates(
            cyclic with { Mode = CyclicMode.ExpRange, Gamma = 0.9 }, Unit, 0.1, 0.37, 0.586, 0.7561, 0.49366, 0.277147, 0.1, 0.24348907);
    }

    [Fact]
    public void Cyclic_may_fall_faster_than_it_rises_and_takes_its_bounds_from_the_run() =>
        AssertRates(new Cyclic(StepsUp: 5, StepsDown: 2), Unit, 1, 2, 3, 4, 5, 6, 3.5, 1, 2);

    [Fact]
    public void One_cycle_with_cosines()
    {
        var cycle = new OneCycle(Maximum: 1);
        AssertRates(
            cycle, Unit, 0.04, 0.52, 1, 0.950484632, 0.8117456539, 0.6112620219, 0.3887419781, 0.1882583461, 0.04951936799, 4e-06, 4e-06);
        Assert.Equal(4e-6, cycle.At(9, Unit), 1e-20);
    }

    [Fact]
    public void One_cycle_with_lines()
    {
        var cycle = new OneCycle(Maximum: 1, Anneal: AnnealShape.Linear);
        AssertRates(cycle, Unit, 0.04, 0.52, 1, 0.8571434286, 0.7142868571);
        Assert.Equal(4e-6, cycle.At(9, Unit), 1e-16);
    }

    [Fact]
    public void One_cycle_in_three_phases() => AssertRates(
        new OneCycle(Maximum: 1, PeakAt: 0.4, Phases: 3), Unit, 0.04, 0.28, 0.76, 1, 0.76, 0.28, 0.04, 0.030001, 0.010003, 4e-06);

    [Theory]
    [InlineData(0.1, 10, 2)]
    [InlineData(0.05, 10, 2)]
    [InlineData(0.1, 10, 3)]
    [InlineData(0.3, 1, 2)]
    [InlineData(0.3, 1, 3)]
    public void One_cycle_without_room_for_a_rise_starts_at_its_peak(double peakAt, int steps, int phases)
    {
        var cycle = new OneCycle(Maximum: 1, Steps: steps, PeakAt: peakAt, Phases: phases);
        Assert.Equal(1, cycle.At(0, Unit));
        Assert.Equal(4e-6, cycle.At(20, Unit), 1e-20);
    }

    [Fact]
    public void One_cycle_peaks_at_the_learning_rate_unless_told_otherwise() => Assert.Equal(1, new OneCycle().At(2, Unit));

    private static void AssertRates(Schedule schedule, Schedule.Span span, params double[] expected) =>
        AssertClose(expected, [.. Enumerable.Range(0, expected.Length).Select(t => schedule.At(t, span))], 6e-11);

    private static void AssertClose(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int t = 0; t < expected.Length; t++)
        {
            Assert.True(Math.Abs(expected[t] - actual[t]) <= tolerance, Invariant($"step {t}: expected {expected[t]:R}, got {actual[t]:R}"));
        }
    }
}
