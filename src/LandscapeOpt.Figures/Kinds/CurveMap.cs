using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Ways between two minima on the map, and the loss along each below: the straight line, trained curves, the path over the saddle.</summary>
public sealed record CurveMap : FigureKind<CurveReport>
{
    private const double Left = 52, MapWidth = 430, Right = 16, Gap = 44, LossHeight = 120, Bottom = 40;

    /// <summary>One end; the first run's start where null.</summary>
    public Point? From { get; init; }

    /// <summary>The other end; the first run's end where null.</summary>
    public Point? To { get; init; }

    /// <summary>Bends of the trained curves.</summary>
    public long Bends { get; init; } = 1;

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, CurveReport report) => new(
        Left + MapWidth + Right,
        Header(input, report, Theme.Light).Height(MapWidth, Theme.Light) + GeometryPanel.HeightFor(WindowOf(input, report), MapWidth) + Gap
            + LossHeight + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, CurveReport report, Theme theme)
    {
        IReadOnlyList<(string Name, ModeCurve Curve)> curves = Named(report);
        PageHeader header = Header(input, report, theme);
        double width = canvas.Width - Left - Right, top = header.Height(width, theme), map = canvas.Height - top - Gap - LossHeight - Bottom;
        header.Draw(canvas, Left, width, theme);
        var panel = new GeometryPanel(input.Landscape, WindowOf(input, report), new(Left, top, width, map), theme);
        PathLayer[] paths = [.. curves.Select(c =>
            new PathLayer(panel.Frame, [.. c.Curve.Points.Select(p => p.X)], [.. c.Curve.Points.Select(p => p.Y)]))];
        foreach (PathLayer path in paths)
        {
            path.Mark(panel.Occupancy);
        }

        panel.Marks.AddEnd(curves[0].Curve.Points[0], theme.Ink, "from");
        panel.Marks.AddEnd(curves[0].Curve.Points[^1], theme.Ink, "to");
        CriticalFinding[] saddles = [.. curves.SelectMany(c => c.Curve.Saddles)];
        foreach (CriticalFinding saddle in saddles)
        {
            panel.Marks.AddLabel(panel.Frame.Place(saddle.At), 4, "saddle " + NumberText.Short(saddle.Loss, 4));
        }

        panel.Draw(canvas, input, c =>
        {
            for (int i = 0; i < paths.Length; i++)
            {
                int index = i;
                paths[i].DrawHalo(c, theme, 2);
                paths[i].DrawLine(c, _ => ColorOf(index, theme), 2);
            }

            PointD[] at = [.. saddles.Select(s => panel.Frame.Place(s.At))];
            c.Stamp(Markers.Cross(3), at, null, new(theme.Halo, 3, Cap: LineCap.Round));
            c.Stamp(Markers.Cross(3), at, null, new(theme.Ink, 1.4, Cap: LineCap.Round));
        });
        var area = new RectD(Left, top + map + Gap, width, LossHeight);
        var chart = new ChartPanel(new(area, Scale.Linear(0, 1), ChartPanel.Around(curves.SelectMany(c => c.Curve.Losses))), theme);
        chart.Begin(canvas);
        for (int i = 0; i < curves.Count; i++)
        {
            chart.Line(canvas, Along(curves[i].Curve), new(ColorOf(i, theme), 1.8));
        }

        chart.End(canvas, "share of the way", "loss", chart.Numbers);
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, CurveReport report) =>
        $"Ways between two points of {input.Landscape.Info.Title} and the highest loss on each: "
        + string.Join(", ", Named(report).Select(c => $"{c.Name} {NumberText.Short(c.Curve.Highest, 4)}")) + ".";

    private static Color ColorOf(int index, Theme theme) => index == 0 ? theme.Muted : theme.Categories[index - 1];

    private static IEnumerable<(double, double)> Along(ModeCurve curve)
    {
        double along = 0, length = curve.Length;
        for (int i = 0; i < curve.Points.Count; i++)
        {
            along += i == 0 ? 0 : (curve.Points[i] - curve.Points[i - 1]).Norm;
            yield return (length > 0 ? along / length : 0, curve.Losses[i]);
        }
    }

    private static PageHeader Header(FigureInput input, CurveReport report, Theme theme) => new(
        input.Title,
        input.Subtitle,
        "highest loss",
        [.. Named(report).Select((c, i) => new KeyEntry($"{c.Name} {NumberText.Short(c.Curve.Highest, 4)}", ColorOf(i, theme)))]);

    private static Domain WindowOf(FigureInput input, CurveReport report) =>
        PictureWindow.Around(input.Landscape.Info.Domain, Named(report).SelectMany(c => c.Item2.Points));

    private static IReadOnlyList<(string Name, ModeCurve Curve)> Named(CurveReport report) =>
        [("straight", report.Straight), .. report.Curves.Select(c => (NameOf(c.Kind), c))];

    private static string NameOf(CurveKind kind) => kind switch
    {
        CurveKind.Polychain => "chain",
        CurveKind.Bezier => "Bézier",
        _ => "least energy",
    };

    /// <inheritdoc/>
    protected override CurveReport Ask(FigureInput input, Answers answers)
    {
        FigureRun? run = input.Runs.FirstOrDefault(r => r.Rows > 0);
        Point start = run?.At(0) ?? input.Landscape.Info.Start;
        return answers.Of(new CurvesBetween(input.Landscape, From ?? start, To ?? run?.At(run.Rows - 1) ?? start, (int)Bends));
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> CurveMap = Add(
        "curve",
        new CurveMap(),
        "Curves between two minima",
        "The straight line, a polygonal chain, a Bezier curve and a minimum-energy path between two points, with the saddles it crosses and the loss "
            + "along each.",
        PointOrRuns("from", f => ((CurveMap)f).From, (f, p) => ((CurveMap)f) with { From = p }, "one end; the first run's start unless given"),
        PointOrRuns("to", f => ((CurveMap)f).To, (f, p) => ((CurveMap)f) with { To = p }, "the other end; the first run's end unless given"),
        Parameters.Integer<CurveMap>("bends", f => f.Bends, (f, v) => f with { Bends = v }, new NumberRange(1, 20), "bends of the trained curves"));
}
