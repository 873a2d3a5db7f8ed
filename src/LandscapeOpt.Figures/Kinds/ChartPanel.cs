using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A plain chart: lines over an axis.</summary>
internal sealed class ChartPanel(Frame frame, Theme theme)
{
    internal Frame Frame => frame;

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
        bool isDown = false;
        foreach ((double x, double y) in points)
        {
            PointD at = frame.Place(x, y);
            if (at.IsFinite)
            {
                _ = isDown ? path.LineTo(at) : path.MoveTo(at);
            }

            isDown = at.IsFinite;
        }

        canvas.PushClip(frame.Area.Inflate(1));
        canvas.Stroke(path, stroke);
        canvas.PopClip();
    }

    /// <summary>A level line across the chart with a word at its right end.</summary>
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
            canvas.Text(
                label,
                new(right.X - 3, right.Y - 3),
                new(Typography.Tick, theme.Muted, HorizontalAlign: HorizontalAlign.Right, Halo: theme.Background, HaloWidth: 1.6));
        }
    }

    /// <summary>Draws the axes over everything.</summary>
    internal void End(ICanvas canvas, string? nameX, string nameY, double nameColumn) =>
        frame.DrawAxes(canvas, theme, nameX is null ? null : RichText.Parse(nameX), RichText.Parse(nameY), xLabels: nameX is not null, open: true, nameColumn: nameColumn);
}
