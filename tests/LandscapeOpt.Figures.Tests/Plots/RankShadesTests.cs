using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class RankShadesTests
{
    [Fact]
    public void As_many_are_below_as_the_shade_says_whatever_the_largest_is()
    {
        int[] sample = [.. Enumerable.Range(0, 1000).Select(i => i < 990 ? i : 10_000_000 * (i - 989) / 10)];
        var shades = new RankShades([.. sample]);
        Assert.True(shades[0] < 0.09);
        Assert.True(shades[10_000_000] > 0.99);
        Assert.Equal(500, shades.Quantile(0.5));
        Assert.Equal(10_000_000, shades.Quantile(1));
        var small = new RankShades([.. Enumerable.Range(5, 100)]);
        for (int i = 0; i < 100; i++)
        {
            Assert.Equal((i + 0.5) / 100, small[5 + i], 5);
        }
    }

    [Fact]
    public void Equal_numbers_share_a_shade()
    {
        var shades = new RankShades([7, 3, 7, 7, 9, 3]);
        Assert.Equal(1 / 6.0, shades[3], 5);
        Assert.Equal(3.5 / 6, shades[7], 5);
        Assert.Equal(5.5 / 6, shades[9], 5);
        Assert.True(shades.Vary);
        Assert.False(new RankShades([4, 4]).Vary);
    }

    [Fact]
    public void Numbers_outside_the_sample_take_the_nearest_shade()
    {
        var shades = new RankShades([3, 5, 9]);
        Assert.Equal(shades[3], shades[-100]);
        Assert.Equal(shades[9], shades[int.MaxValue]);
        Assert.Equal(0, new RankShades([])[5]);
    }
}
