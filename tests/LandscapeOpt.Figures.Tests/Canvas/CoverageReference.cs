using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Canvas.Raster;

namespace LandscapeOpt.Figures.Tests.Canvas;

/// <summary>Coverage by brute force: winding numbers at many points of every pixel.</summary>
internal static class CoverageReference
{
    public static double[,] Sample(IReadOnlyList<PointD[]> polygons, FillRule rule, int width, int height, int perSide)
    {
        var coverage = new double[width, height];
        for (int row = 0; row < height * perSide; row++)
        {
            double y = (row + 0.5) / perSide;
            var crossings = new List<(double X, int Winding)>();
            foreach (PointD[] polygon in polygons)
            {
                for (int i = 0; i < polygon.Length; i++)
                {
                    (PointD a, PointD b) = (polygon[i], polygon[(i + 1) % polygon.Length]);
                    if (a.Y <= y != b.Y <= y)
                        crossings.Add((a.X + ((b.X - a.X) * ((y - a.Y) / (b.Y - a.Y))), a.Y < b.Y ? 1 : -1));
                }
            }

            crossings.Sort();
            int winding = 0;
            for (int i = 0; i + 1 < crossings.Count; i++)
            {
                winding += crossings[i].Winding;
                if (rule == FillRule.NonZero ? winding != 0 : winding % 2 != 0)
                    AddSpan(coverage, crossings[i].X, crossings[i + 1].X, row / perSide, 1.0 / perSide);
            }
        }

        return coverage;
    }

    /// <summary>What the rasterizer says about the same polygons.</summary>
    public static double[,] Rasterize(IReadOnlyList<PointD[]> polygons, FillRule rule, int width, int height)
    {
        var rasterizer = new Rasterizer();
        rasterizer.Begin(new(0, 0, width, height));
        foreach (PointD[] polygon in polygons)
        {
            for (int i = 0; i < polygon.Length; i++)
                rasterizer.Add(polygon[i], polygon[(i + 1) % polygon.Length]);
        }

        var sink = new CoverageGrid(width, height);
        rasterizer.Sweep(rule, ref sink);
        return sink.Values;
    }

    private static void AddSpan(double[,] coverage, double from, double to, int row, double height)
    {
        from = Math.Clamp(from, 0, coverage.GetLength(0));
        to = Math.Clamp(to, 0, coverage.GetLength(0));
        for (int x = (int)from; x < to; x++)
            coverage[x, row] += height * (Math.Min(to, x + 1) - Math.Max(from, x));
    }
}

/// <summary>Collects coverages; a pixel that is reported twice is an error.</summary>
internal sealed class CoverageGrid(int width, int height) : ICoverageSink
{
    public double[,] Values { get; } = new double[width, height];

    public void Pixels(int y, int x, ReadOnlySpan<double> coverage)
    {
        for (int i = 0; i < coverage.Length; i++)
            Set(x + i, y, coverage[i]);
    }

    public void Run(int y, int from, int to, double coverage)
    {
        for (int x = from; x < to; x++)
            Set(x, y, coverage);
    }

    private void Set(int x, int y, double coverage)
    {
        Assert.InRange(coverage, 0, 1);
        Assert.Equal(0, Values[x, y]);
        Values[x, y] = coverage;
    }
}
