using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Tests.Reference;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Analyses;

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
    public void Agrees_with_dense_quadrature_and_search()
    {
        ReferenceTable table = ReferenceTable.Read("sharpness.csv");
        for (int row = 0; row < table.Rows.Count; row++)
        {
            Sharpness s = At(table.Text(row, "landscape"), table.Number(row, "x"), table.Number(row, "y"), table.Number(row, "rho"));
            foreach ((string name, double value) in s.Values.Where(v => v.Name.EndsWith("_sharpness", StringComparison.Ordinal)))
            {
                double expected = table.Number(row, name);
                Assert.True(Math.Abs(value - expected) <= 1e-6 * Math.Abs(expected), Invariant($"row {row}, {name}: expected {expected}, got {value}"));
            }
        }
    }

    /// <summary>Waves that a few nodes do not see.</summary>
    [Theory]
    [InlineData("levy-13", 0.896, 1.739, 0.384, -0.016874)]
    [InlineData("ackley", 1.625, -0.931, 0.359, 0.0227)]
    [InlineData("rastrigin", -0.159, 0.876, 0.44, 12.640)]
    public void Mean_sharpness_sees_waves(string name, double x, double y, double deviation, double expected) =>
        Assert.Equal(expected, At(name, x, y, deviation).Average, 0.005 * Math.Abs(expected));

    /// <summary>Of cos ωx the mean over normal noise is known: exp(−ω² s²/2) cos ωx, also where ω s is a whole number of turns for some grids.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(12.566370614359172)]
    [InlineData(25.132741228718345)]
    public void Mean_sharpness_of_a_wave_is_exact(double frequency)
    {
        var wave = new Expression(new Formula(Invariant($"cos({frequency} x) + 0 y")));
        Sharpness s = Sharpness.Of(wave, new(0.1, 0), new SharpnessSettings { Deviation = 1 });
        Assert.Equal((Math.Exp(-0.5 * frequency * frequency) - 1) * Math.Cos(0.1 * frequency), s.Average, 1e-9);
    }

    [Theory]
    [InlineData("levy-13", 0.551, -1.632, 0.301, 4.951765)]
    [InlineData("hard", 1.0556, 0.5045, 0.2014, 0.0351339)]
    public void The_highest_rise_is_climbed_to_its_top(string name, double x, double y, double rho, double expected)
    {
        double adaptive = At(name, x, y, rho).Adaptive;
        Assert.Equal(expected, adaptive, 1e-6);

        // Nothing on a dense ring near the rim, nor inside, is higher.
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        double here = landscape.Loss(new(x, y));
        for (int i = 0; i < 20_000; i++)
        {
            for (int j = 1; j <= 20; j++)
            {
                double angle = 2 * Math.PI * i / 20_000, r = rho * j / 20;
                double rise = landscape.Loss(new(x + (r * Math.Abs(x) * Math.Cos(angle)), y + (r * Math.Abs(y) * Math.Sin(angle)))) - here;
                if (rise > adaptive * (1 + 1e-9))
                {
                    Assert.Fail(Invariant($"{rise} at {angle}, {r}"));
                }
            }
        }
    }

    private static Sharpness At(string name, double x, double y, double radius) => Sharpness.Of(
        (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype, new(x, y),
            new SharpnessSettings { Rho = radius, Deviation = radius, AdaptiveRho = radius });

    [Fact]
    public void Far_from_a_minimum_SAM_measures_the_gradient()
    {
        Sharpness s = Sharpness.Of(default(Himmelblau), new(0, 0), new SharpnessSettings { Rho = 1e-5 });
        Assert.Equal(1e-5 * s.GradientNorm, s.Sam, 7);
    }
}
