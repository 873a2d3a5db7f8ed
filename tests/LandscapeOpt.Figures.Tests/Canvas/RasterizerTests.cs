using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class RasterizerTests
{
    [Theory]
    [InlineData(FillRule.NonZero)]
    [InlineData(FillRule.EvenOdd)]
    public void Random_polygons_cover_what_brute_force_says(FillRule rule)
    {
        var random = new Random(1);
        for (int trial = 0; trial < 60; trial++)
        {
            // Every third set lies on a coarse lattice: coinciding, touching and level edges.
            double lattice = trial % 3 == 0 ? 2 : 0;
            PointD[][] polygons = [.. Enumerable.Range(0, 1 + (trial % 3)).Select(_ => RandomPolygon(random, 3 + (trial % 7), lattice))];
            AssertClose(polygons, rule, 0.01);
        }
    }

    [Fact]
    public void A_chain_of_many_short_edges_leaks_nothing_to_its_right()
    {
        var random = new Random(2);
        for (int trial = 0; trial < 20; trial++)
        {
            // A wiggling closed band across the page, with far more edges than rows.
            var points = new List<PointD>();
            double y = 5 + (10 * random.NextDouble());
            for (int i = 0; i <= 200; i++)
                points.Add(new(1 + (i * 0.05), y += (random.NextDouble() - 0.5) * 0.3));
            for (int i = 200; i >= 0; i--)
                points.Add(new(1 + (i * 0.05), points[i].Y + 1.5));
            AssertClose([[.. points]], FillRule.NonZero, 0.02);
        }
    }

    [Fact]
    public void A_shape_that_leaves_a_crowd_of_edges_ends_where_it_ends()
    {
        // Sixty slivers on top of each other are sampled; the bar that starts among them and ends far to the right is exact.
        var random = new Random(3);
        var polygons = new List<PointD[]>();
        for (int i = 0; i < 60; i++)
            polygons.Add([new(1 + random.NextDouble(), 4), new(3 + random.NextDouble(), 4.1), new(2 + random.NextDouble(), 9)]);
        polygons.Add([new(2, 5.13), new(15.5, 5.13), new(15.5, 6.4), new(2, 6.4)]);
        double[,] actual = CoverageReference.Rasterize(polygons, FillRule.NonZero, 20, 20);
        for (int x = 6; x < 20; x++)
        {
            double share = x < 15 ? 1 : x == 15 ? 0.5 : 0;
            Assert.Equal(0.87 * share, actual[x, 5], 9);
            Assert.Equal(0.4 * share, actual[x, 6], 9);
            Assert.Equal(0, actual[x, 8], 9);
        }
    }

    [Fact]
    public void A_crowd_of_edges_is_sampled_to_within_a_few_percent()
    {
        var random = new Random(4);
        PointD[][] polygons = [.. Enumerable.Range(0, 90).Select(_ => RandomPolygon(random, 3, 0))];
        double[,] expected = CoverageReference.Sample(polygons, FillRule.EvenOdd, 20, 20, 256);
        double[,] actual = CoverageReference.Rasterize(polygons, FillRule.EvenOdd, 20, 20);
        CanvasProbe.AssertClose(expected, actual, 0.12);
        Assert.Equal(expected.Cast<double>().Sum(), actual.Cast<double>().Sum(), 1.0);
    }

    private static void AssertClose(PointD[][] polygons, FillRule rule, double tolerance)
    {
        const int Width = 20, Height = 20;
        double[,] expected = CoverageReference.Sample(polygons, rule, Width, Height, 256);
        CanvasProbe.AssertClose(expected, CoverageReference.Rasterize(polygons, rule, Width, Height), tolerance);
    }

    private static PointD[] RandomPolygon(Random random, int corners, double lattice)
    {
        return [.. Enumerable.Range(0, corners).Select(_ => new PointD(Coordinate(), Coordinate()))];

        double Coordinate()
        {
            double v = (random.NextDouble() * 30) - 5;
            return lattice > 0 ? Math.Round(v / lattice) * lattice : v;
        }
    }
}
