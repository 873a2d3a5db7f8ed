using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Draws a measurement of all rules and cases: a row per rule.</summary>
internal sealed class RankingRows(ICanvas canvas, RankingTable table, Theme theme, double row)
{
    private const double Radius = 2.1;

    /// <summary>Where the middle of a row lies.</summary>
    public double MiddleOf(int rule, double top) => top + ((rule + 0.5) * row);

    /// <summary>Draws a panel with the medians in words at its right.</summary>
    public void Draw(RectD area, Scale scale, string name, Func<RankedRule, Quartiles> quartiles, Func<RankedCase, double> value, Func<double, string> text)
    {
        var medianStyle = new TextStyle(Typography.Tick, theme.Ink, VerticalAlign: VerticalAlign.Middle);
        DrawAxis(area, scale, name);
        canvas.Text("median", new(area.Right + 8, area.Y - 6), medianStyle with { Color = theme.Muted, VerticalAlign = VerticalAlign.Baseline });
        for (int r = 0; r < table.Rules.Count; r++)
        {
            RankedRule rule = table.Rules[r];
            double middle = MiddleOf(r, area.Y);
            Quartiles q = quartiles(rule);
            (double low, double median, double high) = (Place(area, scale, q.Low), Place(area, scale, q.Median), Place(area, scale, q.High));
            double half = Math.Min(9, 0.36 * row);
            canvas.Fill(VectorPath.RoundedRectangle(new(low - 1, middle - half, high - low + 2, 2 * half), Math.Min(2, half)), theme.Muted.WithAlpha(0.2));
            DrawCases(area, scale, rule, middle, half, value);
            canvas.Stroke(VectorPath.Segment(new(median, middle - half - 1), new(median, middle + half + 1)), new(theme.Ink, 2));
            canvas.Text(text(q.Median), new(area.Right + 8, middle), medianStyle);
        }
    }

    // Each landscape has a line of its own within the row, so that dots of equal value lie apart.
    private void DrawCases(RectD area, Scale scale, RankedRule rule, double middle, double half, Func<RankedCase, double> value)
    {
        int lines = Math.Max(1, table.Landscapes.Count);
        foreach (IGrouping<(int Landscape, bool Diverged), RankedCase> cases in rule.Cases.GroupBy(c => (c.Landscape, double.IsInfinity(c.Gap))))
        {
            double y = middle + (lines == 1 ? 0 : 0.85 * half * ((2.0 * cases.Key.Landscape / (lines - 1)) - 1));
            PointD[] places = [.. cases.Select(c => new PointD(Place(area, scale, value(c)), y))];
            Color color = theme.Categories[cases.Key.Landscape];
            if (cases.Key.Diverged)
            {
                canvas.Stamp(Markers.Cross(Radius), places, null, new Stroke(color, 1.3));
            }
            else
            {
                canvas.Stamp(Markers.Disc(Radius), places, color.WithAlpha(0.9), new Stroke(theme.Halo, 0.4));
            }
        }
    }

    private void DrawAxis(RectD area, Scale scale, string name)
    {
        TickSet ticks = scale.Ticks(Math.Max(2, (int)(area.Width / (scale.IsWhole ? 20 : 42))));
        var grid = new VectorPath();
        TextStyle style = Frame.TickStyle(theme) with { HorizontalAlign = HorizontalAlign.Center, VerticalAlign = VerticalAlign.Top };
        foreach (Tick tick in ticks.Major)
        {
            double x = Place(area, scale, tick.Value);
            grid.MoveTo(x, area.Y).LineTo(x, area.Bottom + 3.5);
            canvas.Text(tick.Label, new(x, area.Bottom + 6.5), style);
        }

        canvas.Stroke(grid, new(theme.Grid, 0.7));
        canvas.Stroke(VectorPath.Segment(new(area.X, area.Bottom), new(area.Right, area.Bottom)), new(theme.Frame, 0.8));
        TextStyle nameStyle = new(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Top);
        canvas.Text(Typography.Fit(name, nameStyle, area.Width + 40), new(area.Center.X, area.Bottom + Frame.BelowTicks + 3), nameStyle);
    }

    // What is infinite stands at the end of the axis.
    private static double Place(RectD area, Scale scale, double value) => area.X + (Math.Clamp(scale.Map(Math.Min(value, scale.Max)), 0, 1) * area.Width);
}
