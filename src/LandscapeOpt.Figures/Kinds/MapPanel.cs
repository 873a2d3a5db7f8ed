using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What a map panel shows besides contours and paths.</summary>
internal sealed record MapPanelOptions
{
    /// <summary>After how many steps there is a marker.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Paths that would need markers farther apart than this have none.</summary>
    public int DensestStride { get; init; } = int.MaxValue;

    /// <summary>How many levels carry numbers.</summary>
    public int Labels { get; init; } = 8;

    /// <summary>Whether known minima are marked.</summary>
    public bool Minima { get; init; } = true;

    /// <summary>Whether known saddles are marked.</summary>
    public bool Saddles { get; init; }

    /// <summary>Whether an inset enlarges where paths end, if there is something to see and a free corner.</summary>
    public bool Zoom { get; init; }

    /// <summary>Whether points carry their names.</summary>
    public bool Names { get; init; } = true;

    /// <summary>Factor on widths and markers, for small panels.</summary>
    public double Size { get; init; } = 1;
}

/// <summary>Draws the inside of one map panel: contours, paths, named points. Nothing covers anything else.</summary>
internal sealed class MapPanel(FigureInput input, Theme theme, PathColoring coloring, MapPanelOptions options)
{
    private static readonly double[] TargetDashes = [4, 3], AverageDashes = [3, 2];

    /// <summary>Draws some runs over a map; the axes come between them, so that markers on the rim stay whole.</summary>
    public void Draw(ICanvas canvas, Frame frame, IMapBackground map, LandscapeInfo info, int[] runs, Action axes)
    {
        RectD area = frame.Area;
        var occupancy = new Occupancy(area.Inflate(-3));
        PathLayer[] paths = [.. runs.Select(r => new PathLayer(frame, input.Runs[r].Column("x"), input.Runs[r].Column("y")))];
        Array.ForEach(paths, p => p.Mark(occupancy));
        VectorPath targetLines = TargetLines(frame, runs, occupancy);
        var marks = new Marks(frame, theme, occupancy, options.Names, options.Size);
        AddMarks(marks, info, runs, paths);
        ZoomInset? zoom = options.Zoom ? ZoomInset.For(frame, [.. runs.Select(r => input.Runs[r])], occupancy) : null;
        if (zoom is not null)
        {
            occupancy.Add(zoom.Area.Inflate(2), 255);
            zoom.MarkLines(frame, occupancy);
        }

        canvas.PushClip(area);
        map.DrawFill(canvas, area, theme);

        // Direct labels are drawn last, but find their places before contour numbers do.
        var labels = new Recording();
        marks.DrawLabels(labels.For(canvas));
        map.DrawLines(canvas, area, theme, occupancy, options.Labels);
        canvas.PopClip();
        axes();
        canvas.PushClip(area);
        canvas.Stroke(targetLines, new(theme.Muted, 0.9, Dashes: TargetDashes));
        for (int i = 0; i < runs.Length; i++)
        {
            paths[i].DrawHalo(canvas, theme, WidthOf(runs, i));
        }

        for (int i = 0; i < runs.Length; i++)
        {
            DrawPath(canvas, frame, paths[i], runs, i);
        }

        canvas.PopClip();
        for (int i = 0; i < runs.Length; i++)
        {
            if (paths[i].MarkerStride <= options.DensestStride)
            {
                paths[i].DrawMarkers(canvas, theme, options.Stride, runs.Length > 1 ? theme.Categories[runs[i]] : theme.Ink, options.Size);
            }
        }

        DrawAverages(canvas, frame, runs);
        marks.DrawShapes(canvas);
        labels.Play(canvas);
        zoom?.Draw(canvas, frame, theme, input.Landscape, 8, (inner, taken) => DrawInside(canvas, inner, info, runs, taken));
    }

    // What an inset shows: paths and marked points, without names.
    private void DrawInside(ICanvas canvas, Frame frame, LandscapeInfo info, int[] runs, Occupancy occupancy)
    {
        PathLayer[] paths = [.. runs.Select(r => new PathLayer(frame, input.Runs[r].Column("x"), input.Runs[r].Column("y")))];
        var marks = new Marks(frame, theme, occupancy, names: false, 0.85 * options.Size);
        AddMarks(marks, info, runs, paths, exits: false);
        for (int i = 0; i < runs.Length; i++)
        {
            paths[i].DrawHalo(canvas, theme, WidthOf(runs, i));
        }

        for (int i = 0; i < runs.Length; i++)
        {
            DrawPath(canvas, frame, paths[i], runs, i);
            paths[i].DrawMarkers(canvas, theme, paths[i].MarkerStride, runs.Length > 1 ? theme.Categories[runs[i]] : theme.Ink, 0.85 * options.Size);
        }

        DrawAverages(canvas, frame, runs);
        marks.DrawShapes(canvas);
    }

