using System.Globalization;
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

    private static void AssertClose(PointD[][] polygons, FillRule rule, double tolerance)
    {
        const int Width = 20, Height = 20;
        double[,] expected = CoverageReference.Sample(polygons, rule, Width, Height, 256);
        double[,] actual = CoverageReference.Rasterize(polygons, rule, Width, Height);
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                Assert.True(Math.Abs(expected[x, y] - actual[x, y]) <= tolerance, string.Create(CultureInfo.InvariantCulture, $"({x}, {y}): {expected[x, y]} but {actual[x, y]}"));
        }
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
