using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A landscape seen from above: filled contours, contour lines and their numbers.</summary>
public sealed class MapLayer : IMapBackground
{
    // A seventh of a pixel at two pixels a point: nobody sees it, and files get three times smaller.
    private const double Tolerance = 0.07;

    // Lines that lie closer than this on average fade, down to a share: together they would be a tone of their own.
    private const double ClosestLines = 9, FaintestLines = 0.35;

    // Over a whole picture colours are no deeper than this on average, so that paths stay louder than plains and walls.
    private const double MeanDepth = 0.62;

    private readonly double depth;
    private readonly double[] levels;
    private readonly ContourLines lines;
    private (double Width, double Height, ContourLines Lines, VectorPath[] Regions)? cache;

    /// <summary>Traces the contours.</summary>
    /// <param name="field">The losses.</param>
    /// <param name="levels">Rising levels, at most 254.</param>
    public MapLayer(ScalarField field, double[] levels)
        : this(field, levels, ContourTracer.Trace(field, levels))
    {
    }

    private MapLayer(ScalarField field, double[] levels, ContourLines lines)
    {
        (Field, this.levels, this.lines) = (field, levels, lines);
        depth = Math.Min(1, MeanDepth / Math.Max(MeanBand(field, levels), 1e-9));
    }

    /// <summary>The losses.</summary>
    public ScalarField Field { get; }

    /// <summary>A map of a landscape on a grid of that size, or on a finer one where detail would be lost or lines would break into crumbs.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">The rectangle.</param>
    /// <param name="columns">Samples along x at least, 2 or more.</param>
    /// <param name="rows">Samples along y at least, 2 or more.</param>
    /// <param name="choose">Chooses the levels.</param>
    public static MapLayer Resolve(ILandscape landscape, Domain window, int columns, int rows, Func<ScalarField, double[]> choose)
    {
        MapLayer? layer = null;
        ScalarField field = FieldSampling.Resolve(landscape, window, columns, rows, f => f.Columns > columns || !(layer = new(f, choose(f))).HasCrumbs);
        return layer is not null && layer.Field == field ? layer : new(field, choose(field));
    }

    /// <summary>The colour between two levels.</summary>
    /// <param name="band">0 below the first level, up to the number of levels.</param>
    /// <param name="theme">The colours.</param>
    public Color ColorOf(int band, Theme theme) => theme.Landscape.At(levels.Length == 0 ? 0.15 : depth * band / levels.Length);

    /// <summary>Paints the bands between the levels, each over those below it.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="area">Where.</param>
    /// <param name="theme">The colours.</param>
    public void DrawFill(ICanvas canvas, RectD area, Theme theme)
    {
        (_, VectorPath[] regions) = For(area);
        var shift = Affine.Translation(area.X, area.Y);
        canvas.Fill(VectorPath.Rectangle(area), ColorOf(0, theme));
        for (int level = 0; level < levels.Length; level++)
        {
            if (!regions[level].IsEmpty)
            {
                canvas.Fill(regions[level].Transform(shift), ColorOf(level + 1, theme), FillRule.EvenOdd);
            }
        }

        DrawUndefined(canvas, area, theme);
    }

    /// <summary>Draws the lines, and numbers where there is room.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="area">Where.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="occupancy">What the numbers avoid; they add themselves.</param>
    /// <param name="most">How many levels get numbers.</param>
    public void DrawLines(ICanvas canvas, RectD area, Theme theme, Occupancy occupancy, int most = 8)
    {
        (ContourLines atOrigin, _) = For(area);
        MarkUndefined(area, occupancy);
        ContourLines placed = atOrigin.Shifted(area.X, area.Y);
        var style = new TextStyle(
            Typography.Contour, theme.ContourLabel, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Middle);
        IReadOnlyList<ContourLabel> labels = ContourLabels.Place(placed, levels, LabelledLevels(most), occupancy, style);
        var path = new VectorPath(4096);
        ILookup<int, ContourLabel> gaps = labels.OrderBy(l => l.From).ToLookup(l => l.Line);
        for (int i = 0; i < placed.Lines.Count; i++)
        {
            AddWithGaps(path, placed.PointsOf(placed.Lines[i]), [.. gaps[i]]);
        }

        double apart = area.Width * area.Height / Math.Max(1, LengthOf(placed));
        Color color = theme.Contour.WithAlpha(theme.Contour.A / 255.0 * Math.Clamp(apart / ClosestLines, FaintestLines, 1));
        canvas.Stroke(path, new(color, 0.55, LineJoin.Bevel));
        foreach (ContourLabel label in labels)
        {
            canvas.Text(label.Text, label.Center, style with { RotationDegrees = label.Degrees });
        }
    }

