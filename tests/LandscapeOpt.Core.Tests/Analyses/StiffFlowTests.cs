using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Analyses;

/// <summary>Where the gradient flow ends.</summary>
public sealed class StiffFlowTests
{
    [Fact]
    public void A_narrow_bent_valley_is_followed_to_its_end()
    {
        Point end = Assert.IsType<Point>(StiffFlow.MinimumBelow(new Rosenbrock(), new(-1.2, 1)));
        Assert.Equal(1, end.X, 12);
        Assert.Equal(1, end.Y, 12);
    }

    [Fact]
    public void Every_start_leads_where_tiny_steps_down_lead()
    {
        ILandscape landscape = default(Himmelblau);
        for (int i = 0; i < 36; i++)
        {
            Point start = new(-4.9 + (1.87 * (i % 6)), -4.8 + (1.83 * Math.Floor(i / 6.0))), w = start;
            for (int k = 0; k < 20_000 && ((Point)landscape.Gradient(w).Gradient).Norm > 1e-6; k++)
            {
                w -= 1e-3 * (Point)landscape.Gradient(w).Gradient;
            }

            Point end = Assert.IsType<Point>(StiffFlow.MinimumBelow(landscape, start));
            Assert.True((end - w).Norm < 1e-4, Invariant($"from {start}: {end} and not {w}"));
        }
    }

    [Fact]
    public void A_flow_that_ends_in_no_minimum_says_so()
    {
        Assert.Null(StiffFlow.MinimumBelow(default(MonkeySaddle), new(0, 0)));
        Assert.Null(StiffFlow.MinimumBelow(default(MonkeySaddle), new(-1, 0.3)));
        Assert.Null(StiffFlow.MinimumBelow(new Quadratic(Lambda1: -1, Lambda2: 1, Angle: 0, CenterX: 0, CenterY: 0), new(0, 0)));
    }
}
