using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Analyses;

public sealed class ModeCurveTests
{
    private static readonly Point East = new(3, 2), South = new(3.584428340330492, -1.848126526964404), West = new(-3.779310253377747, -3.283185991286169);

    [Fact]
    public void The_minimum_energy_path_crosses_the_saddle_between_two_minima()
    {
        ModeCurve path = ModeCurve.Between(default(Himmelblau), East, South, CurveKind.MinimumEnergy);
        CriticalFinding saddle = Assert.Single(path.Saddles);
        Assert.Equal(3.385154183607021, saddle.At.X, 12);
        Assert.Equal(0.07385187983774929, saddle.At.Y, 12);
        Assert.Equal(13.31192627040559, path.Barrier, 12);

        // Its points lie where the gradient has no part across the path.
        for (int i = 2; i < path.Points.Count - 2; i++)
        {
            Point along = path.Points[i + 1] - path.Points[i - 1], g = default(Himmelblau).As().Gradient(path.Points[i]).Gradient;
            double across = ((along.X * g.Y) - (along.Y * g.X)) / along.Norm;
            Assert.True(Math.Abs(across) < 0.25, Invariant($"{i}: {across}"));
        }
    }

    [Fact]
    public void A_path_over_two_saddles_names_both()
    {
        ModeCurve path = ModeCurve.Between(default(Himmelblau), East, West, CurveKind.MinimumEnergy);
        Assert.Equal([67.71915008752614, 104.0151629175581], path.Saddles.Select(s => Math.Round(s.Loss, 12)), (a, b) => Math.Abs(a - b) < 1e-10);
    }

    [Theory]
    [InlineData(CurveKind.Polychain)]
    [InlineData(CurveKind.Bezier)]
    public void A_trained_curve_has_a_lower_mean_than_the_line_and_keeps_its_ends(CurveKind kind)
    {
        ModeCurve curve = ModeCurve.Between(default(Himmelblau), East, South, kind);
        double line = Enumerable.Range(0, ModeCurve.Samples).Average(i => default(Himmelblau).As().Loss(East + (i / 60.0 * (South - East))));
        Assert.True(curve.Mean < 0.7 * line, Invariant($"{curve.Mean} against {line}"));
        Assert.Equal(East, curve.Points[0]);
        Assert.Equal(0, (South - curve.Points[^1]).Norm, 14);
    }

    public static TheoryData<string, double, double, double, double> Ends => new()
    {
        { "styblinski-tang", -2.903534027771177, -2.903534027771177, 2.7468027709908366, 2.7468027709908366 },
        { "six-hump-camel", 0.08984201368301331, -0.7126564032704135, -0.08984201368301331, 0.7126564032704135 },
        { "himmelblau", 3, 2, -3.779310253377747, -3.283185991286169 },
        { "rastrigin", 0, 0, 2.9848557, 1.9899122 },
    };

