
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Experiments.Tests.Plan;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(0.9, 6.5)]
    [InlineData(1, 8)]
    public void Are_those_of_numpy(double probability, double expected) =>
        Assert.Equal(expected, Quantiles.Of([1, 2, 3, 8], probability), 1e-14);

    [Fact]
    public void One_value_is_all_of_them() => Assert.Equal(3, Quantiles.Of([3], 0.7));

    [Fact]
    public void Runs_that_diverged_are_worse_than_all_others_and_poison_nothing()
    {
        double[] losses = [BestRule.Count(0.5, hasDiverged: true), BestRule.Count(double.NaN, hasDiverged: false), 1, 2, 3];
        Array.Sort(losses);

        Assert.Equal(3, Quantiles.Of(losses, 0.5));
        Assert.Equal(double.PositiveInfinity, Quantiles.Of(losses, 0.75));
        Assert.Equal(double.PositiveInfinity, Quantiles.Of(losses, 1));
        Assert.Equal(1, Quantiles.Of(losses, 0));
    }
}
