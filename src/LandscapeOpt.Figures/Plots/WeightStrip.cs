using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>
/// What is mixed at each step, as bars on the step axis: two components stand above and below the axis, more are stacked.
/// Where there are more steps than room, a bar stands for several steps and shows their mean.
/// </summary>
public sealed class WeightStrip
{
    // The share of the bars that set the axis, and how far above it a bar must reach to be cut.
    private const double Usual = 0.96, Outlying = 2, CapHeight = 2.2, CapText = 7.5;

    private readonly double[][] weights;
    private readonly int count;

    /// <summary>Takes weights.</summary>
    /// <param name="weights">For each component the weight at each step; what is not finite counts as 0.</param>
    /// <param name="steps">The number of steps of the axis.</param>
    public WeightStrip(IEnumerable<double[]> weights, int steps) => (this.weights, count) = ([.. weights], Math.Max(1, steps));

    /// <summary>Whether two components stand on both sides of the axis.</summary>
    public bool IsTwoSided => weights.Length == 2;

    /// <summary>
    /// The height that shows nearly all bars: the largest one, or, where a few stick out far above the others, half as much again as
    /// the highest of the others. Bars are of one component where there are two, of all together where there are more.
    /// </summary>
    public double Highest
    {
        get
        {
            double[] heights = [.. Heights().Where(h => h > 0).Order()];
            if (heights.Length == 0)
            {
                return 0;
            }

            double usual = 1.5 * heights[(int)((heights.Length - 1) * Usual)];
            return heights[^1] > Outlying * usual ? usual : heights[^1];
        }
    }

    /// <summary>The height for strips that share an axis: the largest of theirs, but no strip makes most of the others flat.</summary>
    /// <param name="strips">The strips.</param>
    public static double HighestOf(IReadOnlyList<WeightStrip> strips)
    {
        double[] heights = [.. strips.Select(s => s.Highest).Where(h => h > 0).Order()];
        if (heights.Length == 0)
        {
            return 1;
        }

        double highest = Math.Min(heights[^1], 6 * heights[(heights.Length - 1) / 2]);
        return highest < strips.Max(s => s.Largest) ? RoundNumber.Between(highest, 1.6 * highest) : highest;
    }

    /// <summary>The largest height of a bar.</summary>
    public double Largest => Heights().DefaultIfEmpty(0).Max();

    /// <summary>The axes of a strip.</summary>
    /// <param name="area">Where it lies.</param>
    /// <param name="highest">The largest bar of all strips that share the axis.</param>
    public Frame FrameIn(RectD area, double highest)
    {
        highest = highest > 0 ? highest : 1;
        return new(area, Scale.Linear(-0.5, count - 0.5, whole: true), Scale.Linear(IsTwoSided ? -highest * 1.06 : 0, highest * 1.06));
    }

    /// <summary>Draws bars, axes and names.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="frame">The axes, from <see cref="FrameIn"/>.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="isFirst">Whether numbers and name stand at the vertical axis.</param>
    /// <param name="nameColumn">How far left of the frame the axis's name stands.</param>
    /// <param name="steps">Whether numbers and name stand at the step axis.</param>
    public void Draw(ICanvas canvas, Frame frame, Theme theme, bool isFirst, double nameColumn, bool steps = true)
    {
        RectD area = frame.Area;
        double perStep = area.Width / count;
        int stride = Math.Max(1, (int)Math.Ceiling(1.5 / perStep));
        double gap = stride > 1 ? 0 : perStep > 6 ? 0.18 * perStep : perStep > 3 ? 0.8 : 0;
        var caps = new VectorPath();
        for (int k = 0; k < weights.Length; k++)
        {
            var bars = new VectorPath(4 * count / stride);
            for (int t = 0; t < weights[k].Length; t += stride)
            {
                (double low, double high) = Bar(k, t, Math.Min(t + stride, weights[k].Length));
                if (high > low)
                {
                    double left = frame.Place(t - 0.5, 0).X + (gap / 2), right = frame.Place(Math.Min(t + stride, count) - 0.5, 0).X - (gap / 2);
                    RectD whole = RectD.FromSides(left, frame.Place(0, high).Y, right, frame.Place(0, low).Y), bar = whole.Intersect(area);
                    bars.AddRectangle(bar);
                    if (whole.Y < area.Y - 0.5 || whole.Bottom > area.Bottom + 0.5)
                    {
                        caps.AddRectangle(bar with { Y = whole.Y < area.Y ? area.Y : area.Bottom - CapHeight, Height = CapHeight });
                    }
                }
            }

            canvas.Fill(bars, theme.Categories[k]);
        }

        DrawCaps(canvas, frame, caps, theme, steps);
        double zero = frame.Place(0, 0).Y;
        canvas.Stroke(VectorPath.Segment(new(area.X, zero), new(area.Right, zero)), new(theme.Muted, 0.7));
        canvas.Stroke(new VectorPath().MoveTo(area.X, area.Y).LineTo(area.X, area.Bottom).LineTo(area.Right, area.Bottom), new(theme.Frame, 0.8));
        DrawAxes(canvas, frame, theme, isFirst, nameColumn, steps);
    }

