using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class TicksTests
{
    [Fact]
    public void Linear_ticks_are_round_inside_and_evenly_spaced() => Prop.ForAll(
        ArbMap.Default.ArbFor<NormalFloat>(),
        ArbMap.Default.ArbFor<NormalFloat>(),
        Gen.Choose(2, 12).ToArbitrary(),
        (a, b, about) =>
        {
            (double min, double max) = (Math.Min(a.Get, b.Get), Math.Max(a.Get, b.Get));
            if (!(max - min > 1e-6 * Math.Max(Math.Abs(min), Math.Abs(max))) || !double.IsFinite(max - min))
            {
                return true;
            }

            TickSet ticks = TickSet.Linear(min, max, about);
            double slack = 1e-6 * (max - min);
            bool inside = ticks.Major.All(t => t.Value >= min - slack && t.Value <= max + slack);
            bool read = ticks.Major.All(t => Math.Abs(NumberTextTests.Read(t.Label) - t.Value) <= 1e-9 * (Math.Abs(t.Value) + (max - min)));
            double[] steps = [.. ticks.Major.Zip(ticks.Major.Skip(1), (s, t) => t.Value - s.Value)];
            bool even = steps.All(s => Math.Abs(s - steps[0]) <= 1e-6 * steps[0]);
            return inside && read && even && ticks.Major.Count <= about + 2 && ticks.Major.Select(t => t.Label).Distinct().Count() == ticks.Major.Count;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_step_is_one_two_or_five()
    {
        Assert.Equal(["0", "2", "4", "6", "8", "10"], Labels(TickSet.Linear(0, 10, 6)));
        Assert.Equal(["−0.10", "−0.05", "0.00", "0.05", "0.10"], Labels(TickSet.Linear(-0.1, 0.1, 5)));
        Assert.Equal(["−1", "0", "1", "2", "3"], Labels(TickSet.Linear(-1.5, 3.5, 6)));
    }

    [Fact]
    public void Large_and_small_numbers_stand_with_powers_of_ten()
    {
        Assert.Equal(["0", "2×10⁵", "4×10⁵", "6×10⁵", "8×10⁵", "10⁶"], Labels(TickSet.Linear(0, 1e6, 6)));
        Assert.Equal(["0", "10⁻⁵", "2×10⁻⁵"], Labels(TickSet.Linear(0, 2e-5, 2)));
    }

    [Fact]
    public void Steps_have_whole_numbers_only()
    {
        Assert.Equal(["0", "1"], Labels(TickSet.Linear(-0.5, 1.5, 8, whole: true)));
        Assert.Equal(["0", "5", "10", "15"], Labels(TickSet.Linear(-0.5, 19.5, 6, whole: true)));
        Assert.Equal(["0", "50\u202F000", "100\u202F000"], Labels(TickSet.Linear(0, 100_000, 3, whole: true)));
    }

    [Fact]
    public void A_tiny_interval_far_from_zero_still_has_its_ends()
    {
        TickSet ticks = TickSet.Linear(1e16, 1e16 + 4, 5);
        Assert.Equal(2, ticks.Major.Count);
    }

    [Fact]
    public void Logarithmic_ticks_are_powers_of_ten()
    {
        Assert.Equal(["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "1", "10"], Labels(TickSet.Logarithmic(5e-5, 30, 8)));
        Assert.Equal(["0.1", "1", "10", "100"], Labels(TickSet.Logarithmic(0.05, 300, 8)));
        Assert.Equal(["0.5", "1", "2", "5", "10"], Labels(TickSet.Logarithmic(0.3, 12, 7)));
        Assert.True(TickSet.Logarithmic(1e-300, 1e300, 6).Major.Count is >= 2 and <= 8);
    }

    [Fact]
    public void Symmetric_logarithmic_ticks_hold_zero_and_both_signs()
    {
        string[] labels = Labels(TickSet.SymmetricLogarithmic(-1000, 100, 1, 20));
        Assert.Equal(["−10³", "−10²", "−10", "−1", "0", "1", "10", "10²"], labels);
    }

    [Theory]
    [InlineData(ScaleKind.Linear)]
    [InlineData(ScaleKind.Log)]
    [InlineData(ScaleKind.Symlog)]
    public void Scales_map_their_ends_to_0_and_1_and_rise(ScaleKind kind)
    {
        Scale scale = kind switch { ScaleKind.Log => Scale.Log(0.01, 50), ScaleKind.Symlog => Scale.Symlog(-40, 50, 0.1), _ => Scale.Linear(-40, 50) };
        Assert.Equal(0, scale.Map(scale.Min), 12);
        Assert.Equal(1, scale.Map(scale.Max), 12);
        double last = double.NegativeInfinity;
        for (double v = scale.Min; v <= scale.Max; v += 0.37)
        {
            Assert.True(scale.Map(v) > last);
            last = scale.Map(v);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.NegativeInfinity, 3)]
    [InlineData(-1.7e308, 1.7e308)]
    [InlineData(-1e-320, 1e-320)]
    public void Impossible_ends_become_a_usable_axis(double min, double max)
    {
        foreach (Scale scale in new[] { Scale.Linear(min, max), Scale.Log(min, max), Scale.Symlog(min, max, 1e-3) })
        {
            Assert.True(scale.Max > scale.Min);
            Assert.True(double.IsFinite(scale.Map(0.5 * (scale.Min + scale.Max))));
            Assert.NotNull(scale.Ticks(5));
        }
    }

    private static string[] Labels(TickSet ticks) => [.. ticks.Major.Select(t => t.Label)];
}
