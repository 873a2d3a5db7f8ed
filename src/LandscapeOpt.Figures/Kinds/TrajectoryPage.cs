using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Draws one trajectory figure.</summary>
internal sealed class TrajectoryPage(Trajectory kind, FigureInput input, Theme theme)
{
    private static readonly double[] TargetDashes = [4, 3];

    private readonly bool together = kind.Panels == PanelMode.Together;
    private readonly PathColoring coloring = PathColoring.For(input, kind.ColorBy, kind.Panels == PanelMode.Together, theme);
    private readonly Domain window = Trajectory.WindowFor(input);

    public void Draw(ICanvas canvas)
    {
        TrajectoryLayout layout = kind.LayoutFor(input, window, coloring, theme, new(canvas.Width, canvas.Height), out PageHeader header);
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        MapLayer map = MapFor(layout);
        int panels = together ? 1 : Math.Max(1, input.Runs.Count);
        int steps = input.Runs.Select(r => r.Rows - 1).DefaultIfEmpty(1).Max();
        WeightStrip[] strips = [.. input.Runs.Select(r => new WeightStrip(Trajectory.WeightsOf(r), steps))];
        double highest = strips.Select(s => s.Highest).DefaultIfEmpty(1).Max();
        for (int panel = 0; panel < panels; panel++)
        {
            int[] runs = together ? [.. Enumerable.Range(0, input.Runs.Count)] : input.Runs.Count > 0 ? [panel] : [];
            var frame = new Frame(layout.FrameOf(panel), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
            bool isFirst = panel % layout.Columns == 0;
            DrawPanel(canvas, frame, map, runs);
            bool namesX = layout.Strip > 0 || layout.IsLowest(panel, panels);
            frame.DrawAxes(
                canvas, theme, namesX ? RichText.Parse(input.NameOfX) : null, isFirst ? RichText.Parse(input.NameOfY) : null, yLabels: isFirst, nameColumn: layout.NameColumn);
            if (!together && runs.Length > 0)
            {
                DrawHeading(canvas, frame.Area, layout.Heading, input.Runs[panel]);
                if (layout.Strip > 0)
                {
                    strips[panel].Draw(
                        canvas, strips[panel].FrameIn(layout.StripOf(panel), highest), theme, isFirst ? input.Runs[panel].Components : null, layout.NameColumn);
                }
            }
        }

        DrawSide(canvas, layout);
    }

    private MapLayer MapFor(TrajectoryLayout layout)
    {
        int columns = (int)kind.Grid, rows = Math.Clamp((int)Math.Round(kind.Grid * layout.FrameHeight / layout.FrameWidth), 20, 1000);
        ScalarField field = ScalarField.Sample(input.Landscape, window, columns, rows);
        return new(field, ContourLevels.Choose(field, (int)kind.LevelCount, kind.Levels));
    }

    private void DrawPanel(ICanvas canvas, Frame frame, MapLayer map, int[] runs)
    {
        RectD area = frame.Area;
        var occupancy = new Occupancy(area.Inflate(-3));
        PathLayer[] paths = [.. runs.Select(r => new PathLayer(frame, input.Runs[r].Column("x"), input.Runs[r].Column("y")))];
        var marks = new Marks(frame, theme, occupancy);
        var targetLines = new VectorPath();
        for (int i = 0; i < runs.Length; i++)
        {
            FigureRun run = input.Runs[runs[i]];
            paths[i].Mark(occupancy);
            if (run.Target is { } target && run.Rows > 0 && (i == 0 || run.Target != input.Runs[runs[0]].Target || run.At(0) != input.Runs[runs[0]].At(0)))
            {
                (PointD from, PointD to) = (frame.Place(run.At(0)), frame.Place(target));
                targetLines.MoveTo(from).LineTo(to);
                occupancy.Add(from, to, 2, 70);
            }
        }

        AddMarks(marks, runs, paths);
        canvas.PushClip(area);
        map.DrawFill(canvas, area, theme);

        // Direct labels come before contour numbers: they find their places first. What is drawn first lies below.
        var labels = new Recording();
        marks.DrawLabels(labels.For(canvas));
        map.DrawLines(canvas, area, theme, occupancy);
        canvas.Stroke(targetLines, new(theme.Muted, 0.9, Dashes: TargetDashes));
        for (int i = 0; i < runs.Length; i++)
        {
            DrawPath(canvas, frame, paths[i], runs[i]);
        }

        marks.DrawShapes(canvas);
        labels.Play(canvas);
        canvas.PopClip();
    }

    private void DrawPath(ICanvas canvas, Frame frame, PathLayer path, int run)
    {
        FigureRun data = input.Runs[run];
        int stride = kind.Markers == StepMarkers.None ? int.MaxValue : path.MarkerStride;
        double width = data.Rows > 20_000 ? 0.9 : data.Rows > 2000 ? 1.4 : 2;
        path.DrawLine(canvas, theme, row => coloring.Of(run, row), width);
        if (data.Has("average_x") && data.Has("average_y"))
        {
            new PathLayer(frame, data.Column("average_x"), data.Column("average_y"))
                .DrawLine(canvas, theme, _ => theme.Ink, 1.1, new double[] { 3, 2 });
        }

        path.DrawMarkers(canvas, theme, stride, together && input.Runs.Count > 1 ? theme.Categories[run] : theme.Ink);
    }

    private void AddMarks(Marks marks, int[] runs, PathLayer[] paths)
    {
        FigureRun[] data = [.. runs.Select(r => input.Runs[r])];
        foreach (Point target in data.Where(r => r.Target is not null).Select(r => r.Target!.Value).Distinct())
        {
            marks.AddTarget(target);
        }

        foreach (Point start in data.Where(r => r.Rows > 0).Select(r => r.At(0)).Distinct())
        {
            marks.AddStart(start);
        }

        for (int i = 0; i < data.Length; i++)
        {
            if (data[i].Rows > 1 && data[i].At(data[i].Rows - 1).IsFinite)
            {
                marks.AddEnd(data[i].At(data[i].Rows - 1), together && data.Length > 1 ? theme.Categories[runs[i]] : theme.Ink, together && data.Length > 1 ? "" : "end");
            }

            if (paths[i].Exit is { } exit)
            {
                string label = "leaves at step " + NumberText.Count((long)data[i].Step(exit.Row + 1));
                marks.AddExit(exit, coloring.Of(runs[i], exit.Row), together && data.Length > 1 ? "" : label);
            }
        }

        marks.AddCritical(input.Landscape.Info, kind.Minima, kind.Saddles);
    }

    private void DrawHeading(ICanvas canvas, RectD area, double height, FigureRun run)
    {
        TextStyle name = Trajectory.NameStyle(theme), ending = Trajectory.EndingStyle(theme);
        double baseline = area.Y - 6;
        if (height > 24)
        {
            canvas.Text(Typography.Fit(run.Name, name, area.Width), new(area.X, baseline - 12), name);
            canvas.Text(Typography.Fit(run.Ending, ending, area.Width), new(area.X, baseline), ending);
            return;
        }

        canvas.Text(Typography.Fit(run.Name, name, area.Width), new(area.X, baseline), name);
        canvas.Text(run.Ending, new(area.Right, baseline), ending with { HorizontalAlign = HorizontalAlign.Right });
    }

    private void DrawSide(ICanvas canvas, TrajectoryLayout layout)
    {
        RectD last = layout.FrameOf(layout.Columns - 1);
        if (coloring.Bar is { } scale)
        {
            ColorBar.Draw(canvas, new(last.Right + 14, last.Y, 10, last.Height), scale, theme.Sequence.At, coloring.BarName, theme);
        }
        else if (together && input.Runs.Count > 1)
        {
            RunKey.Draw(canvas, RectD.FromSides(last.Right + 14, last.Y, last.Right + layout.Side, last.Bottom), input.Runs, theme);
        }
    }
}
