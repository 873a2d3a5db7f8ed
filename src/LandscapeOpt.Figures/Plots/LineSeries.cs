using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A line of a chart, with a band around it where it stands for several.</summary>
/// <param name="Name">What it is.</param>
/// <param name="X">Horizontal values, rising.</param>
/// <param name="Y">Vertical values; the line breaks where one is not finite.</param>
/// <param name="Color">Its colour.</param>
public sealed record LineSeries(string Name, double[] X, double[] Y, Color Color)
{
    /// <summary>Line width in points.</summary>
    public double Width { get; init; } = 1.6;

    /// <summary>Dash pattern; empty for solid.</summary>
    public ReadOnlyMemory<double> Dashes { get; init; }

    /// <summary>Lower border of the band; empty for none.</summary>
    public double[] Lower { get; init; } = [];

    /// <summary>Upper border of the band.</summary>
    public double[] Upper { get; init; } = [];

    /// <summary>The last point with a finite value that the axes show, on the canvas; null where there is none.</summary>
    /// <param name="frame">The axes.</param>
    public PointD? End(Frame frame)
    {
        for (int i = Y.Length - 1; i >= 0; i--)
        {
            PointD p = frame.Place(X[i], Y[i]);
            if (p.IsFinite)
            {
                return new(p.X, Math.Clamp(p.Y, frame.Area.Y, frame.Area.Bottom));
            }
        }

        return null;
    }

    /// <summary>Draws band and line.</summary>
    /// <param name="canvas">The canvas; the caller clips to the frame.</param>
    /// <param name="frame">The axes.</param>
    public void Draw(ICanvas canvas, Frame frame)
    {
        if (Lower.Length > 1)
        {
            var band = new List<PointD>();
            Thin(frame, X, Upper, band);
            var back = new List<PointD>();
            Thin(frame, X, Lower, back);
            back.Reverse();
            band.AddRange(back);
            band.RemoveAll(p => !p.IsFinite);
            canvas.Fill(VectorPath.Polyline([.. band], closed: true), Color.WithAlpha(0.18));
        }

        var line = new List<PointD>();
        Thin(frame, X, Y, line);
        if (line.Count(p => p.IsFinite) == 1)
        {
            canvas.Stamp(Markers.Disc(2), [line.First(p => p.IsFinite)], Color, null);
        }

        DrawExit(canvas, frame, line);
        canvas.Stroke(VectorPath.Polyline([.. line]),
            new(Color, CalmWidth(Width, line, frame.Area), Cap: Dashes.IsEmpty ? LineCap.Round : LineCap.Butt, Dashes: Dashes));
    }

    /// <summary>The width of a line that goes up and down a lot: thinner, so that its swings can be told apart.</summary>
    /// <param name="width">The width of a calm line.</param>
    /// <param name="places">The line on the canvas; what is not finite breaks it.</param>
    /// <param name="area">The plot.</param>
    internal static double CalmWidth(double width, IReadOnlyList<PointD> places, RectD area)
    {
        // A line this many times as long as the plot is wide keeps its width.
        const double Calm = 5, Thinnest = 0.4;
        double length = 0, bottom = Math.Max(area.Y, area.Bottom);
        for (int i = 1; i < places.Count; i++)
        {
            double dx = places[i].X - places[i - 1].X, dy = Math.Clamp(places[i].Y, area.Y, bottom) - Math.Clamp(places[i - 1].Y, area.Y, bottom);
            length += double.IsFinite(dx) && double.IsFinite(dy) ? Math.Sqrt((dx * dx) + (dy * dy)) : 0;
        }

        return width * Math.Clamp(Math.Sqrt(Calm * area.Width / Math.Max(length, 1)), Thinnest, 1);
    }

    // An arrowhead where the line leaves through the top or the bottom for good.
    private void DrawExit(ICanvas canvas, Frame frame, List<PointD> line)
    {
        int last = line.FindLastIndex(p => p.IsFinite && p.Y >= frame.Area.Y && p.Y <= frame.Area.Bottom);
        if (last < 0 || last + 1 >= line.Count || !line[last + 1].IsFinite)
        {
            return;
        }

        (PointD from, PointD to) = (line[last], line[last + 1]);
        var direction = new PointD(to.X - from.X, to.Y - from.Y);
        if (Clipping.Clip(frame.Area, ref from, ref to))
        {
            canvas.Fill(Markers.Arrow(to, direction.X, direction.Y, 7 + (2 * Width)), Color);
        }
    }

    // Of the many points in a quarter of a point's width, the first, the lowest, the highest and the last: nothing visible is lost.
    private static void Thin(Frame frame, double[] xs, double[] ys, List<PointD> kept)
    {
        const double Bucket = 0.25;
        double far = 4 * frame.Area.Height;
        int i = 0;
        while (i < ys.Length)
        {
            PointD first = Near(frame, frame.Place(xs[i], ys[i]), far), low = first, high = first, last = first;
            kept.Add(first);
            int from = i++;
            while (i < ys.Length && first.IsFinite)
            {
                PointD p = Near(frame, frame.Place(xs[i], ys[i]), far);
                if (!p.IsFinite || p.X - first.X > Bucket)
                {
                    break;
                }

                (low, high, last) = (p.Y > low.Y ? p : low, p.Y < high.Y ? p : high, p);
                i++;
            }

            if (i - from > 1)
            {
                (PointD one, PointD other) = low.X <= high.X ? (low, high) : (high, low);
                kept.Add(one);
                kept.Add(other);
                kept.Add(last);
            }
        }
    }

    private static PointD Near(Frame frame, PointD p, double far) =>
        double.IsNaN(p.X) || double.IsNaN(p.Y) || !double.IsFinite(p.X) || double.IsInfinity(p.Y)
            ? new(double.NaN, double.NaN)
            : new(p.X, Math.Clamp(p.Y, frame.Area.Y - far, frame.Area.Bottom + far));
}
