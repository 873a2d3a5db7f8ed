using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>Self-paced weights against the objectives that they minimise.</summary>
public sealed class SelfPacedTests
{
    public static TheoryData<SelfPacedRegularizer> Regularizers => new(Enum.GetValues<SelfPacedRegularizer>());

    [Theory]
    [MemberData(nameof(Regularizers))]
    public void The_weight_minimises_the_regularised_loss(SelfPacedRegularizer regularizer)
    {
        foreach (double lambda in new[] { 0.3, 0.7, 0.95 })
        {
            // The second component has loss 0, so that no case is one where everything is too hard.
            var rule = new SelfPaced(regularizer, lambda, Lambda2: 0.4 * lambda);
            for (double loss = 0.01; loss < 1.5; loss += 0.0371)
            {
                double weight = (new Probe(new(1, 1), new(1, 2)) { Losses = [loss, 0] }).Weights(rule)[0];
                double Objective(double v) => (v * loss) + Regularize(rule, v);
                double lowest = Enumerable.Range(0, 10_001).Select(i => i / 10_000.0)
                    .Where(v => v > 0 || regularizer != SelfPacedRegularizer.Logistic).Min(Objective);
                Assert.InRange(weight, 0, 1);
                Assert.True(Objective(weight) <= lowest + 1e-14, FormattableString.Invariant($"loss {loss}, lambda {lambda}: {weight}"));
            }
        }
    }

    [Fact]
    public void Lambda_grows_until_every_weight_is_1()
    {
        var probe = new Probe(new(1, 1), new(1, 2)) { Losses = [0.5, 2] };
        Weigher<Real> weigher = probe.Begin(new SelfPaced(Lambda: 1, Growth: 1.5));

        // lambda = 1, 1.5, 2.25: from then on it stays, and a loss above it is out again.
        Assert.Equal([1, 0], probe.Weights(weigher));
        Assert.Equal([1, 0], probe.Weights(weigher));
        Assert.Equal([1, 1], probe.Weights(weigher));
        Assert.Equal([1, 1], probe.Weights(weigher));
        Assert.Equal([1, 0], (probe with { Losses = [0.5, 2.26] }).Weights(weigher));
        Assert.Equal([1, 1], (probe with { Losses = [0.5, 2.26] }).Weights(weigher));
    }

    [Fact]
    public void A_loss_equal_to_lambda_is_not_easy() => Assert.Equal([0, 1], new Probe(new(1, 1), new(1, 2)) { Losses = [1, 0.5] }.Weights(new SelfPaced()));

    [Theory]
    [InlineData(SelfPacedRegularizer.Hard)]
    [InlineData(SelfPacedRegularizer.Linear)]
    [InlineData(SelfPacedRegularizer.Log)]
    [InlineData(SelfPacedRegularizer.Polynomial)]
    [InlineData(SelfPacedRegularizer.Mixture)]
    public void Where_nothing_is_easy_the_smallest_loss_counts_alone(SelfPacedRegularizer regularizer) => Assert.Equal(
        [0, 1, 0], new Probe(new(1, 1), new(1, 2), new(1, 3)) { Losses = [5, 3, 3] }.Weights(new SelfPaced(regularizer, Lambda: 0.5)));

    [Fact]
    public void A_negative_loss_counts_as_easiest()
    {
        foreach (SelfPacedRegularizer regularizer in Enum.GetValues<SelfPacedRegularizer>())
        {
            Assert.Equal(1, new Probe(new(1, 1), new(1, 2)) { Losses = [-3, 9] }.Weights(new SelfPaced(regularizer, Lambda: 0.5))[0]);
        }
    }

    [Fact]
    public void Normalised_weights_sum_to_1()
    {
        double[] weights = new Probe(new(1, 1), new(1, 2)) { Losses = [0.25, 0.5] }.Weights(new SelfPaced(SelfPacedRegularizer.Linear, Normalize: true));
        Assert.Equal([0.6, 0.4], weights, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Log_keeps_lambda_below_1_for_ever()
    {
        var probe = new Probe(new(1, 1), new(1, 2)) { Losses = [0.1, 0.2] };
        Weigher<Real> weigher = probe.Begin(new SelfPaced(SelfPacedRegularizer.Log, Lambda: 0.5));
        for (int step = 0; step < 50; step++)
        {
            Assert.All(probe.Weights(weigher), v => Assert.InRange(v, 0.1, 1));
        }
    }

    [Fact]
    public void Settings_that_do_not_go_together_are_named()
    {
        Assert.Contains("lambda below 1", new SelfPaced(SelfPacedRegularizer.Log).Misfit(2), StringComparison.Ordinal);
        Assert.Contains("lambda2 below lambda", new SelfPaced(SelfPacedRegularizer.Mixture, Lambda2: 1).Misfit(2), StringComparison.Ordinal);
        Assert.Null(new SelfPaced(SelfPacedRegularizer.Mixture).Misfit(2));
    }

    private static double Regularize(SelfPaced rule, double v)
    {
        double lambda = rule.Lambda, lambda2 = rule.Lambda2!.Value;
        double zeta = 1 - lambda, mu = 1 + Elementary.Exp(-lambda), z = lambda * lambda2 / (lambda - lambda2);
        return rule.Regularizer switch
        {
            SelfPacedRegularizer.Hard => -lambda * v,
            SelfPacedRegularizer.Linear => lambda * ((v * v / 2) - v),
            SelfPacedRegularizer.Log => (zeta * v) - (Elementary.Pow(zeta, v) / Elementary.Log(zeta)),
            SelfPacedRegularizer.Logistic => ((mu - v) * Elementary.Log(mu - v)) + (v * Elementary.Log(v)) - (lambda * v),
            SelfPacedRegularizer.Polynomial => lambda * ((Elementary.Pow(v, rule.Power) / rule.Power) - v),
            _ => -z * Elementary.Log(v + (z / lambda)),
        };
    }
}
