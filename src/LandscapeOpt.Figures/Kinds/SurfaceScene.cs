using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The parts of a surface figure: box, surface, paths.</summary>
internal sealed class SurfaceScene(ICanvas canvas, Theme theme, Domain window, ScalarField losses, HeightScale scale, Projection projection)
{
    private static readonly double[] HiddenDashes = [2, 2];

    private readonly SurfaceMesh mesh = new(Heights(losses, scale), projection);

    /// <summary>The share of the paths' points that the surface does not hide; 1 without paths.</summary>
    public double VisibleShare(FigureInput input)
    {
        (int seen, int all) = (0, 0);
        foreach (FigureRun run in input.Runs)
        {
            int stride = Math.Max(1, run.Rows / 200);
            for (int row = 0; row < run.Rows; row += stride)
            {
                (double x, double y) = InBox(run.At(row));
                if (Math.Abs(x) <= 1 && Math.Abs(y) <= 1)
                {
                    all++;
                    seen += mesh.IsVisible(x, y, mesh.Height(x, y)) ? 1 : 0;
                }
            }
        }

        return all == 0 ? 1 : (double)seen / all;
    }

    public void DrawSurface() => mesh.Draw(canvas, theme.Landscape, theme.Shadow, theme.Contour, Math.Max(1, (losses.Columns - 1) / 18));

