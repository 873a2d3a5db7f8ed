using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Where a path leaves the picture for good.</summary>
/// <param name="Row">The last row inside.</param>
/// <param name="At">The place on the frame.</param>
/// <param name="Direction">The way it goes.</param>
public readonly record struct PathExit(int Row, PointD At, PointD Direction);

/// <summary>A path over a map: a coloured line with a halo and hollow markers. Points may be anywhere, or nowhere.</summary>
public sealed class PathLayer
{
    private const double Far = 1e6, MarkerRadius = 2.1, MostMarkers = 140;
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

    /// <summary>
    /// After how many steps there is a marker: 1, 2, 5, 10, …, so that markers stand apart along most of the way; more than any run's steps
    /// where that would leave hardly any.
    /// </summary>
    public int MarkerStride
    {
        get
        {
            var gaps = new List<double>(Math.Min(places.Length, 4096));
            foreach (int unit in (ReadOnlySpan<int>)[1, 10, 100, 1000, 10_000, 100_000, 1_000_000])
            {
                foreach (int m in (ReadOnlySpan<int>)[1, 2, 5])
                {
                    int stride = m * unit;
                    double typical = TypicalGap(stride, gaps);
                    if (stride > 1 && gaps.Count < 3)
                    {
                        return int.MaxValue;
                    }

                    if (stride > 1 && gaps.Count <= MostMarkers && MarkersAt(stride, out int left).Count < left)
                    {
                        return int.MaxValue;
                    }

                    if (gaps.Count <= MostMarkers && typical >= (stride > 1 ? 11 : gaps.Count <= 24 ? 3 : 6.5))
                    {
                        return stride;
                    }
                }
            }

            return int.MaxValue;
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

    /// <summary>Draws hollow markers at every so many steps, none on top of another.</summary>
    /// <param name="canvas">The canvas; the caller clips to the frame.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="stride">How many steps apart.</param>
    /// <param name="stroke">The colour of the rim.</param>
    /// <param name="size">Factor on the size.</param>
    public void DrawMarkers(ICanvas canvas, Theme theme, int stride, Color stroke, double size = 1)
    {
        canvas.Stamp(Markers.Disc(MarkerRadius * size), [.. MarkersAt(stride, out _)], theme.MarkerFill, new(stroke, 0.8 * size));
    }

    /// <summary>Whether markers at every so many steps leave out more than a few, because the path had markers there before.</summary>
    /// <param name="stride">How many steps apart.</param>
    public bool LeavesOut(int stride) => MarkersAt(stride, out int left).Count < 5 * left;

    // Markers just after each other may touch; one where the path comes back to is left out.
    private List<PointD> MarkersAt(int stride, out int left)
    {
        const double Cell = 4.5;
        var kept = new List<PointD>();
        var last = new Dictionary<(int, int), int>();
        left = 0;
        for (long i = 0; i < places.Length; i += stride)
        {
            PointD p = places[i];
            if (!p.IsFinite || !frame.Area.Contains(p) || (kept.Count > 0 && Distance(kept[^1], p) < (stride > 1 ? 5 : 2.8)))
            {
                continue;
            }

            (int column, int row) = ((int)(p.X / Cell), (int)(p.Y / Cell));
            if (IsTaken(column, row))
            {
                left++;
                continue;
            }

            last[(column, row)] = kept.Count;
            kept.Add(p);
        }

        return kept;

        bool IsTaken(int column, int row)
        {
            for (int dx = -1; dx <= 1; dx++)
            {
                for (int dy = -1; dy <= 1; dy++)
                {
                    if (last.TryGetValue((column + dx, row + dy), out int before) && before < kept.Count - 2)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    // The distance of markers such that half of the way lies between markers that are farther apart. Rest does not count.
    private double TypicalGap(int stride, List<double> gaps)
    {
        gaps.Clear();
        double way = 0;
        for (int i = stride; i < places.Length; i += stride)
        {
            double gap = Distance(places[i], places[i - stride]);
            if (gap > 0.01)
            {
                gaps.Add(gap);
                way += gap;
            }

            if (gaps.Count > MostMarkers)
            {
                return 0;
            }
        }

        gaps.Sort();
        double covered = 0;
        foreach (double gap in gaps)
        {
            covered += gap;
            if (covered >= 0.5 * way)
            {
                return gap;
            }
        }

        return double.PositiveInfinity;
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
