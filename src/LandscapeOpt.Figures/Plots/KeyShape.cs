using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>How a key shows what an entry looks like in the picture.</summary>
public enum KeyShape
{
    /// <summary>A bar of the entry's colour.</summary>
    Bar,

    /// <summary>A dashed line.</summary>
    Dashed,

    /// <summary>A filled disc with a rim.</summary>
    Disc,

    /// <summary>A ring.</summary>
    Ring,

    /// <summary>A filled square with a rim.</summary>
    Square,

    /// <summary>A filled diamond with a rim.</summary>
    Diamond,

    /// <summary>A diagonal cross.</summary>
    Cross,
}

/// <summary>Draws the signs of a key.</summary>
internal static class KeyShapes
{
    private const double Size = 3.6;

    private static readonly double[] Dashes = [3.4, 1.9];

    /// <summary>How wide the room for a sign is.</summary>
    internal static double WidthOf(KeyShape shape) => shape is KeyShape.Bar or KeyShape.Dashed ? 14 : 9;

    /// <summary>Draws a sign in its room.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="left">Where the room begins.</param>
    /// <param name="middle">The height of its middle.</param>
    /// <param name="theme">The colours.</param>
    internal static void Draw(ICanvas canvas, KeyEntry entry, double left, double middle, Theme theme)
    {
        double width = WidthOf(entry.Shape);
        PointD at = new(left + (0.5 * width), middle);
        var rim = new Stroke(theme.Name == "dark" ? theme.Halo : theme.Ink, 0.8, LineJoin.Miter);
        switch (entry.Shape)
        {
            case KeyShape.Dashed:
                canvas.Stroke(VectorPath.Segment(new(left, middle), new(left + width, middle)), new(entry.Color, 1.6, Dashes: Dashes));
                break;
            case KeyShape.Disc:
                canvas.Stamp(Markers.Disc(Size), [at], entry.Color, rim);
                break;
            case KeyShape.Ring:
                canvas.Stamp(Markers.Disc(0.75 * Size), [at], theme.MarkerFill, new(entry.Color, 1));
                break;
            case KeyShape.Square:
                canvas.Stamp(Markers.Square(0.85 * Size), [at], entry.Color, rim);
                break;
            case KeyShape.Diamond:
                canvas.Stamp(Markers.Diamond(1.15 * Size), [at], entry.Color, rim);
                break;
            case KeyShape.Cross:
                canvas.Stamp(Markers.Cross(0.8 * Size), [at], null, new(entry.Color, 1.4, Cap: LineCap.Round));
                break;
            default:
                canvas.Fill(VectorPath.RoundedRectangle(new(left, middle - 2, width, 4), 1), entry.Color);
                break;
        }
    }
}
