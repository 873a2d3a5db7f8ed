using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A small map in a free corner that shows where paths end, enlarged.</summary>
internal sealed record ZoomInset(RectD Area, Domain Window, double Factor)
{
    private const double Share = 0.36, Margin = 8;

    /// <summary>Where an inset would lie and what it would show; null where the ends need no enlarging or no corner is free.</summary>
    public static ZoomInset? For(Frame frame, IReadOnlyList<FigureRun> runs, Occupancy occupancy)
    {
        Point[] tail = [.. runs.SelectMany(r => Tail(r, frame))];
        if (tail.Length == 0)
        {
            return null;
        }

        (double x0, double x1) = (tail.Min(p => p.X), tail.Max(p => p.X));
        (double y0, double y1) = (tail.Min(p => p.Y), tail.Max(p => p.Y));
        double spanX = frame.X.Max - frame.X.Min, spanY = frame.Y.Max - frame.Y.Min;
        double share = Math.Clamp(1.35 * Math.Max((x1 - x0) / spanX, (y1 - y0) / spanY), 1e-6, 1);
        double factor = FloorToRound(Share / share);
        if (factor < 2)
        {
            return null;
        }

        double halfX = 0.5 * Share * spanX / factor, halfY = 0.5 * Share * spanY / factor;
        var window = new Domain((0.5 * (x0 + x1)) - halfX, (0.5 * (x0 + x1)) + halfX, (0.5 * (y0 + y1)) - halfY, (0.5 * (y0 + y1)) + halfY);
        (double width, double height) = (Share * frame.Area.Width, Share * frame.Area.Height);
        RectD area = frame.Area.Inflate(-Margin);
        RectD[] corners =
        [
            new(area.Right - width, area.Y, width, height), new(area.X, area.Y, width, height),
            new(area.Right - width, area.Bottom - height, width, height), new(area.X, area.Bottom - height, width, height),
        ];
        RectD best = corners.MinBy(c => occupancy.Cost(c));
        return window.IsValid && occupancy.Cost(best) < 25 ? new(best, window, factor) : null;
    }

    /// <summary>The part of the big map that is enlarged.</summary>
    public RectD Source(Frame frame)
    {
        (PointD a, PointD b) = (frame.Place(Window.X0, Window.Y1), frame.Place(Window.X1, Window.Y0));
        return RectD.FromSides(a.X, a.Y, b.X, b.Y);
    }

    /// <summary>Takes the places of the lines around and from what is enlarged, so that labels keep off them.</summary>
    public void MarkLines(Frame frame, Occupancy occupancy)
    {
        RectD source = Source(frame);
        PointD[] corners = [new(source.X, source.Y), new(source.Right, source.Y), new(source.Right, source.Bottom), new(source.X, source.Bottom)];
        for (int i = 0; i < corners.Length; i++)
        {
            occupancy.Add(corners[i], corners[(i + 1) % corners.Length], 2, 120);
        }

        foreach ((PointD from, PointD to) in Connectors(source))
        {
            occupancy.Add(from, to, 2, 60);
        }
    }

    /// <summary>Draws the inset, and lines from what it enlarges.</summary>
    public void Draw(ICanvas canvas, Frame frame, Theme theme, ILandscape landscape, int levels, Action<Frame, Occupancy> paths)
    {
        RectD source = Source(frame);
        var line = new Stroke(theme.Muted, 0.7, LineJoin.Miter);
        canvas.Stroke(VectorPath.Rectangle(source.Width < 3 ? new(source.Center.X - 1.5, source.Center.Y - 1.5, 3, 3) : source), line);
        foreach ((PointD from, PointD to) in Connectors(source))
        {
            canvas.Stroke(VectorPath.Segment(from, to), line with { Width = 0.5 });
        }

        var inner = new Frame(Area, Scale.Linear(Window.X0, Window.X1), Scale.Linear(Window.Y0, Window.Y1), IsMap: true);
        var map = MapLayer.Resolve(landscape, Window, 120, 120, f => ContourLevels.Choose(f, levels));
        canvas.PushClip(Area);
        map.DrawFill(canvas, Area, theme);
        var occupancy = new Occupancy(Area.Inflate(-2));
        map.DrawLines(canvas, Area, theme, occupancy, 0);
        paths(inner, occupancy);
        canvas.PopClip();
        canvas.Stroke(VectorPath.Rectangle(Area), line with { Width = 0.9 });
        var label = new TextStyle(Typography.Contour + 0.5, theme.Ink, Halo: theme.Halo.WithAlpha(0.85), HaloWidth: 1.4);
        canvas.Text("×" + NumberText.Short(Factor), new(Area.X + 4, Area.Bottom - 4), label);
    }

    // The two lines between corners that cross neither rectangle.
    private IEnumerable<(PointD From, PointD To)> Connectors(RectD source)
    {
        bool isLeft = Area.Center.X < source.Center.X, isAbove = Area.Center.Y < source.Center.Y;
        foreach (bool first in new[] { true, false })
        {
            bool right = first != (isLeft == isAbove), bottom = first;
            PointD Corner(RectD r) => new(right ? r.Right : r.X, bottom ? r.Bottom : r.Y);
            yield return (Corner(source), Corner(Area));
        }
    }

    // The last part of a path that stays within a small piece of the picture.
    private static IEnumerable<Point> Tail(FigureRun run, Frame frame)
    {
        const double Piece = 0.05;
        double limitX = Piece * (frame.X.Max - frame.X.Min), limitY = Piece * (frame.Y.Max - frame.Y.Min);
        if (run.Rows < 2 || !run.At(run.Rows - 1).IsFinite || !frame.Area.Contains(frame.Place(run.At(run.Rows - 1))))
        {
            yield break;
        }

        Point end = run.At(run.Rows - 1);
        for (int row = run.Rows - 1; row >= 0; row--)
        {
            Point p = run.At(row);
            if (!(Math.Abs(p.X - end.X) <= limitX && Math.Abs(p.Y - end.Y) <= limitY))
            {
                yield break;
            }

            yield return p;
        }
    }

    // 2, 5, 10, 20, 50, … at most.
    private static double FloorToRound(double factor)
    {
        int exponent = RoundNumber.Exponent(factor);
        double lead = factor / RoundNumber.Power(exponent);
        return RoundNumber.Of(lead >= 5 ? 5 : lead >= 2 ? 2 : 1, exponent);
    }
}