    // A cut bar ends in a dark cap, and the largest weight stands in the line of the axis's name.
    private void DrawCaps(ICanvas canvas, Frame frame, VectorPath caps, Theme theme, bool steps)
    {
        if (caps.IsEmpty)
        {
            return;
        }

        canvas.Fill(caps, theme.Ink);
        var style = new TextStyle(CapText, theme.Muted, HorizontalAlign: HorizontalAlign.Right, VerticalAlign: VerticalAlign.Top);
        string text = "dark caps: cut, up to " + NumberText.Short(Largest, 2);
        if (Typography.Width(text, style) < (0.5 * frame.Area.Width) - 20)
        {
            canvas.Text(text, new(frame.Area.Right, frame.Area.Bottom + (steps ? Frame.BelowTicks + 4 : 1.5)), style);
        }
    }

    private IEnumerable<double> Heights()
    {
        for (int t = 0; t < (weights.Length > 0 ? weights[0].Length : 0); t++)
        {
            double first = Clean(weights[0][t]);
            yield return IsTwoSided ? Math.Max(first, Clean(weights[1][t])) : weights.Sum(w => Clean(w[t]));
        }
    }

    // What a bar of component k over some steps covers.
    private (double Low, double High) Bar(int k, int from, int to)
    {
        double height = Mean(k, from, to);
        if (IsTwoSided)
        {
            return k == 0 ? (0, height) : (-height, 0);
        }

        double below = 0;
        for (int j = 0; j < k; j++)
        {
            below += Mean(j, from, to);
        }

        return (below, below + height);
    }

    private double Mean(int k, int from, int to)
    {
        double sum = 0;
        for (int t = from; t < to; t++)
        {
            sum += Clean(weights[k][t]);
        }

        return sum / (to - from);
    }

    private void DrawAxes(ICanvas canvas, Frame frame, Theme theme, bool isFirst, double nameColumn, bool steps)
    {
        RectD area = frame.Area;
        TextStyle tick = Frame.TickStyle(theme);
        var marks = new VectorPath();
        foreach (Tick t in frame.XTicks.Major)
        {
            double x = frame.Place(t.Value, 0).X;
            marks.MoveTo(x, area.Bottom).LineTo(x, area.Bottom + 3.5);
            if (steps)
            {
                canvas.Text(t.Label, new(x, area.Bottom + 6.5), tick with { HorizontalAlign = HorizontalAlign.Center, VerticalAlign = VerticalAlign.Top });
            }
        }

        double full = frame.Y.Max / 1.06;
        foreach (double value in IsTwoSided ? new[] { full, 0, -full } : [full, 0])
        {
            double y = frame.Place(0, value).Y;
            marks.MoveTo(area.X, y).LineTo(area.X - 3.5, y);
            if (isFirst)
            {
                canvas.Text(NumberText.Short(Math.Abs(value), 2), new(area.X - 6.5, y),
                    tick with { HorizontalAlign = HorizontalAlign.Right, VerticalAlign = VerticalAlign.Middle });
            }
        }

        canvas.Stroke(marks, new(theme.Frame, 0.8));
        var name = new TextStyle(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center);
        if (steps)
        {
            canvas.Text("step", new(area.Center.X, area.Bottom + Frame.BelowTicks + 3), name with { VerticalAlign = VerticalAlign.Top });
        }

        if (isFirst)
        {
            canvas.Text("weight", new(area.X - nameColumn, area.Center.Y), name with { RotationDegrees = 90 });
        }
    }

    private static double Clean(double weight) => weight > 0 && double.IsFinite(weight) ? weight : 0;
}
