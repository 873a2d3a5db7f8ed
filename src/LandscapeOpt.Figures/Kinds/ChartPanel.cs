using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A plain chart: lines over an axis.</summary>
internal sealed class ChartPanel(Frame frame, Theme theme)
{
    private const double NameGap = 8;

    private readonly Occupancy occupancy = new(frame.Area);
    private readonly List<(double Value, string Text)> levels = [];

    internal Frame Frame => frame;

    /// <summary>How far the numbers at the left reach from the frame.</summary>
    internal double Numbers => frame.LeftOfFrame(theme);

    /// <summary>The left margin that holds numbers and names.</summary>
    /// <param name="numbers">How far the numbers reach.</param>
    internal static double LeftFor(double numbers) => Math.Ceiling(14 + Typography.Label + NameGap + numbers);

    /// <summary>A scale around these numbers, with a little air; those that are not finite do not count.</summary>
    internal static Scale Around(IEnumerable<double> values, bool includeZero = false)
    {
        (double low, double high) = includeZero ? (0.0, 0.0) : (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double v in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, v), Math.Max(high, v));
        }

        if (!(low <= high))
        {
            return Scale.Linear(0, 1);
        }

        double air = high > low ? 0.06 * (high - low) : 0.5 * Math.Max(1e-3, Math.Abs(high));
        return Scale.Linear(low - air, high + air);
    }

    /// <summary>Draws the grid; lines follow, axes come last.</summary>
    internal void Begin(ICanvas canvas) => frame.DrawGrid(canvas, theme);

    /// <summary>A line through these points; it breaks where one is not finite.</summary>
    internal void Line(ICanvas canvas, IEnumerable<(double X, double Y)> points, Stroke stroke)
    {
        var path = new VectorPath(256);
        var places = new List<PointD>();
        foreach ((double x, double y) in points)
        {
            PointD at = frame.Place(x, y);
            PointD last = places.Count > 0 ? places[^1] : new(double.NaN, double.NaN);
            if (at.IsFinite)
            {
                _ = last.IsFinite ? path.LineTo(at) : path.MoveTo(at);
                occupancy.Add(last.IsFinite ? last : at, at, 2, 160);
            }

            places.Add(at);
        }

        canvas.PushClip(frame.Area.Inflate(1));
        canvas.Stroke(path, stroke with { Width = LineSeries.CalmWidth(stroke.Width, places, frame.Area) });
        canvas.PopClip();
    }

    /// <summary>A level line across the chart; a word finds its place beside it when everything else is there.</summary>
    internal void Level(ICanvas canvas, double value, string label, Color color)
    {
        if (!(frame.Y.Map(value) is >= 0 and <= 1))
        {
            return;
        }

        PointD left = frame.Place(frame.X.Min, value), right = frame.Place(frame.X.Max, value);
        canvas.Stroke(VectorPath.Segment(left, right), new(color, 0.9, Dashes: new double[] { 4, 3 }));
        if (label.Length > 0)
        {
            levels.Add((value, label));
        }
    }

    // Above or below the line, from the right end to the left, where the least is covered.
    private void DrawLevelName(ICanvas canvas, double value, string text)
    {
        var style = new TextStyle(Typography.Tick, theme.Muted, Halo: theme.Halo.WithAlpha(0.9), HaloWidth: 2);
        TextMetrics size = Typesetter.Measure(text, style);
        double y = frame.Place(frame.X.Min, value).Y, least = double.PositiveInfinity;
        PointD best = default;
        for (double x = frame.Area.Right - 3 - size.Width; x > frame.Area.X + 3; x -= 8)
        {
            foreach (double baseline in (ReadOnlySpan<double>)[y - 3, y + 3 + size.CapHeight])
            {
                double cost = occupancy.Cost(new RectD(x, baseline - size.CapHeight - 1, size.Width, size.CapHeight + 2)) + (0.02 * (frame.Area.Right - x));
                (least, best) = cost < least ? (cost, new(x, baseline)) : (least, best);
            }
        }

        if (least < double.PositiveInfinity)
        {
            canvas.Text(text, best, style);
        }
    }

    /// <summary>Draws the axes over everything.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="nameX">Name of the horizontal axis; null for one that a panel below names.</param>
    /// <param name="nameY">Name of the vertical axis.</param>
    /// <param name="numbers">
    /// How far the numbers at the left reach from the frame; panels above each other share the largest, so that names stand in a column.
    /// </param>
    internal void End(ICanvas canvas, string? nameX, string nameY, double numbers)
    {
        levels.ForEach(l => DrawLevelName(canvas, l.Value, l.Text));
        double column = Math.Min(numbers + NameGap, frame.Area.X - Typography.Label);
        frame.DrawAxes(
            canvas, theme, nameX is null ? null : RichText.Parse(nameX), RichText.Parse(nameY), xLabels: nameX is not null, open: true, nameColumn: column);
    }
}
