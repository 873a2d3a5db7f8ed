using LandscapeOpt.Geometry;
using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Tests.Geometry;

public sealed class SharpnessTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4.25)]
    [InlineData(10, 100.01)]
    public void Reparametrisation_changes_raw_sharpness_and_leaves_the_adaptive_one(double a, double lambda)
    {
        Sharpness s = Sharpness.Of(default(ScalarFactorization), new(a, 1 / a));
        Assert.Equal(lambda, s.LambdaMax, 12);
        Assert.Equal(0, s.LambdaMin, 12);
        Assert.Equal(2, s.AdaptiveLambdaMax, 12);
        Assert.Equal(Sharpness.Of(default(ScalarFactorization), new(1, 1)).Adaptive, s.Adaptive, 12);
    }

    [Fact]
    public void On_a_bowl_every_measure_is_known()
    {
        var set = new SharpnessSettings { Epsilon = 1e-3, Rho = 0.1, Deviation = 0.2 };
        Sharpness s = Sharpness.Of(new Quadratic(Lambda1: 3, Lambda2: 8, Angle: 30, CenterX: 0, CenterY: 0), new(0, 0), set);
        Assert.Equal(8, s.LambdaMax, 12);
        Assert.Equal(3, s.LambdaMin, 12);
        Assert.Equal(11, s.Trace, 12);
        Assert.Equal(Math.Sqrt(73), s.Frobenius, 12);
        Assert.Equal(0.5 * 8 * 0.01, s.Sam, 9);
        Assert.Equal(0.5 * 11 * 0.04, s.Average, 12);
        Assert.Equal(0, s.Adaptive);
    }

    [Fact]
    public void Keskars_measure_is_the_corner_of_its_box()
    {
        // f = (x² + 10 y²)/2 at (1, 0): the box's corner (1 + 2ε, ε).
        Sharpness s = Sharpness.Of(new Quadratic(), new(1, 0), new SharpnessSettings { Epsilon = 1e-3 });
        double corner = 0.5 * ((1.002 * 1.002) + (10 * 1e-6));
        Assert.Equal(100 * (corner - 0.5) / 1.5, s.Keskar, 12);
    }

    [Fact]
    public void Far_from_a_minimum_SAM_measures_the_gradient()
    {
        Sharpness s = Sharpness.Of(default(Himmelblau), new(0, 0), new SharpnessSettings { Rho = 1e-5 });
        Assert.Equal(1e-5 * s.GradientNorm, s.Sam, 7);
    }
}
