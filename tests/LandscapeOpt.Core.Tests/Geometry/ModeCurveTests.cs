using LandscapeOpt.Geometry;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Geometry;

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
        Assert.Equal(61, curve.Points.Count);
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
