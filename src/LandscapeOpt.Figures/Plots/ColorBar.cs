using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A strip of colours with numbers at its right.</summary>
public static class ColorBar
{
    private const double Gap = 14, Thickness = 10, NumberGap = 5.5;

    /// <summary>The room that bar, numbers and name need, with the gap before them.</summary>
    /// <param name="scale">The numbers.</param>
    /// <param name="height">The height of the bar.</param>
    /// <param name="theme">The colours.</param>
    public static double Width(Scale scale, double height, Theme theme) =>
        Gap + Thickness + NumberGap + scale.Ticks(Count(height)).Major
            .Select(t => Typography.Width(t.Label, Frame.TickStyle(theme))).DefaultIfEmpty(0).Max() + 6 + Typography.Label + 2;

    /// <summary>Draws a bar, the smallest number at the bottom.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="plot">What the bar stands beside, at its right; <see cref="Width"/> says how much room it takes there.</param>
    /// <param name="scale">The numbers.</param>
    /// <param name="colorAt">The colour at a place from 0 to 1.</param>
    /// <param name="name">What the numbers are; empty for nothing.</param>
    /// <param name="theme">The colours around it.</param>
    public static void Draw(ICanvas canvas, RectD plot, Scale scale, Func<double, Color> colorAt, RichText name, Theme theme)
    {
        const int Stops = 32;
        var area = new RectD(plot.Right + Gap, plot.Y, Thickness, plot.Height);
        var stops = new GradientStop[Stops + 1];
        for (int i = 0; i <= Stops; i++)
        {
            double t = (double)i / Stops;
            stops[i] = new(t, colorAt(t));
        }

        canvas.Fill(VectorPath.Rectangle(area), new LinearGradient(new(area.X, area.Bottom), new(area.X, area.Y), stops));
        canvas.Stroke(VectorPath.Rectangle(area), new(theme.Frame, 0.7, LineJoin.Miter));
        TextStyle style = Frame.TickStyle(theme) with { VerticalAlign = VerticalAlign.Middle };
        var marks = new VectorPath();
        double widest = 0;
        foreach (Tick tick in scale.Ticks(Count(area.Height)).Major)
        {
            double y = area.Bottom - (scale.Map(tick.Value) * area.Height);
            marks.MoveTo(area.Right, y).LineTo(area.Right + 3, y);
            canvas.Text(tick.Label, new(area.Right + NumberGap, y), style);
            widest = Math.Max(widest, Typography.Width(tick.Label, style));
        }

        canvas.Stroke(marks, new(theme.Frame, 0.8));
        canvas.Text(
            name,
            new(area.Right + NumberGap + widest + 6, area.Center.Y),
            new(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Top, RotationDegrees: 90));
    }

    private static int Count(double height) => Math.Max(2, (int)(height / 40));
}
