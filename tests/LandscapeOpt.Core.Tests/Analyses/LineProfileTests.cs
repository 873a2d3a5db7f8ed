using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Tests.Analyses;

public sealed class LineProfileTests
{
    [Fact]
    public void On_a_parabola_everything_is_known()
    {
        // f = (x² + 10 y²)/2 on the x axis from −1 to 1: φ = (2t − 1)²/2.
        LineProfile line = LineProfile.Between(new Quadratic(), new(-1, 0), new(1, 0), 101);
        Assert.All(line.Samples, s =>
        {
            double u = (2 * s.T) - 1;
            Assert.Equal(0.5 * u * u, s.Loss, 14);
            Assert.Equal(2 * u, s.Slope, 13);
            Assert.Equal(4, s.Curvature, 13);
        });
        Assert.False(line.IsMonotone);
        Assert.Equal(0.5, line.LargestRise, 14);
        Assert.Equal(1, line.LargestRiseAt);
        Assert.Equal(50, line.Rises);
        Assert.Equal(0, line.BarrierAboveChord);
        Assert.Equal(0, line.BarrierAboveEnds);
    }

    [Fact]
    public void A_descent_into_a_bowl_is_monotone()
    {
        LineProfile line = LineProfile.Between(new Quadratic(), new(2, 1), new(0, 0), 101);
        Assert.True(line.IsMonotone);
        Assert.Equal(0, line.Rises);
    }

    [Fact]
    public void The_barrier_between_sharp_and_flat_is_the_saddle_on_the_line()
    {
        LineProfile line = LineProfile.Between(new SharpFlat(), new(-1, 0), new(1, 0), 100_001);
        Assert.Equal(1.644735626510065, line.BarrierAboveEnds, 8);
        Assert.Equal(line.BarrierAboveEnds, line.BarrierAboveChord, 15);
        Assert.Equal((1 + 0.248306437567298) / 2, line.HighestAt, 5);
    }

    [Fact]
    public void Components_add_up_to_the_objective()
    {
        LineProfile line = LineProfile.Between(new EasyHard(), new(-1, 1), new(2, 2), 51);
        Assert.Equal(["easy", "hard"], line.ComponentNames);
        Assert.All(line.Samples, s => Assert.Equal(s.Loss, 0.5 * (s.Components[0] + s.Components[1]), 14));
    }

    [Fact]
    public void Slope_and_curvature_are_the_derivatives_of_the_loss()
    {
        LineProfile line = LineProfile.Between(default(Himmelblau), new(-2, 1), new(3, -1), 10_001);
        const double H = 1e-4;
        for (int i = 1000; i < 10_000; i += 1000)
        {
            (double before, double here, double after) = (line.Samples[i - 1].Loss, line.Samples[i].Loss, line.Samples[i + 1].Loss);
            Assert.Equal((after - before) / (2 * H), line.Samples[i].Slope, 1e-3);
            Assert.Equal((after - (2 * here) + before) / (H * H), line.Samples[i].Curvature, 1e-2);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Too_few_samples_are_refused(int points) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LineProfile.Between(new Quadratic(), new(0, 0), new(1, 1), points));
}