    /// <summary>The floor, the two walls behind, the axes in front and the numbers at them.</summary>
    public void DrawBox(FigureInput input, RectD page)
    {
        // Corners of the floor in order around; the nearest one and its neighbours carry the axes.
        (double X, double Y)[] corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)];
        int near = Enumerable.Range(0, 4).MinBy(i => projection.Away(corners[i].X, corners[i].Y));
        int far = (near + 2) % 4;
        int leftmost = Enumerable.Range(0, 4).MinBy(i => projection.Place(corners[i].X, corners[i].Y, 0).X);
        var walls = new VectorPath();
        IReadOnlyList<Tick> zs = Apart(scale.Ticks(losses), z => projection.Place(-1, -1, scale.Map(z)).Y);
        foreach (Tick z in zs)
        {
            double h = scale.Map(z.Value);
            walls.MoveTo(At((far + 3) % 4, h)).LineTo(At(far, h)).LineTo(At((far + 1) % 4, h));
        }

        foreach (int corner in new[] { far, (far + 1) % 4, (far + 3) % 4 })
        {
            walls.MoveTo(At(corner, 0)).LineTo(At(corner, 1));
        }

        canvas.Stroke(walls, new(theme.Grid, 0.7));
        canvas.Stroke(new VectorPath().MoveTo(At(0, 0)).LineTo(At(1, 0)).LineTo(At(2, 0)).LineTo(At(3, 0)).Close(), new(theme.Frame, 0.8));
        PointD middle = projection.Place(0, 0, 0);
        bool isXFront = corners[near].Y == corners[(near + 1) % 4].Y;
        DrawFloorAxis(isXFront ? (near + 1) % 4 : (near + 3) % 4, input.NameOfX, alongX: true);
        DrawFloorAxis(isXFront ? (near + 3) % 4 : (near + 1) % 4, input.NameOfY, alongX: false);
        DrawHeightAxis();

        PointD At(int corner, double z) => projection.Place(corners[corner].X, corners[corner].Y, z);

        void DrawFloorAxis(int neighbour, string name, bool alongX)
        {
            (double x, double y) fixedAt = corners[near];
            (double low, double high) = alongX ? (window.X0, window.X1) : (window.Y0, window.Y1);
            PointD a = At(near, 0), b = At(neighbour, 0);
            (double ox, double oy) = Outward(a, b, middle);
            var marks = new VectorPath();
            double widest = 0;
            foreach (Tick tick in TickSet.Linear(low, high, 5).Major)
            {
                double t = (2 * (tick.Value - low) / (high - low)) - 1;
                PointD p = alongX ? projection.Place(t, fixedAt.y, 0) : projection.Place(fixedAt.x, t, 0);
                marks.MoveTo(p).LineTo(p.X + (3.5 * ox), p.Y + (3.5 * oy));
                TextStyle style = Frame.TickStyle(theme) with
                {
                    HorizontalAlign = ox > 0.3 ? HorizontalAlign.Left : ox < -0.3 ? HorizontalAlign.Right : HorizontalAlign.Center,
                    VerticalAlign = VerticalAlign.Middle,
                };
                canvas.Text(tick.Label, new(p.X + (6 * ox), p.Y + (6 * oy) + (oy * 4)), style);
                widest = Math.Max(widest, Typography.Width(tick.Label, style));
            }

            canvas.Stroke(marks, new(theme.Frame, 0.8));
            double reach = 16 + (widest * Math.Abs(ox));
            PointD at = new((0.5 * (a.X + b.X)) + (reach * ox), Math.Min(page.Bottom - 8, (0.5 * (a.Y + b.Y)) + (reach * oy) + 6));
            canvas.Text(RichText.Parse(name), at,
                new(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center, VerticalAlign: VerticalAlign.Middle));
        }

        void DrawHeightAxis()
        {
            var marks = new VectorPath().MoveTo(At(leftmost, 0)).LineTo(At(leftmost, 1));
            TextStyle style = Frame.TickStyle(theme) with { HorizontalAlign = HorizontalAlign.Right, VerticalAlign = VerticalAlign.Middle };
            double widest = 0;
            foreach (Tick tick in zs)
            {
                PointD p = At(leftmost, scale.Map(tick.Value));
                marks.MoveTo(p).LineTo(p.X - 3.5, p.Y);
                canvas.Text(tick.Label, new(p.X - 6, p.Y), style);
                widest = Math.Max(widest, Typography.Width(tick.Label, style));
            }

            canvas.Stroke(marks, new(theme.Frame, 0.8));
            PointD side = At(leftmost, 0.5);
            canvas.Text(
                scale.IsLogarithmic ? "loss, logarithmic" : "loss",
                new(Math.Max(page.X + 11, side.X - 6 - widest - 6), side.Y),
                new(Typography.Label, theme.Ink, HorizontalAlign: HorizontalAlign.Center, RotationDegrees: 90));
        }
    }

    /// <summary>Paths on the surface: what the surface hides is thin and pale.</summary>
    public void DrawPaths(FigureInput input, PathColoring coloring, RectD labels)
    {
        var occupancy = new Occupancy(labels);
        var callouts = new List<Callout>();
        var ends = new List<Action>();
        var pieces = new List<(Color Color, bool IsVisible, VectorPath Path)>[input.Runs.Count];
        var halo = new VectorPath();
        for (int r = 0; r < pieces.Length; r++)
        {
            pieces[r] = Pieces(input.Runs[r], r, coloring, occupancy, halo);
            AddEnds(input.Runs[r], r, input.Runs.Count > 1, callouts, ends, occupancy);
        }

        canvas.Stroke(halo, new(theme.Halo.WithAlpha(0.9), 4, Cap: LineCap.Round));
        for (int r = 0; r < pieces.Length; r++)
        {
            // Earlier runs are wider, so that they can be seen under later ones that go the same way.
            double width = pieces.Length > 1 ? 3.5 - (2.0 * r / (pieces.Length - 1)) : 2;
            foreach ((Color color, bool isVisible, VectorPath path) in pieces[r])
            {
                canvas.Stroke(path, isVisible ? new(color, width, Cap: LineCap.Round) : new(color.WithAlpha(0.5), width / 2, Dashes: HiddenDashes));
            }
        }

        ends.ForEach(draw => draw());
        Callouts.Draw(canvas, occupancy, callouts, new(theme.Muted, 0.7));
    }

    private static ScalarField Heights(ScalarField losses, HeightScale scale)
    {
        double[] heights = new double[losses.Values.Length];
        for (int i = 0; i < heights.Length; i++)
        {
            heights[i] = scale.Map(losses.Values[i]);
        }

        return new(losses.Window, losses.Columns, losses.Rows, heights);
    }

    // The ticks whose numbers do not touch.
    private static List<Tick> Apart(IReadOnlyList<Tick> ticks, Func<double, double> place)
    {
        var kept = new List<Tick>();
        foreach (Tick tick in ticks)
        {
            if (kept.Count == 0 || Math.Abs(place(tick.Value) - place(kept[^1].Value)) >= Typography.Tick + 3)
            {
                kept.Add(tick);
            }
        }

        return kept;
    }

    // Away from the middle of the floor, at right angles to an edge.
    private static (double X, double Y) Outward(PointD a, PointD b, PointD middle)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
        (double nx, double ny) = length > 0 ? (-dy / length, dx / length) : (0, 1);
        return (nx * (a.X - middle.X)) + (ny * (a.Y - middle.Y)) < 0 ? (-nx, -ny) : (nx, ny);
    }

    private List<(Color Color, bool IsVisible, VectorPath Path)> Pieces(FigureRun run, int index, PathColoring coloring, Occupancy occupancy, VectorPath halo)
    {
        var pieces = new List<(Color Color, bool IsVisible, VectorPath Path)>();
        (double x, double y) last = (double.NaN, double.NaN);
        PointD pen = default;
        for (int row = 0; row < run.Rows; row++)
        {
            (double x, double y) to = InBox(run.At(row));
            if (double.IsFinite(last.x) && double.IsFinite(to.x))
            {
                // Long steps follow the surface in short pieces.
                double length = Math.Max(Math.Abs(to.x - last.x), Math.Abs(to.y - last.y));
                int parts = Math.Clamp((int)Math.Ceiling(length / 0.02), 1, 400);
                PointD begin = On(last.x, last.y);
                if (length < 0.002 && row < run.Rows - 1)
                {
                    continue;
                }

                for (int k = 1; k <= parts; k++)
                {
                    double t = (double)k / parts, x = last.x + (t * (to.x - last.x)), y = last.y + (t * (to.y - last.y));
                    if (Math.Abs(x) > 1 || Math.Abs(y) > 1)
                    {
                        begin = On(x, y);
                        continue;
                    }

                    bool isVisible = mesh.IsVisible(x, y, mesh.Height(x, y));
                    Color color = coloring.Of(index, row - 1);
                    PointD end = On(x, y);
                    bool joins = pieces.Count > 0 && pen == begin;
                    if (!joins || pieces[^1].Color != color || pieces[^1].IsVisible != isVisible)
                    {
                        pieces.Add((color, isVisible, new VectorPath().MoveTo(begin)));
                    }

                    pieces[^1].Path.LineTo(end);
                    if (isVisible)
                    {
                        _ = (halo.Points is [.., var tip] && tip == begin ? halo : halo.MoveTo(begin)).LineTo(end);
                    }

                    occupancy.Add(begin, end, 5, 160);
                    (begin, pen) = (end, end);
                }
            }

            last = to;
        }

        return pieces;
    }

    private void AddEnds(FigureRun run, int index, bool several, List<Callout> callouts, List<Action> ends, Occupancy occupancy)
    {
        var style = new TextStyle(Typography.Label, theme.Ink, Halo: theme.Halo.WithAlpha(0.85), HaloWidth: 1.6);
        if (run.Target is { } target)
        {
            Mark(target, 8, "target", p => canvas.Stamp(Markers.Star(7.5), [p], theme.TargetFill, new(theme.Name == "dark" ? theme.Halo : theme.Ink, 1)));
        }

        if (run.Rows > 0)
        {
            Mark(run.At(0), 4, "start", p => canvas.Stamp(Markers.Disc(3.6), [p], theme.Ink, new(theme.Halo, 1.2)));
        }

        if (run.Rows > 1)
        {
            Color color = several ? theme.Categories[index] : theme.Ink;
            Mark(run.At(run.Rows - 1), 4.5, several ? "" : "end",
                p => canvas.Stamp(Markers.Square(3.4), [p], theme.MarkerFill, new(color, 1.5, LineJoin.Miter)));
        }

        void Mark(Point at, double radius, string label, Action<PointD> draw)
        {
            (double x, double y) = InBox(at);
            if (!(Math.Abs(x) <= 1 && Math.Abs(y) <= 1))
            {
                return;
            }

            PointD p = On(x, y);
            bool isVisible = mesh.IsVisible(x, y, mesh.Height(x, y));
            ends.Add(() =>
            {
                canvas.PushGroup(isVisible ? 1 : 0.6);
                draw(p);
                canvas.PopGroup();
            });
            occupancy.Add(new RectD(p.X - radius, p.Y - radius, 2 * radius, 2 * radius), 220);
            if (label.Length > 0 && !callouts.Exists(c => Math.Abs(c.At.X - p.X) + Math.Abs(c.At.Y - p.Y) < 4))
            {
                callouts.Add(new(label, p, radius, style));
            }
        }
    }

    private (double X, double Y) InBox(Point p) => (
        (2 * (p.X - window.X0) / window.Width) - 1,
        (2 * (p.Y - window.Y0) / window.Height) - 1);

    private PointD On(double x, double y) => projection.Place(x, y, mesh.Height(x, y));
}
