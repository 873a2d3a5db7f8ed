using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Experiments.Tests.Format;

public sealed class SweepRangeTests
{
    [Fact]
    public void Ends_are_exact_and_round_numbers_are_round()
    {
        Assert.Equal([0.01, 0.1, 1.0, 10.0], Values(new(0.01, 10, 4, IsLogarithmic: true, AreWhole: false)));
        Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], Values(new(0.1, 0.9, 9, IsLogarithmic: false, AreWhole: false)));
        Assert.Equal([3.0, 2.0, 1.0], Values(new(3, 1, 3, IsLogarithmic: false, AreWhole: false)));
        Assert.Equal(1.0 / 3, (double)new SweepRange(1.0 / 3, 2, 5, IsLogarithmic: true, AreWhole: false)[0]);
    }

    [Fact]
    public void Ratios_of_a_logarithmic_range_are_equal()
    {
        double[] values = [.. Values(new(0.003, 7, 50, IsLogarithmic: true, AreWhole: false))];
        double ratio = values[1] / values[0];

        Assert.All(values.Zip(values.Skip(1)), p => Assert.Equal(ratio, p.Second / p.First, 1e-13));
    }

    [Fact]
    public void Whole_numbers_are_rounded()
    {
        Assert.Equal([10L, 32L, 100L, 316L, 1000L], new SweepRange(10, 1000, 5, IsLogarithmic: true, AreWhole: true));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (object)(long)i), new SweepRange(0, 999, 1000, IsLogarithmic: false, AreWhole: true));
    }

    private static IEnumerable<double> Values(SweepRange range) => range.Cast<double>();
}
