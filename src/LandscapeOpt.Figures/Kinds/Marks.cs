using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The points of a map that have names: target, start, end, critical points. First they take their places, then labels find theirs.</summary>
internal sealed class Marks(Frame frame, Theme theme, Occupancy occupancy, bool names, double size)
{
    private const double Near = 7;

    private readonly List<(PointD At, double Radius, Action<ICanvas> Draw)> shapes = [];
    private readonly List<Callout> callouts = [];

    private TextStyle LabelStyle => new(Typography.Label, theme.Ink, Halo: theme.Halo.WithAlpha(0.85), HaloWidth: 1.6);

    public void AddStart(Point start, string label = "start") =>
        Add(start, 4 * size, label, at => canvas => canvas.Stamp(Markers.Disc(3.6 * size), [at], theme.Ink, new(theme.Halo, 1.2)));

    /// <param name="end">Where the run ends.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="label">Its label.</param>
    /// <param name="later">How many runs that are drawn later end here too: the square is larger, so that theirs do not hide it.</param>
    public void AddEnd(Point end, Color color, string label = "end", int later = 0)
    {
        double half = (3.4 + (2 * Math.Min(later, 3))) * size;
        Add(end, half + 1.1, label, at => canvas => canvas.Stamp(Markers.Square(half), [at], theme.MarkerFill, new(color, 1.5, LineJoin.Miter)));
    }

    public void AddAverage(Point end, string label = "average") =>
        Add(end, 4 * size, label, at => canvas => canvas.Stamp(Markers.Disc(3 * size), [at], theme.MarkerFill, new(theme.Ink, 1.4)));

    public void AddTarget(Point target, string label = "target") =>
        Add(target, 8 * size, label, at => canvas =>
            canvas.Stamp(Markers.Star(7.5 * size), [at], theme.TargetFill, new(theme.Name == "dark" ? theme.Halo : theme.Ink, 1, LineJoin.Miter)));

    /// <summary>Minima and saddles inside the frame; the lowest minimum gets a name unless something else lies there.</summary>
    public void AddCritical(LandscapeInfo info, bool minima, bool saddles)
    {
        CriticalPoint? lowest = info.GlobalMinimum;
        int inside = info.CriticalPoints.Count(c => c.Kind == CriticalKind.Minimum && frame.Area.Contains(frame.Place(c.At)));
        bool hasName = false;
        foreach (CriticalPoint c in info.CriticalPoints)
        {
            PointD at = frame.Place(c.At);
            if (!frame.Area.Contains(at) || IsTaken(at))
            {
                continue;
            }

            if (c.Kind == CriticalKind.Minimum && minima)
            {
                bool isLowest = lowest is not null && c.Loss <= lowest.Loss + (1e-9 * Math.Max(1, Math.Abs(lowest.Loss)));
                string name = isLowest && !hasName ? "minimum" : "";
                hasName |= isLowest;
                Add(c.At, 3.5, name, p => canvas =>
                    canvas.Stamp(
                        Markers.Diamond((isLowest || inside < 3 ? 3.6 : 2.8) * size), [p], theme.TargetFill,
                        new(theme.Name == "dark" ? theme.Halo : theme.Ink, 0.8)));
            }
            else if (c.Kind == CriticalKind.Saddle && saddles)
            {
                Add(c.At, 3, "", p => canvas =>
                {
                    canvas.Stamp(Markers.Cross(2.4), [p], null, new(theme.Halo, 2.6, Cap: LineCap.Round));
                    canvas.Stamp(Markers.Cross(2.4), [p], null, new(theme.Ink, 1.1, Cap: LineCap.Round));
                });
            }
        }
    }

    /// <summary>A dot with a remark.</summary>
    public void AddNote(Point at, string text) =>
        Add(at, 2.5 * size, text, p => canvas => canvas.Stamp(Markers.Disc(2 * size), [p], theme.Ink, new(theme.Halo, 1)));

    /// <summary>An arrow where a path leaves the picture, with a label.</summary>
    public void AddExit(PathExit exit, Color color, string label)
    {
        VectorPath arrow = Markers.Arrow(exit.At, exit.Direction.X, exit.Direction.Y, 9);
        shapes.Add((exit.At, 5, canvas =>
        {
            canvas.Stroke(arrow, new(theme.Halo, 2));
            canvas.Fill(arrow, color);
        }
        ));
        occupancy.Add(arrow.Bounds, 220);
        RectD box = arrow.Bounds;
        if (label.Length > 0)
        {
            callouts.Add(new(label, box.Center, 6, LabelStyle with { Size = Typography.Tick }));
        }
    }

    /// <summary>A label beside a point that is drawn elsewhere.</summary>
    public void AddLabel(PointD at, double radius, string label, Color? color = null) =>
        callouts.Add(new(label, at, radius, LabelStyle with { Color = color ?? theme.Ink, Bold = color is not null }));

    public void DrawShapes(ICanvas canvas)
    {
        foreach ((_, _, Action<ICanvas> draw) in shapes)
        {
            draw(canvas);
        }
    }

    public void DrawLabels(ICanvas canvas) => Callouts.Draw(canvas, occupancy, callouts, new(theme.Muted, 0.7));

    private bool IsTaken(PointD at) => shapes.Exists(s => Math.Abs(s.At.X - at.X) < Near && Math.Abs(s.At.Y - at.Y) < Near);

    private void Add(Point point, double radius, string label, Func<PointD, Action<ICanvas>> draw)
    {
        PointD at = frame.Place(point);
        if (!at.IsFinite || !frame.Area.Inflate(1).Contains(at))
        {
            return;
        }

        shapes.Add((at, radius, draw(at)));
        occupancy.Add(new RectD(at.X - radius, at.Y - radius, 2 * radius, 2 * radius), 220);
        if (label.Length == 0 || !names)
        {
            return;
        }

        // Two points that the eye cannot tell apart share one label.
        int same = callouts.FindIndex(c => Math.Abs(c.At.X - at.X) < 3 && Math.Abs(c.At.Y - at.Y) < 3);
        if (same >= 0)
        {
            callouts[same] = callouts[same] with { Text = $"{callouts[same].Text.PlainText} = {label}", Radius = Math.Max(radius, callouts[same].Radius) };
            return;
        }

        callouts.Add(new(label, at, radius, LabelStyle));
    }
}
