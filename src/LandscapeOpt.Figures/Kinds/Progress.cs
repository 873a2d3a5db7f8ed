using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>How far runs come along the straight line from start to target, against how far they stray from it.</summary>
public sealed record Progress : FigureKind
{
    private const double Margin = 14;

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => new(660, 390);

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        var header = new PageHeader(input.Title, input.Subtitle);
        (double[] X, double[] Y)[] paths = [.. input.Runs.Select(r => Measure(r, input))];
        (double x0, double x1) = DataRange.Of(paths.Select(p => p.X).Append([0, 1]));
        (_, double y1) = DataRange.Of(paths.Select(p => p.Y).Append([0]));

        // A run that flies off must not flatten the others.
        (x0, x1, y1) = (Math.Max(x0, -3), Math.Min(x1, 4), Math.Min(y1, 4 * Longest(input)));
        double room = 0.04 * (x1 - x0);
        var scaleX = Scale.Linear(x0 - room, x1 + room);
        var scaleY = Scale.Linear(-0.04 * y1, y1 > 0 ? 1.06 * y1 : 1);
        double left = Margin + Typography.Label + 10 + new Frame(new(0, 0, 400, 250), scaleX, scaleY).LeftOfFrame(theme);
        double side = input.Runs.Count > 1 ? RunKey.Width(input.Runs, theme) + 14 : 0;
        double top = header.Height(canvas.Width - left - Margin, theme) + 16;
        header.Draw(canvas, left, canvas.Width - left - Margin, theme);
        var frame = new Frame(
            new(left, top, Math.Max(12, canvas.Width - Margin - side - left),
                Math.Max(12, canvas.Height - Margin - Frame.BelowName + 4 - top)), scaleX, scaleY);
        DrawRuns(canvas, frame, input, paths, theme);
        frame.DrawAxes(
            canvas, theme, "progress along the line from start to target", "distance from the line", open: true,
            nameColumn: left - Margin - Typography.Label + 2);
        if (side > 0)
        {
            RunKey.Draw(canvas, RectD.FromSides(frame.Area.Right + 14, frame.Area.Y, frame.Area.Right + side, frame.Area.Bottom), input.Runs, theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => "Progress along the line from start to target against the distance from it. "
        + string.Join(" ", input.Runs.Take(12).Select(r =>
        {
            (double[] x, double[] y) = Measure(r, input);
            return x.Length == 0 ? $"{r.Name} has no steps."
                : $"{r.Name} covers {NumberText.Short(100 * x[^1], 2)} % of the line and strays "
                    + $"{NumberText.Short(y.Where(double.IsFinite).DefaultIfEmpty(0).Max())} at most.";
        }));

    private static void DrawRuns(ICanvas canvas, Frame frame, FigureInput input, (double[] X, double[] Y)[] paths, Theme theme)
    {
        RectD area = frame.Area;
        frame.DrawGrid(canvas, theme);
        var label = new TextStyle(Typography.Label, theme.Muted, HorizontalAlign: HorizontalAlign.Center);
        foreach ((double at, string name) in new[] { (0.0, "start"), (1.0, "target") })
        {
            double x = frame.Place(at, 0).X;
            canvas.Stroke(VectorPath.Segment(new(x, area.Y), new(x, area.Bottom)), new(theme.Muted, 0.9, Dashes: new double[] { 4, 3 }));
            canvas.Text(name, new(x, area.Y - 4), label);
        }

        canvas.PushClip(area.Inflate(3));
        var layers = paths.Select(p => new PathLayer(frame, p.X, p.Y)).ToList();
        for (int i = 0; i < layers.Count; i++)
        {
            Color color = theme.Categories[i];
            double width = layers.Count > 1 ? 2.4 - (1.0 * i / (layers.Count - 1)) : 1.8;
            layers[i].DrawLine(canvas, _ => color, width, RunStyle.DashesOf(i, theme));
            layers[i].DrawMarkers(canvas, theme, layers[i].MarkerStride, color);
        }

        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Places is [.., var end] && end.IsFinite)
            {
                canvas.Stamp(Markers.Square(3.4), [end], theme.MarkerFill, new(theme.Categories[i], 1.5, LineJoin.Miter));
            }
        }

        canvas.PopClip();
    }

    // From the columns where the trace has them, otherwise from the points and the target (or the known minimum).
    private static (double[] X, double[] Y) Measure(FigureRun run, FigureInput input)
    {
        if (run.Has("progress") && run.Has("off_line"))
        {
            return (run.Column("progress").ToArray(), run.Column("off_line").ToArray());
        }

        (double[] along, double[] off) = (new double[run.Rows], new double[run.Rows]);
        if (run.Rows == 0 || TargetOf(run, input) is not { } target)
        {
            return ([], []);
        }

        Point start = run.At(0), line = target - start;
        double length = line.Norm;
        for (int i = 0; i < along.Length; i++)
        {
            Point way = run.At(i) - start;
            along[i] = length > 0 ? Point.Dot(way, line) / (length * length) : 0;
            off[i] = length > 0 ? Math.Abs((line.X * way.Y) - (line.Y * way.X)) / length : way.Norm;
        }

        return (along, off);
    }

    private static Point? TargetOf(FigureRun run, FigureInput input) => run.Target ?? (run.Landscape ?? input.Landscape).Info.GlobalMinimum?.At;

    private static double Longest(FigureInput input)
    {
        double longest = 0;
        foreach (FigureRun run in input.Runs)
        {
            longest = run.Rows > 0 && TargetOf(run, input) is { } target ? Math.Max(longest, (target - run.At(0)).Norm) : longest;
        }

        return longest > 0 ? longest : double.PositiveInfinity;
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Progress = Add(
        "progress",
        new Progress(),
        "Along the line and off it",
        "The share of the start-target line that a run has covered, against its distance from that line; without a target the known minimum counts.");
}
