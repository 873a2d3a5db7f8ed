using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

/// <summary>Draws black on white at one pixel per point and tells how much ink lies where.</summary>
internal static class CanvasProbe
{
    /// <summary>The coverage of each pixel as far as 8 bits tell.</summary>
    public static double[,] Coverage(int width, int height, Action<ICanvas> draw)
    {
        var canvas = new RasterCanvas(width, height, 1, Color.White);
        draw(canvas);
        PixelImage image = canvas.ToImage();
        var coverage = new double[width, height];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                coverage[x, y] = (255 - image[x, y].R) / 255.0;
        }

        return coverage;
    }

    /// <summary>The covered area.</summary>
    public static double Ink(int width, int height, Action<ICanvas> draw) => Coverage(width, height, draw).Cast<double>().Sum();

    /// <summary>Fails where two grids of coverage differ.</summary>
    public static void AssertClose(double[,] expected, double[,] actual, double tolerance)
    {
        for (int y = 0; y < expected.GetLength(1); y++)
        {
            for (int x = 0; x < expected.GetLength(0); x++)
            {
                if (!(Math.Abs(expected[x, y] - actual[x, y]) <= tolerance))
                    Assert.Fail(FormattableString.Invariant($"Pixel ({x}, {y}) should be covered by {expected[x, y]:F5} but is by {actual[x, y]:F5}."));
            }
        }
    }
}
