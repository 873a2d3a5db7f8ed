using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <content>Where the markers are.</content>
public sealed partial class PathLayer
{
    private const double MarkerRadius = 2.1, MostMarkers = 140;

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
}
