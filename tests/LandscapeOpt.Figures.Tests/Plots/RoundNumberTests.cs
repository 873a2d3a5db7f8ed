using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class RoundNumberTests
{
    [Theory]
    [InlineData(0.29, 0.34, 0.3)]
    [InlineData(-1, 1, 0)]
    [InlineData(9, 11, 10)]
    [InlineData(2.1, 2.7, 2.5)]
    [InlineData(1234, 1876, 1500)]
    [InlineData(-0.034, -0.026, -0.03)]
    [InlineData(1e14, 1.9e14, 1.5e14)]
    [InlineData(100.001, 100.004, 100.002)]
    public void The_roundest_number_is_found(double low, double high, double expected) => Assert.Equal(expected, RoundNumber.Between(low, high));

    [Fact]
    public void It_lies_strictly_between() => Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), ArbMap.Default.ArbFor<NormalFloat>(), (a, b) =>
    {
        (double low, double high) = (Math.Min(a.Get, b.Get), Math.Max(a.Get, b.Get));
        if (!(high - low > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) || !double.IsFinite(high - low))
        {
            return true;
        }

        double found = RoundNumber.Between(low, high);
        return found > low && found < high;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Multiples_are_the_doubles_that_people_write()
    {
        Assert.Equal(0.3, RoundNumber.Of(3, -1));
        Assert.Equal(7e-5, RoundNumber.Of(7, -5));
        Assert.Equal(2e22, RoundNumber.Of(2, 22));
        Assert.Equal(3e-310, RoundNumber.Of(3, -310));
    }
}
