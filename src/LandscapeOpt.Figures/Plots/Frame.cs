using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>The rectangle of a plot with its two axes.</summary>
/// <param name="Area">Where it lies on the canvas.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis, upward.</param>
/// <param name="IsMap">Whether both axes are space: then both have the same, sparser marks.</param>
public sealed record Frame(RectD Area, Scale X, Scale Y, bool IsMap = false)
{
    private const double TickLength = 3.5, MinorLength = 2, Gap = 3, EdgeGap = 3;

    /// <summary>The marks of the horizontal axis.</summary>
    public TickSet XTicks { get; } = IsMap ? Apart(Area, X, MapStep(Area, X, Y)) : X.Ticks(Math.Max(2, (int)(Area.Width / 52)));

    /// <summary>The marks of the vertical axis.</summary>
    public TickSet YTicks { get; } = IsMap ? TickSet.Linear(Y.Min, Y.Max, MapStep(Area, X, Y)) : Upward(Y, Area.Height);

    /// <summary>How far tick labels under the frame reach below it.</summary>
    public static double BelowTicks => TickLength + Gap + Typography.Tick;

    /// <summary>How far the axis name under the frame reaches below it.</summary>
    public static double BelowName => BelowTicks + 3 + Typography.Label;

    /// <summary>Where a point of the plot lies on the canvas.</summary>
    /// <param name="x">Its horizontal coordinate.</param>
    /// <param name="y">Its vertical coordinate.</param>
    public PointD Place(double x, double y) => new(Area.X + (X.Map(x) * Area.Width), Area.Bottom - (Y.Map(y) * Area.Height));

    /// <summary>Where a point of the plot lies on the canvas.</summary>
    /// <param name="p">The point.</param>
    public PointD Place(Point p) => Place(p.X, p.Y);

    /// <summary>How far tick labels on the left reach, with the marks.</summary>
    /// <param name="theme">The colours.</param>
    public double LeftOfFrame(Theme theme) => TickLength + Gap + YTicks.Major.Select(t => Typography.Width(t.Label, TickStyle(theme))).DefaultIfEmpty(0).Max();

    /// <summary>Draws lines at the labelled marks, for charts.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="vertical">Also at the horizontal axis's marks.</param>
    public void DrawGrid(ICanvas canvas, Theme theme, bool vertical = true)
    {
        var path = new VectorPath();
        foreach (Tick tick in YTicks.Major)
        {
            double y = Area.Bottom - (Y.Map(tick.Value) * Area.Height);
            path.MoveTo(Area.X, y).LineTo(Area.Right, y);
        }

        foreach (Tick tick in vertical ? XTicks.Major : [])
        {
            double x = Area.X + (X.Map(tick.Value) * Area.Width);
            path.MoveTo(x, Area.Y).LineTo(x, Area.Bottom);
        }

        canvas.Stroke(path, new(theme.Grid, 0.7));
    }

