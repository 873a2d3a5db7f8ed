using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Where a path leaves the picture for good.</summary>
/// <param name="Row">The last row inside.</param>
/// <param name="At">The place on the frame.</param>
/// <param name="Direction">The way it goes.</param>
public readonly record struct PathExit(int Row, PointD At, PointD Direction);

/// <summary>A path over a map: a coloured line with a halo and hollow markers. Points may be anywhere, or nowhere.</summary>
public sealed partial class PathLayer
{
    private const double Far = 1e6;
    private const int ManyPoints = 3000;

    private readonly Frame frame;
    private readonly PointD[] places;

    // Of long paths, which segments (by the index of their ends) can be seen; null where all are drawn.
    private readonly System.Collections.BitArray? visible;

    /// <summary>Puts a path's points on the canvas.</summary>
    /// <param name="frame">The plot.</param>
    /// <param name="xs">First coordinates.</param>
    /// <param name="ys">Second coordinates.</param>
    public PathLayer(Frame frame, ReadOnlySpan<double> xs, ReadOnlySpan<double> ys)
    {
        this.frame = frame;
        places = new PointD[xs.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = Near(frame.Place(xs[i], ys[i]));
        }

        visible = places.Length > ManyPoints ? PathCover.Visible(places, frame.Area) : null;
    }

    /// <summary>The points on the canvas, those far away drawn in; NaN where the path has none.</summary>
    public ReadOnlySpan<PointD> Places => places;

    /// <summary>Where the path leaves the frame and does not come back; null where it ends inside.</summary>
    public PathExit? Exit
    {
        get
        {
            if (places.Length == 0 || (places[^1].IsFinite && frame.Area.Contains(places[^1])))
            {
                return null;
            }

            for (int i = places.Length - 2; i >= 0; i--)
            {
                if (frame.Area.Contains(places[i]))
                {
                    PointD from = places[i], to = places[i + 1];
                    var direction = new PointD(to.X - from.X, to.Y - from.Y);
                    return Clipping.Clip(frame.Area, ref from, ref to) ? new(i, to, direction) : null;
                }
            }

            return null;
        }
    }

    /// <summary>Takes the path's place, so that labels keep off it.</summary>
    /// <param name="occupancy">Where to mark.</param>
    /// <param name="weight">How bad it is to cover the path.</param>
    public void Mark(Occupancy occupancy, byte weight = 160)
    {
        PointD last = default;
        bool hasLast = false;
        for (int i = 0; i < places.Length; i++)
        {
            PointD p = places[i];
            if (!p.IsFinite)
            {
                hasLast = false;
                continue;
            }

            if (hasLast && visible?[i] == false)
            {
                last = p;
                continue;
            }

            if (!hasLast)
            {
                occupancy.Add(new RectD(p.X - 2.5, p.Y - 2.5, 5, 5), weight);
            }
            else if (Distance(last, p) > 1)
            {
                occupancy.Add(last, p, 5, weight);
            }
            else
            {
                continue;
            }

            (last, hasLast) = (p, true);
        }
    }

    /// <summary>Draws what sets the line apart from the map; for several paths before all lines.</summary>
    /// <param name="canvas">The canvas; the caller clips to the frame.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="width">Line width in points.</param>
    public void DrawHalo(ICanvas canvas, Theme theme, double width) => DrawLine(canvas, _ => theme.Halo.WithAlpha(0.9), width + 2.2);

    /// <summary>Draws the line.</summary>
    /// <param name="canvas">The canvas; the caller clips to the frame.</param>
    /// <param name="colorOf">The colour of the segment that leaves a row.</param>
    /// <param name="width">Line width in points.</param>
    /// <param name="dashes">Dash pattern; empty for solid.</param>
    public void DrawLine(ICanvas canvas, Func<int, Color> colorOf, double width, ReadOnlyMemory<double> dashes = default)
    {
        var groups = new List<(Color Color, VectorPath Path)>();
        RectD reach = frame.Area.Inflate(20);
        double leastMove = places.Length > 20_000 ? 0.5 : 0.15;
        PointD anchor = default, pen = default;
        Color current = default;
        bool hasAnchor = false, isDown = false;
        for (int i = 0; i < places.Length; i++)
        {
            if (!places[i].IsFinite)
            {
                hasAnchor = isDown = false;
                continue;
            }

            if (!hasAnchor)
            {
                (anchor, hasAnchor, isDown) = (places[i], true, false);
                continue;
            }

            Color color = colorOf(i - 1);
            bool isSame = groups.Count > 0 && isDown && color == current;
            if (Distance(anchor, places[i]) < leastMove && i < places.Length - 1)
            {
                continue;
            }

            PointD from = anchor, to = places[i];
            anchor = to;
            if (visible?[i] == false)
            {
                isDown = false;
                continue;
            }

            if (!Clipping.Clip(reach, ref from, ref to))
            {
                isDown = false;
                continue;
            }

            bool joins = isDown && from == pen;
            if (!joins || !isSame)
            {
                groups.Add((color, new VectorPath(64).MoveTo(from)));
            }

            groups[^1].Path.LineTo(to);
            (pen, current, isDown) = (to, color, true);
        }

        foreach ((Color color, VectorPath path) in groups)
        {
            canvas.Stroke(path, new(color, width, Cap: dashes.IsEmpty ? LineCap.Round : LineCap.Butt, Dashes: dashes));
        }
    }

    // Keeps the direction from the middle of the plot; what is infinite in one coordinate only goes straight along it.
    private PointD Near(PointD p)
    {
        if (double.IsNaN(p.X) || double.IsNaN(p.Y))
        {
            return new(double.NaN, double.NaN);
        }

        PointD middle = frame.Area.Center;
        double dx = p.X - middle.X, dy = p.Y - middle.Y, largest = Math.Max(Math.Abs(dx), Math.Abs(dy));
        if (largest <= Far)
        {
            return p;
        }

        return double.IsInfinity(largest)
            ? new(middle.X + (double.IsInfinity(dx) ? Math.CopySign(Far, dx) : 0), middle.Y + (double.IsInfinity(dy) ? Math.CopySign(Far, dy) : 0))
            : new(middle.X + (dx / largest * Far), middle.Y + (dy / largest * Far));
    }

    private static double Distance(PointD a, PointD b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