    /// <summary>No point of a drawn curve, however densely looked at, is higher than what is said, and the highest is among those drawn.</summary>
    [Theory]
    [MemberData(nameof(Ends))]
    public void The_highest_loss_is_that_of_the_drawn_curve(string name, double x0, double y0, double x1, double y1)
    {
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        Point from = new(x0, y0), to = new(x1, y1);
        foreach (ModeCurve curve in (ModeCurve[])
        [
            ModeCurve.Straight(landscape, from, to),
            ModeCurve.Between(landscape, from, to, CurveKind.Polychain),
            ModeCurve.Between(landscape, from, to, CurveKind.Bezier),
        ])
        {
            Assert.Equal(curve.Highest, curve.Losses.Max());
            double tolerance = 1e-9 * (1 + Math.Abs(curve.Highest));
            Point[] nodes = [curve.Points[0], .. curve.Bends, curve.Points[^1]];
            for (int i = 0; i <= 200_000; i++)
            {
                double t = i / 200_000.0;
                Point at = curve.Kind == CurveKind.Bezier ? ((1 - t) * (1 - t) * nodes[0]) + (2 * t * (1 - t) * nodes[1]) + (t * t * nodes[2])
                    : nodes.Length == 2 ? nodes[0] + (t * (nodes[1] - nodes[0]))
                    : t < 0.5 ? nodes[0] + (2 * t * (nodes[1] - nodes[0])) : nodes[1] + (((2 * t) - 1) * (nodes[2] - nodes[1]));
                double loss = landscape.Loss(at);
                if (loss > curve.Highest + tolerance)
                {
                    Assert.Fail(Invariant($"{curve.Kind}: {loss} at {at}, said {curve.Highest}"));
                }
            }

            double[] steps = [.. curve.Points.Zip(curve.Points.Skip(1), (a, b) => (b - a).Norm)];
            Assert.True(steps.Max() < 1.1 * curve.Length / 200, "the shown points are equally far apart, with a few between them");
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void No_curve_stays_below_the_lowest_pass(string name, double x0, double y0, double x1, double y1)
    {
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        ModeCurve path = ModeCurve.Between(landscape, new(x0, y0), new(x1, y1), CurveKind.MinimumEnergy);
        Assert.True(path.IsLowest);
        Assert.All(path.Saddles, s => Assert.Contains(s.At, path.Points));
        Assert.All([CurveKind.Polychain, CurveKind.Bezier], kind =>
            Assert.True(ModeCurve.Between(landscape, new(x0, y0), new(x1, y1), kind).Highest >= path.Highest - 1e-9));
    }

    [Fact]
    public void Curves_go_round_a_hill_on_the_line()
    {
        // The straight line goes over the hill at (0.157, 0.157), 0.391 high.
        Point low = new(-2.903534027771177, -2.903534027771177), high = new(2.7468027709908366, 2.7468027709908366);
        Assert.Equal(0.391, ModeCurve.Straight(default(StyblinskiTang), low, high).Highest, 3);
        Assert.All([CurveKind.Polychain, CurveKind.Bezier], kind => Assert.True(ModeCurve.Between(default(StyblinskiTang), low, high, kind).Highest < -22));
    }

    [Fact]
    public void The_path_takes_the_lowest_passes_and_not_those_nearest_to_the_line()
    {
        ModeCurve path = ModeCurve.Between(new Averaged(), new(2.147855, 2.015011), new(-0.472189, 0.510301), CurveKind.MinimumEnergy);
        Assert.Equal(1.595393, path.Highest, 6);
        Assert.Contains(path.Saddles, s => (s.At - new Point(-0.257084, 0.295121)).Norm < 1e-6);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1e308)]
    public void From_an_end_out_of_reach_there_is_still_a_string(double far)
    {
        ModeCurve path = ModeCurve.Between(default(Himmelblau), new(-far, far), East, CurveKind.MinimumEnergy);
        Assert.False(path.IsLowest);
        Assert.Equal(East, path.Points[^1]);
    }

    [Fact]
    public void Where_the_lowest_pass_is_not_certain_the_path_is_one_of_several()
    {
        // Kinks may be passes too, and below a plane there is always another way round.
        Assert.False(ModeCurve.Between(default(Ackley), new(0, 0), new(0.968477, 0.968477), CurveKind.MinimumEnergy).IsLowest);
        var tilted = new Expression(new Formula("sin(x) sin(y)"));
        Assert.False(ModeCurve.Between(tilted, new(-Math.PI / 2, Math.PI / 2), new(Math.PI / 2, -Math.PI / 2), CurveKind.MinimumEnergy).IsLowest);
    }

    [Fact]
    public void On_an_axis_of_symmetry_a_curve_still_leaves_the_line()
    {
        // A ridge on the x axis between two minima on it.
        var landscape = new Expression(new Formula("(x^2 - 1)^2 + 2 exp(-4 y^2) (1 - x^2)^2 + 0.1 y^2"));
        ModeCurve curve = ModeCurve.Between(landscape, new(-1, 0), new(1, 0), CurveKind.Polychain);
        Assert.True(Math.Abs(curve.Bends[0].Y) > 0.1, Invariant($"{curve.Bends[0]}"));
    }

    [Fact]
    public void Length_and_means_of_a_straight_path_are_exact()
    {
        Point[] points = [.. Enumerable.Range(0, 11).Select(i => new Point(0.3 * i, 0.4 * i))];
        var curve = new ModeCurve(CurveKind.Polychain, points, [.. points.Select((_, i) => (double)i)]);
        Assert.Equal(5, curve.Length, 14);
        Assert.Equal(5, curve.Mean, 14);
        Assert.Equal(5, curve.MeanByLength, 14);
        Assert.Equal(0, curve.Barrier);
    }
}

internal static class LandscapeExtensions
{
    /// <summary>The landscape as its interface, whose members are explicit.</summary>
    internal static ILandscape As<T>(this T landscape)
        where T : struct, ILandscape<T> => landscape;
}