    // Every so many levels, beginning where the numbers are shortest.
    private Func<int, bool> LabelledLevels(int most)
    {
        if (most <= 0 || levels.Length == 0)
        {
            return _ => false;
        }

        int stride = (levels.Length + most - 1) / most;
        int first = Enumerable.Range(0, stride).MinBy(o => (Digits(o), Math.Abs(o - (stride / 2))));
        return l => l % stride == first;

        double Digits(int offset)
        {
            int[] labelled = [.. Enumerable.Range(0, levels.Length).Where(l => l % stride == offset)];
            return labelled.Length == 0 ? double.PositiveInfinity : labelled.Average(l => NumberText.Short(levels[l], 6).Length);
        }
    }

    // Rings around one or two samples: what is left of a valley or a ridge that is narrower than the grid.
    private bool HasCrumbs
    {
        get
        {
            const int FewPoints = 8, Few = 3;
            int crumbs = 0;
            foreach (ContourLine line in lines.Lines)
            {
                crumbs += line.IsRing && line.Count <= FewPoints ? 1 : 0;
            }

            return crumbs >= Few;
        }
    }

    private static double LengthOf(ContourLines lines)
    {
        double length = 0;
        foreach (ContourLine line in lines.Lines)
        {
            ReadOnlySpan<PointD> points = lines.PointsOf(line);
            for (int i = 1; i < points.Length; i++)
            {
                double dx = points[i].X - points[i - 1].X, dy = points[i].Y - points[i - 1].Y;
                length += Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        return length;
    }

    private static double MeanBand(ScalarField field, double[] levels)
    {
        // A stride without common factors with usual row lengths.
        const int Stride = 37;
        (long sum, int count) = (0, 0);
        for (int i = 0; i < field.Values.Length && levels.Length > 0; i += Stride)
        {
            int place = Array.BinarySearch(levels, field.Values[i]);
            sum += place < 0 ? ~place : place + 1;
            count++;
        }

        return count == 0 ? 0 : (double)sum / count / levels.Length;
    }

    private static void AddWithGaps(VectorPath path, ReadOnlySpan<PointD> points, ReadOnlySpan<ContourLabel> gaps)
    {
        double from = 0;
        foreach (ContourLabel gap in gaps)
        {
            AddPart(path, points, from, gap.From);
            from = gap.To;
        }

        AddPart(path, points, from, double.PositiveInfinity);
    }

    // The part of a line between two places along it.
    [MethodImpl(Hot.Loop)]
    private static void AddPart(VectorPath path, ReadOnlySpan<PointD> points, double from, double to)
    {
        double along = 0;
        bool isDown = false;
        for (int i = 1; i < points.Length && along < to; i++)
        {
            PointD a = points[i - 1], b = points[i];
            double dx = b.X - a.X, dy = b.Y - a.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
            if (along + length > from && length > 0)
            {
                double start = Math.Max(0, (from - along) / length), end = Math.Min(1, (to - along) / length);
                path = isDown ? path : path.MoveTo(a.X + (start * dx), a.Y + (start * dy));
                path.LineTo(a.X + (end * dx), a.Y + (end * dy));
                isDown = true;
            }

            along += length;
        }
    }

    private (ContourLines Lines, VectorPath[] Regions) For(RectD area)
    {
        if (cache is { } known && known.Width == area.Width && known.Height == area.Height)
        {
            return (known.Lines, known.Regions);
        }

        var atOrigin = new RectD(0, 0, area.Width, area.Height);
        ContourLines mapped = lines.OnCanvas(atOrigin, Tolerance);
        var regions = new VectorPath[levels.Length];
        for (int level = 0; level < levels.Length; level++)
        {
            regions[level] = mapped.Region(level, atOrigin, Field.Values[0] >= levels[level]);
        }

        cache = (area.Width, area.Height, mapped, regions);
        return (mapped, regions);
    }

    private void MarkUndefined(RectD area, Occupancy occupancy)
    {
        double sx = area.Width / (Field.Columns - 1), sy = area.Height / (Field.Rows - 1);
        for (int j = 0; j < Field.Rows && Field.HasUndefined; j++)
        {
            for (int i = 0; i < Field.Columns; i++)
            {
                if (Field.IsUndefined(i, j))
                {
                    occupancy.Add(new RectD(area.X + ((i - 0.5) * sx), area.Bottom - ((j + 0.5) * sy), sx, sy), 1);
                }
            }
        }
    }

    private void DrawUndefined(ICanvas canvas, RectD area, Theme theme)
    {
        if (!Field.HasUndefined)
        {
            return;
        }

        double sx = area.Width / (Field.Columns - 1), sy = area.Height / (Field.Rows - 1);
        var path = new VectorPath();
        for (int j = 0; j < Field.Rows; j++)
        {
            for (int i = 0; i < Field.Columns; i++)
            {
                int from = i;
                while (i < Field.Columns && Field.IsUndefined(i, j))
                {
                    i++;
                }

                if (i > from)
                {
                    path.AddRectangle(RectD.FromSides(
                        area.X + ((from - 0.5) * sx), area.Bottom - ((j + 0.5) * sy), area.X + ((i - 0.5) * sx),
                            area.Bottom - ((j - 0.5) * sy)).Intersect(area));
                }
            }
        }

        canvas.Fill(path, theme.Undefined);
    }
}
