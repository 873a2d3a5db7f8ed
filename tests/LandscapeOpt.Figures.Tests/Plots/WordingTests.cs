using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class WordingTests
{
    private static readonly TextStyle Style = new(Typography.Subtitle, Color.Black);

    [Theory]
    [InlineData("Rosenbrock's valley", "Rosenbrock’s valley")]
    [InlineData("the averages' loss", "the averages’ loss")]
    [InlineData("called 'hard' here", "called 'hard' here")]
    [InlineData("no mark", "no mark")]
    public void Apostrophes_are_printed_ones(string typed, string printed) => Assert.Equal(printed, Typography.Polish(typed));

    [Theory]
    [InlineData("from 3.2e-5 to 0.595", "from 3.2×10⁻⁵ to 0.595")]
    [InlineData("1e12*(x)", "10¹²*(x)")]
    [InlineData("at (-1, 2)", "at (−1, 2)")]
    [InlineData("easy-hard in 2-D", "easy-hard in 2-D")]
    [InlineData("2E+3", "2×10³")]
    public void Numbers_of_programs_are_printed_ones(string typed, string printed) => Assert.Equal(printed, NumberText.Typeset(typed));

    [Fact]
    public void No_word_is_left_alone_on_the_last_line()
    {
        const string Text = "three-hump-camel, 1000 steps from (1.2, −1). gd (learning rate 0.01). A marker every 50 steps.";
        double whole = Typography.Width(Text, Style);
        for (double share = 0.55; share < 0.98; share += 0.02)
        {
            IReadOnlyList<string> lines = Typography.Wrap(Text, Style, share * whole, 4);
            Assert.Equal(Text, string.Join(' ', lines));
            Assert.Equal(2, lines.Count);
            Assert.All(lines, l => Assert.True(Typography.Width(l, Style) <= share * whole));
            Assert.True(Typography.Width(lines[^1], Style) >= 0.3 * share * whole, lines[^1]);
        }
    }

    [Fact]
    public void A_logarithmic_axis_of_numbers_of_both_signs_is_symmetric()
    {
        Scale scale = DataRange.Axis([[100, -50, 10, -1, 0.5]], ScaleKind.Log);
        Assert.Equal(ScaleKind.Symlog, scale.Kind);
        Assert.True(scale.Map(-50) is >= 0 and < 0.5 && scale.Map(100) is > 0.5 and <= 1);
        double[] places = [.. scale.Ticks(6).Major.Select(t => scale.Map(t.Value))];
        Assert.True(places.Length >= 2);
        Assert.All(places.Zip(places.Skip(1)), p => Assert.True(p.Second - p.First >= 0.6 / 6));
    }

    [Fact]
    public void What_falls_without_end_does_not_flatten_the_rest()
    {
        Scale scale = DataRange.Axis([[0.1, 0.05, -0.2, -3, -1e8, -1e28]], null);
        Assert.True(scale.Min >= -1e7);
        Assert.True(scale.Map(0.1) - scale.Map(-3) > 0.15);
        Assert.True(scale.Map(-1e28) < 0);
    }
}
