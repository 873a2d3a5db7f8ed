using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The path of a run with marks where something happened, and the gradient flow from the same start beside it; the events in words below.</summary>
public sealed record EventsMap : FigureKind<PathReport>
{
    private const double Left = 52, MapWidth = 430, Right = 16, Bottom = 44, LineHeight = 13;

    /// <summary>Whether the gradient flow is shown beside the path.</summary>
    public bool Flow { get; init; } = true;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, PathReport report)
    {
        double list = report.Events.Count * LineHeight;
        return new(
            Left + MapWidth + Right,
            Header(input, Theme.Light).Height(MapWidth, Theme.Light) + GeometryPanel.HeightFor(WindowOf(input, report), MapWidth) + Bottom + list + 10);
    }

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, PathReport report, Theme theme)
    {
        PageHeader header = Header(input, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme);
        double list = (report.Events.Count * LineHeight) + 10;
        header.Draw(canvas, Left, width, theme);
        var panel = new GeometryPanel(
            input.Landscape, WindowOf(input, report), new(Left, top, width, Math.Max(60, canvas.Height - top - Bottom - list)), theme);
        DrawPath(canvas, input, panel, RunOf(input)!, report, theme);

        double y = panel.Frame.Area.Bottom + Bottom;
        var style = new TextStyle(Typography.Label, theme.Ink);
        for (int i = 0; i < report.Events.Count; i++, y += LineHeight)
        {
            canvas.Text(NumberText.Count(i + 1), new(Left - 8, y), style with { Bold = true, HorizontalAlign = HorizontalAlign.Right });
            canvas.Text(Typography.Fit(Typeset(report.Events[i].Sentence), style, width), new(Left, y), style);
        }
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, PathReport report)
    {
        string events = string.Join(" ", report.Events.Select(e => Typeset(e.Sentence)));
        return $"Contour map of {input.Landscape.Info.Title} with the path of a run and what happened to it. {FigureText.Sentence(RunOf(input)!)} {events}"
            .TrimEnd();
    }

    // As sentences stand in files they have the minus signs of numbers in files.
    private static string Typeset(string sentence) => NumberText.Typeset(sentence).Replace("λ_min", "λ min", StringComparison.Ordinal);

    private void DrawPath(ICanvas canvas, FigureInput input, GeometryPanel panel, FigureRun run, PathReport report, Theme theme)
    {
        var path = new PathLayer(panel.Frame, run.Column("x"), run.Column("y"));
        path.Mark(panel.Occupancy);
        panel.Marks.AddStart(run.At(0));
        if (report.Path.Steps > 0)
        {
            panel.Marks.AddEnd(report.Path.End, theme.Categories[0]);
        }

        // Events at the same place share their numbers.
        foreach (IGrouping<Numbers.Point, int> group in Enumerable.Range(0, report.Events.Count).GroupBy(i => report.Events[i].At))
        {
            PointD place = panel.Frame.Place(group.Key);
            if (!panel.Frame.Area.Contains(place))
            {
                continue;
            }

            panel.Marks.AddLabel(place, 4, string.Join(", ", group.Select(i => NumberText.Count(i + 1))), theme.Categories[1]);
        }

        panel.Draw(canvas, input, c =>
        {
            double width = run.Rows > 2000 ? 1.2 : 1.8;
            path.DrawHalo(c, theme, width);
            path.DrawLine(c, _ => theme.Categories[0], width);
            path.DrawMarkers(c, theme, path.MarkerStride, theme.Categories[0]);
            if (Flow)
            {
                new PathLayer(panel.Frame, [.. report.Flow.Select(p => p.X)], [.. report.Flow.Select(p => p.Y)])
                    .DrawLine(c, _ => theme.Ink, 1.2, new double[] { 4, 2.5 });
            }

            PointD[] at = [.. report.Events.Select(e => panel.Frame.Place(e.At))];
            c.Stamp(Markers.Disc(3.4), at, theme.Categories[1], new(theme.Halo, 1));
        });
    }

    private PageHeader Header(FigureInput input, Theme theme) => new(
        input.Title,
        input.Subtitle,
        "",
        [new("path", theme.Categories[0]), .. Flow ? (KeyEntry[])[new("gradient flow", theme.Ink, KeyShape.Dashed)] : [],
            new("event", theme.Categories[1], KeyShape.Disc)]);

    // A path that is small beside the landscape is shown from near.
    private static Domain WindowOf(FigureInput input, PathReport report)
    {
        const double Small = 0.3, Air = 1.7;
        Domain all = Trajectory.WindowFor(Shown(input));
        Numbers.Point[] points = [.. report.Path.Points, .. report.Flow];
        if (points.Length == 0)
        {
            return all;
        }

        (double x0, double x1, double y0, double y1) = (points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        double share = Math.Max((x1 - x0) / all.Width, (y1 - y0) / all.Height);
        if (!(share is > 0 and < Small))
        {
            return all;
        }

        double halfX = 0.5 * Air * share * all.Width, halfY = 0.5 * Air * share * all.Height, x = 0.5 * (x0 + x1), y = 0.5 * (y0 + y1);
        return new(x - halfX, x + halfX, y - halfY, y + halfY);
    }

    // One run; the others have figures of their own.
    private static FigureInput Shown(FigureInput input) => input with { Runs = [.. input.Runs.Take(1)] };

    private static FigureRun? RunOf(FigureInput input) => input.Runs.FirstOrDefault(r => r.Rows > 0 && r.At(0).IsFinite);

    /// <inheritdoc/>
    protected override string Nothing => "What happened on the way of a run; there is no run.";

    /// <inheritdoc/>
    protected override PathReport? Ask(FigureInput input, Answers answers)
    {
        if (RunOf(input) is not { } run)
        {
            return null;
        }

        ILandscape landscape = run.Landscape ?? input.Landscape;
        PathRecord path = PathRecord.From(name => run.Column(name).ToArray());
        return new(path, answers.Of(new EventsOn(landscape, path)), Flow ? answers.Of(new FlowBeside(landscape, path)) : []);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> EventsMap = Add(
        "events",
        new EventsMap(),
        "What happened on the way",
        "The first run's path with numbered marks (saddle passed, basin entered, edge of stability, oscillation, plateau, conflict, overshoot), each "
            + "in words below, and gradient flow beside it.",
        Parameters.Flag<EventsMap>("flow", f => f.Flow, (f, v) => f with { Flow = v }, "show the gradient flow from the same start"));
}
