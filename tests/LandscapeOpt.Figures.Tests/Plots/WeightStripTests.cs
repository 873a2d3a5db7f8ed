using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class WeightStripTests
{
    [Fact]
    public void One_huge_weight_does_not_flatten_the_others()
    {
        double[] ones = [.. Enumerable.Repeat(1.0, 100)], spiked = [.. ones];
        spiked[50] = 340;
        var calm = new WeightStrip([ones, ones], 100);
        var wild = new WeightStrip([spiked, ones], 100);
        Assert.Equal(1, calm.Highest);
        Assert.Equal(1.5, wild.Highest);
        Assert.Equal(340, wild.Largest);
        Assert.Equal(1, WeightStrip.HighestOf([calm, calm]));
        Assert.InRange(WeightStrip.HighestOf([calm, wild]), 1.5, 2.4);
    }

    [Fact]
    public void Weights_of_a_common_size_are_all_shown_whole()
    {
        double[] rising = [.. Enumerable.Range(0, 20).Select(t => t / 19.0)];
        var strip = new WeightStrip([rising, rising], 20);
        Assert.Equal(strip.Largest, strip.Highest);
    }

    [Fact]
    public void Without_weights_there_is_still_an_axis() => Assert.Equal(1, WeightStrip.HighestOf([new([], 3)]));

    [Fact]
    public void Names_keep_both_ends()
    {
        var style = new TextStyle(9, Color.Black);
        string short0 = Typography.FitName("an-optimizer-with-a-rather-long-name-10", style, 90), short1 =
            Typography.FitName("an-optimizer-with-a-rather-long-name-11", style, 90);
        Assert.NotEqual(short0, short1);
        Assert.StartsWith("an-", short0, StringComparison.Ordinal);
        Assert.EndsWith("-10", short0, StringComparison.Ordinal);
        Assert.Contains('…', short0);
        Assert.True(Typography.Width(short0, style) <= 90);
        Assert.Equal("adam", Typography.FitName("adam", style, 90));
    }
}