    // Start to target of each run, once where several share it.
    private VectorPath TargetLines(Frame frame, int[] runs, Occupancy occupancy)
    {
        var path = new VectorPath();
        var seen = new HashSet<(Point, Point)>();
        foreach (FigureRun run in runs.Select(r => input.Runs[r]))
        {
            if (run.Target is { } target && run.Rows > 0 && seen.Add((run.At(0), target)))
            {
                (PointD from, PointD to) = (frame.Place(run.At(0)), frame.Place(target));
                path.MoveTo(from).LineTo(to);
                occupancy.Add(from, to, 2, 70);
            }
        }

        return path;
    }

    private void DrawPath(ICanvas canvas, Frame frame, PathLayer path, int[] runs, int index)
    {
        FigureRun run = input.Runs[runs[index]];
        path.DrawLine(
            canvas, row => coloring.Of(runs[index], row), WidthOf(runs, index), runs.Length > 1 ? RunStyle.DashesOf(runs[index], theme) : default);
    }

    // Averaged sequences lie above markers, because they run through the thick of noisy paths.
    private void DrawAverages(ICanvas canvas, Frame frame, int[] runs)
    {
        canvas.PushClip(frame.Area);
        foreach (FigureRun run in runs.Select(r => input.Runs[r]).Where(HasAverage))
        {
            var average = new PathLayer(frame, run.Column("average_x"), run.Column("average_y"));
            average.DrawHalo(canvas, theme, 1.2);
            average.DrawLine(canvas, _ => theme.Ink, 1.3, AverageDashes);
        }

        canvas.PopClip();
    }

    private static bool EndsTogether(PathLayer one, PathLayer other) => one.Places is [.., var a] && other.Places is [.., var b]
        && Math.Abs(a.X - b.X) < 4 && Math.Abs(a.Y - b.Y) < 4;

    private static bool HasAverage(FigureRun run) => run.Has("average_x") && run.Has("average_y");

    private static Point? LastAverage(FigureRun run)
    {
        ReadOnlySpan<double> x = run.Column("average_x"), y = run.Column("average_y");
        int last = x.Length - 1;
        while (last >= 0 && !(double.IsFinite(x[last]) && double.IsFinite(y[last])))
        {
            last--;
        }

        return last < 0 ? null : new(x[last], y[last]);
    }

    // Earlier runs are wider, so that they can be seen under later ones that go the same way.
    private double WidthOf(int[] runs, int index)
    {
        int rows = input.Runs[runs[index]].Rows;
        double width = options.Size * (rows > 20_000 ? 0.9 : rows > 2000 ? 1.4 : 2);
        return runs.Length > 1 ? Math.Max(1, width * (1.5 - (0.7 * index / (runs.Length - 1)))) : width;
    }

    private void AddMarks(Marks marks, LandscapeInfo info, int[] runs, PathLayer[] paths, bool exits = true)
    {
        FigureRun[] data = [.. runs.Select(r => input.Runs[r])];
        bool several = data.Length > 1;
        foreach (Point target in data.Where(r => r.Target is not null).Select(r => r.Target!.Value).Distinct())
        {
            marks.AddTarget(target);
        }

        Point[] starts = [.. data.Where(r => r.Rows > 0).Select(r => r.At(0)).Distinct()];
        foreach (Point start in starts)
        {
            marks.AddStart(start, starts.Length > 3 ? "" : "start");
        }

        for (int i = 0; i < data.Length; i++)
        {
            if (data[i].Rows > 1 && data[i].At(data[i].Rows - 1).IsFinite)
            {
                int later = Enumerable.Range(i + 1, data.Length - i - 1).Count(j => EndsTogether(paths[i], paths[j]));
                marks.AddEnd(data[i].At(data[i].Rows - 1), several ? theme.Categories[runs[i]] : theme.Ink, several ? "" : "end", later);
            }

            if (HasAverage(data[i]) && LastAverage(data[i]) is { } average)
            {
                marks.AddAverage(average, several ? "" : "average");
            }

            if (exits && paths[i].Exit is { } exit)
            {
                string label = "leaves at step " + NumberText.Count((long)data[i].Step(exit.Row + 1));
                marks.AddExit(exit, coloring.Of(runs[i], exit.Row), several ? "" : label);
            }
        }

        marks.AddCritical(info, options.Minima, options.Saddles);
        foreach (Annotation note in exits ? input.Annotations : [])
        {
            marks.AddNote(note.At, note.Text);
        }
    }
}
