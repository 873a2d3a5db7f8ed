using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>
/// How a map's pixels become pixels of the page: each a whole number of them, so that nothing is blurred; or where the page is too small, whole
/// pixels of the page each the mean of some of the map's.
/// </summary>
/// <param name="Columns">The map's columns.</param>
/// <param name="Rows">The map's rows.</param>
/// <param name="Across">Pixels of the page for each column, where there is room.</param>
/// <param name="Up">Pixels of the page for each row, where there is room.</param>
internal readonly record struct MapFit(int Columns, int Rows, int Across, int Up)
{
    // What a map is wide or high if its pixels allow it, and the most that pages of ordinary density give to one.
    private const int Wanted = 1024, Largest = 2048;

    /// <summary>Pixels per point at which the largest maps keep every pixel.</summary>
    public static double ScaleFor((int Columns, int Rows) map) => Math.Max(2, Math.Ceiling(Math.Max(map.Columns, map.Rows) / (Largest / 2.0)));

    /// <summary>The fit that comes nearest to a good size and to the shape of what is shown.</summary>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="shape">Height over width of what is shown.</param>
    public static MapFit For(int columns, int rows, double shape)
    {
        shape = Math.Clamp(shape, 0.4, 2.5);
        double width = Wanted * Math.Min(1, 1 / shape), height = width * shape;
        MapFit best = new(columns, rows, 1, 1);
        double least = double.PositiveInfinity;
        foreach (int across in Around(width / columns))
        {
            foreach (int up in Around(height / rows))
            {
                double wide = (double)across * columns, high = (double)up * rows;
                double cost = (2.5 * Far(high / wide, shape)) + Far(Math.Max(wide, high), Wanted);
                if (cost < least)
                {
                    (least, best) = (cost, new(columns, rows, across, up));
                }
            }
        }

        return best;
    }

    /// <summary>The size on a page of ordinary density, in points.</summary>
    public (double Width, double Height) Size
    {
        get
        {
            double scale = ScaleFor((Columns, Rows));
            return (Across * Columns / scale, Up * Rows / scale);
        }
    }

    /// <summary>The largest image in some room, and how many pixels it has.</summary>
    /// <param name="room">The room; the image lies at its upper left corner, moved to the next whole pixel.</param>
    /// <param name="pixelsPerPoint">The page's density.</param>
    public (RectD Area, int Columns, int Rows) In(RectD room, double pixelsPerPoint)
    {
        double left = Math.Ceiling((room.X * pixelsPerPoint) - 1e-6), top = Math.Ceiling((room.Y * pixelsPerPoint) - 1e-6);
        int wide = Math.Max(1, (int)((room.Right * pixelsPerPoint) - left + 1e-6)), high = Math.Max(1, (int)((room.Bottom * pixelsPerPoint) - top + 1e-6));
        int common = Common(Across, Up), p = Across / common, q = Up / common;
        int times = (int)Math.Min(wide / ((long)p * Columns), high / ((long)q * Rows));
        (int width, int height) = times >= 1 ? (p * Columns * times, q * Rows * times) : Thinned(wide, high, (double)q * Rows / ((double)p * Columns));
        return (
            new(left / pixelsPerPoint, top / pixelsPerPoint, width / pixelsPerPoint, height / pixelsPerPoint),
            Math.Min(width, Columns),
            Math.Min(height, Rows));
    }

    // Keeps the shape as well as whole pixels allow.
    private (int Width, int Height) Thinned(int wide, int high, double shape)
    {
        double width = Math.Min(wide, high / shape);
        return (Whole((int)width, Columns), Whole((int)(width * shape), Rows));

        static int Whole(int pixels, int cells) => pixels < cells ? Math.Max(1, pixels) : pixels / cells * cells;
    }

    private static IEnumerable<int> Around(double ideal)
    {
        int whole = (int)Math.Max(1, ideal);
        return Enumerable.Range(Math.Max(1, whole - 1), 4);
    }

    private static double Far(double a, double b) => Math.Max(a / b, b / a) - 1;

    private static int Common(int a, int b) => b == 0 ? a : Common(b, a % b);
}