    /// <summary>Draws the border, the marks and what is written at them.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="xName">Name of the horizontal axis, or null.</param>
    /// <param name="yName">Name of the vertical axis, or null.</param>
    /// <param name="xLabels">Whether numbers stand at the horizontal axis.</param>
    /// <param name="yLabels">Whether numbers stand at the vertical axis.</param>
    /// <param name="open">Only the left and the lower side, as charts have it.</param>
    /// <param name="nameColumn">Where the vertical axis's name ends, from the frame to the left; 0 for right beside the numbers.</param>
    public void DrawAxes(
        ICanvas canvas, Theme theme, RichText? xName = null, RichText? yName = null, bool xLabels = true, bool yLabels = true, bool open =
            false, double nameColumn = 0)
    {
        var border = new Stroke(theme.Frame, 0.8, LineJoin.Miter);
        canvas.Stroke(
            open
                ? new VectorPath().MoveTo(Area.X, Area.Y).LineTo(Area.X, Area.Bottom).LineTo(Area.Right, Area.Bottom)
                : VectorPath.Rectangle(Area),
            border);
        var marks = new VectorPath();
        var minor = new VectorPath();
        TextStyle style = TickStyle(theme);
        foreach (Tick tick in XTicks.Major)
        {
            double x = Area.X + (X.Map(tick.Value) * Area.Width);
            marks.MoveTo(x, Area.Bottom).LineTo(x, Area.Bottom + TickLength);
            if (xLabels)
            {
                // A long number at the end of the axis moves in rather than be cut off at the page's edge.
                double half = (0.5 * Typography.Width(tick.Label, style)) + EdgeGap;
                double inside = Math.Clamp(x, Math.Min(half, 0.5 * canvas.Width), Math.Max(canvas.Width - half, 0.5 * canvas.Width));
                canvas.Text(tick.Label, new(inside, Area.Bottom + TickLength + Gap),
                    style with { HorizontalAlign = HorizontalAlign.Center, VerticalAlign = VerticalAlign.Top });
            }
        }

        foreach (double value in IsMap ? [] : XTicks.Minor)
        {
            double x = Area.X + (X.Map(value) * Area.Width);
            minor.MoveTo(x, Area.Bottom).LineTo(x, Area.Bottom + MinorLength);
        }

        foreach (Tick tick in YTicks.Major)
        {
            double y = Area.Bottom - (Y.Map(tick.Value) * Area.Height);
            marks.MoveTo(Area.X, y).LineTo(Area.X - TickLength, y);
            if (yLabels)
            {
                canvas.Text(tick.Label, new(Area.X - TickLength - Gap, y),
                    style with { HorizontalAlign = HorizontalAlign.Right, VerticalAlign = VerticalAlign.Middle });
            }
        }

        foreach (double value in IsMap ? [] : YTicks.Minor)
        {
            double y = Area.Bottom - (Y.Map(value) * Area.Height);
            minor.MoveTo(Area.X, y).LineTo(Area.X - MinorLength, y);
        }

        canvas.Stroke(minor, border with { Width = 0.6 });
        canvas.Stroke(marks, border);
        DrawNames(canvas, theme, xName, yName, nameColumn);
    }

    // Round steps can leave an axis with one number, which tells nothing about its scale: then they may lie closer.
    private static TickSet Upward(Scale y, double height)
    {
        int about = Math.Max(2, (int)(height / 34));
        TickSet ticks = y.Ticks(about);
        return ticks.Major.Count > 2 || height < 45 ? ticks : y.Ticks(Math.Max(about, (int)(height / 19)));
    }

    internal static TextStyle TickStyle(Theme theme) => new(Typography.Tick, theme.Muted);

    // The distance of marks that leaves about 55 points between them along the tighter axis; two marks at least on both.
    private static double MapStep(RectD area, Scale x, Scale y)
    {
        double perPoint = Math.Max((x.Max - x.Min) / area.Width, (y.Max - y.Min) / area.Height);
        double step = Math.Min(55 * perPoint, 0.5 * Math.Min(x.Max - x.Min, y.Max - y.Min));
        for (int round = 0; round < 3 && (Marks(x, step) < 2 || Marks(y, step) < 2); round++)
        {
            step *= 0.5;
        }

        return step;
    }

    // Far from the origin numbers have many digits: then there are fewer of them.
    private static TickSet Apart(RectD area, Scale x, double step)
    {
        var style = new TextStyle(Typography.Tick, Color.Black);
        TickSet ticks = TickSet.Linear(x.Min, x.Max, step);
        for (int round = 0; round < 4 && ticks.Major.Count > 1; round++)
        {
            double widest = ticks.Major.Max(t => Typography.Width(t.Label, style));
            if (widest + 4 <= area.Width * (x.Map(ticks.Major[1].Value) - x.Map(ticks.Major[0].Value)))
            {
                break;
            }

            step *= 2;
            ticks = TickSet.Linear(x.Min, x.Max, step);
        }

        return ticks;
    }

    private static int Marks(Scale scale, double step) => TickSet.Linear(scale.Min, scale.Max, step).Major.Count;

    private void DrawNames(ICanvas canvas, Theme theme, RichText? xName, RichText? yName, double nameColumn)
    {
        var style = new TextStyle(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center);
        if (xName is not null)
        {
            canvas.Text(xName, new(Area.Center.X, Area.Bottom + BelowTicks + 3), style with { VerticalAlign = VerticalAlign.Top });
        }

        if (yName is not null)
        {
            double x = Area.X - (nameColumn > 0 ? nameColumn : LeftOfFrame(theme) + 6);
            canvas.Text(yName, new(x, Area.Center.Y), style with { RotationDegrees = 90 });
        }
    }
}
