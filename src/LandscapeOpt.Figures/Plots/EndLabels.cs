using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Names of lines at the right of a chart, each as near as possible to where its line ends.</summary>
public static class EndLabels
{
    private const double Indent = 16, Spacing = 12, MostWidth = 190;

    /// <summary>The room that the names need.</summary>
    /// <param name="names">The names.</param>
    /// <param name="theme">The colours.</param>
    public static double Width(IEnumerable<string> names, Theme theme) =>
        Indent + Math.Min(MostWidth, names.Select(n => Typography.Width(n, Style(theme.Ink))).DefaultIfEmpty(0).Max() + 1);

    /// <summary>Draws the names.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="frame">The axes.</param>
    /// <param name="series">The lines.</param>
    /// <param name="theme">The colours.</param>
    public static void Draw(ICanvas canvas, Frame frame, IReadOnlyList<LineSeries> series, Theme theme)
    {
        RectD area = frame.Area;
        (LineSeries Series, PointD? End)[] labels = [.. series.Select(s => (s, s.End(frame))).OrderBy(l => l.Item2?.Y ?? area.Bottom)];
        double[] places = Spread([.. labels.Select(l => l.End?.Y ?? area.Bottom)], Math.Min(Spacing, area.Height / Math.Max(1, labels.Length - 1)),
            area.Y + 3, area.Bottom - 1);
        for (int i = 0; i < labels.Length; i++)
        {
            (LineSeries line, PointD? end) = labels[i];
            TextStyle style = Style(line.Color) with { VerticalAlign = VerticalAlign.Middle };
            if (end is { } at && at.X > area.Right - 2)
            {
                canvas.Stroke(
                    new VectorPath().MoveTo(area.Right + 1, at.Y).LineTo(area.Right + 4, at.Y).LineTo(area.Right + Indent - 6,
                        places[i]).LineTo(area.Right + Indent - 3, places[i]),
                    new(line.Color.WithAlpha(0.7), 0.8));
            }
            else
            {
                // The line ends before the frame does: a piece of it stands beside the name.
                canvas.Stroke(
                    VectorPath.Segment(new(area.Right + 3, places[i]), new(area.Right + Indent - 3, places[i])),
                    new(line.Color, line.Width, Dashes: line.Dashes));
                if (end is { } inside && inside.Y > area.Y && inside.Y < area.Bottom)
                {
                    canvas.Stamp(Markers.Disc(2.4), [inside], line.Color, new(theme.Halo, 0.8));
                }
            }

            canvas.Text(Typography.FitName(line.Name, style, MostWidth), new(area.Right + Indent, places[i]), style);
        }
    }

    /// <summary>Moves sorted places apart as little as is needed.</summary>
    /// <param name="wanted">The places, rising.</param>
    /// <param name="spacing">The least distance of neighbours.</param>
    /// <param name="low">The first place allowed.</param>
    /// <param name="high">The last place allowed.</param>
    internal static double[] Spread(double[] wanted, double spacing, double low, double high)
    {
        // Neighbours that are too near form a block, whose middle lies at the mean of what its members want.
        var blocks = new List<(double Sum, int Count)>();
        foreach (double place in wanted)
        {
            blocks.Add((Math.Clamp(place, low, high), 1));
            while (blocks.Count > 1 && Start(blocks[^1]) < Start(blocks[^2]) + (blocks[^2].Count * spacing))
            {
                blocks[^2] = (blocks[^2].Sum + blocks[^1].Sum, blocks[^2].Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }
        }

        return [.. blocks.SelectMany(b => Enumerable.Range(0, b.Count).Select(i => Start(b) + (i * spacing)))];

        double Start((double Sum, int Count) block)
        {
            double half = 0.5 * (block.Count - 1) * spacing;
            return Math.Max(low, Math.Min(high - half, Math.Max(low + half, block.Sum / block.Count)) - half);
        }
    }

    private static TextStyle Style(Color color) => new(Typography.Label, color, Bold: true);
}
