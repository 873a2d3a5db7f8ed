using LandscapeOpt.Schedules;

namespace LandscapeOpt.Tests.Schedules;

/// <summary>When the watching schedule lowers the rate.</summary>
public sealed class PlateauTests
{
    [Fact]
    public void Falls_when_more_steps_than_the_patience_fail_to_improve()
    {
        double[] rates = Rates(new Plateau(), Enumerable.Repeat(1.0, 24));
        Assert.All(rates[..11], rate => Assert.Equal(1, rate));
        Assert.All(rates[11..22], rate => Assert.Equal(0.1, rate, 1e-16));
        Assert.All(rates[22..], rate => Assert.Equal(0.01, rate, 1e-16));
    }

    [Fact]
    public void An_improvement_must_pass_the_threshold()
    {
        var rule = new Plateau(Patience: 0, Threshold: 0.1);
        Assert.Equal([1, 1, 0.1], Rates(rule, [1, 0.89, 0.81]));
        Assert.Equal([1, 1, 1], Rates(rule, [1, 0.89, 0.80]));
    }

    [Fact]
    public void A_best_of_zero_or_less_is_compared_by_the_difference()
    {
        var rule = new Plateau(Patience: 0, Threshold: 0.1);
        Assert.Equal([1, 1, 0.1], Rates(rule, [-1, -1.11, -1.2]));
        Assert.Equal([1, 0.1], Rates(rule, [0, -0.05]));
    }

    [Fact]
    public void Steps_of_the_cooldown_are_not_counted() =>
        Assert.Equal([1, 0.5, 0.5, 0.5, 0.25], Rates(new Plateau(Factor: 0.5, Patience: 0, Cooldown: 2), [1, 1, 1, 1, 1]));

    [Fact]
    public void The_rate_stays_at_its_minimum_and_tiny_falls_are_not_made()
    {
        Assert.Equal([1, 0.4, 0.4], Rates(new Plateau(Patience: 0, Minimum: 0.4), [1, 1, 1]));
        Assert.Equal([1, 1], Rates(new Plateau(Patience: 0, Epsilon: 0.95), [1, 1]));
        Assert.Equal([1, 1], Rates(new Plateau(Patience: 0, Minimum: 2), [1, 1]));
    }

    [Fact]
    public void A_loss_that_is_no_number_is_no_improvement() =>
        Assert.Equal([1, 0.1], Rates(new Plateau(Patience: 0), [1, double.NaN]));

    private static double[] Rates(Plateau rule, IEnumerable<double> losses)
    {
        Pace pace = rule.Start(new(1, 100));
        return [.. losses.Select((loss, step) => pace.At(step, loss))];
    }
}
