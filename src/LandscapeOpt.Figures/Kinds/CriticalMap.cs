using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>All critical points of the objective on its map.</summary>
public sealed record CriticalMap : FigureKind<CriticalReport>
{
    private const double Left = 52, MapWidth = 430, Right = 16, Bottom = 40;

    // Up to this many points get their loss beside them.
    private const int MostLabels = 14;

    private const string NoProof = "Nothing is proved where the loss has no bound or no value";


    /// <summary>Where to look; the landscape's domain where null.</summary>
    public Domain? Window { get; init; }

    /// <inheritdoc/>
    protected override PageSize SizeFor(FigureInput input, CriticalReport report) => new(
        Left + MapWidth + Right, Header(input, Theme.Light, report).Height(MapWidth, Theme.Light)
            + GeometryPanel.HeightFor(WindowOf(input), MapWidth) + Bottom);

    /// <inheritdoc/>
    protected override void Draw(ICanvas canvas, FigureInput input, CriticalReport report, Theme theme)
    {
        PageHeader header = Header(input, theme, report);
        double width = canvas.Width - Left - Right;
        header.Draw(canvas, Left, width, theme);
        double top = header.Height(width, theme);
        var panel = new GeometryPanel(input.Landscape, report.Window, new(Left, top, width, canvas.Height - top - Bottom), theme);
        bool labels = report.Points.Count <= MostLabels;

        // A loss that is rounding beside the others is 0 to a reader.
        double rounding = 1e-13 * report.Points.Select(p => Math.Abs(p.Loss)).DefaultIfEmpty(0).Max();
        foreach (CriticalFinding point in labels ? report.Points : [])
        {
            panel.Marks.AddLabel(panel.Frame.Place(point.At), 4, NumberText.Short(Math.Abs(point.Loss) > rounding ? point.Loss : 0, 4));
        }

        foreach (CriticalFinding point in report.Points)
        {
            PointD at = panel.Frame.Place(point.At);
            panel.Occupancy.Add(new RectD(at.X - 4, at.Y - 4, 8, 8), 200);
        }

        panel.Draw(canvas, input, c => DrawPoints(c, panel.Frame, report, theme));
    }

    /// <inheritdoc/>
    protected override string Describe(FigureInput input, CriticalReport report)
    {
        string counts = string.Join(", ", Counts(report).Where(c => c.Count > 0).Select(c => $"{NumberText.Count(c.Count)} {c.Name}"));
        CriticalFinding? lowest = report.Points.Where(p => p.Kind == CriticalKind.Minimum).MinBy(p => p.Loss);
        string where = lowest is null ? "" : $" The lowest minimum lies at {NumberText.Point(lowest.At, 6)} with loss {NumberText.Short(lowest.Loss, 6)}.";
        string unproved = report.Poles.Count > 0 ? " " + NoProof + "." : "";
        return $"Contour map of {input.Landscape.Info.Title} with its critical points: {(counts.Length > 0 ? counts : "none")}.{where}{unproved}";
    }

    internal static void DrawPoints(ICanvas canvas, Frame frame, CriticalReport report, Theme theme)
    {
        Color rim = theme.Name == "dark" ? theme.Halo : theme.Ink;
        double size = report.Points.Count > 150 ? 2.3 : report.Points.Count > 60 ? 2.8 : 3.6;
        PointD[] Of(CriticalKind kind) => [.. report.Points.Where(p => p.Kind == kind).Select(p => frame.Place(p.At))];
        PointD[] sets = [.. report.Points.SelectMany(p => p.Samples).Select(frame.Place)];
        Color degenerate = ColorOf(CriticalKind.Degenerate, theme);
        canvas.Stamp(Markers.Disc(1.5), sets, degenerate, null);
        foreach (CriticalFinding set in report.Points.Where(p => p.Boxes.Count > 0))
        {
            canvas.Fill(Covered(frame, set.Boxes), set.IsKink ? degenerate : degenerate.WithAlpha(0.28));
        }

        canvas.Stamp(Markers.Square(0.8 * size), Of(CriticalKind.Maximum), ColorOf(CriticalKind.Maximum, theme), new(rim, 0.8, LineJoin.Miter));
        canvas.Stamp(Markers.Cross(0.75 * size), Of(CriticalKind.Saddle), null, new(theme.Halo, 2.8, Cap: LineCap.Round));
        canvas.Stamp(Markers.Cross(0.75 * size), Of(CriticalKind.Saddle), null, new(ColorOf(CriticalKind.Saddle, theme), 1.3, Cap: LineCap.Round));
        canvas.Stamp(Markers.Disc(size), Of(CriticalKind.Degenerate), ColorOf(CriticalKind.Degenerate, theme), new(rim, 0.8));
        canvas.Stamp(Markers.Diamond(1.15 * size), Of(CriticalKind.Minimum), ColorOf(CriticalKind.Minimum, theme), new(rim, 0.8, LineJoin.Miter));
    }

    // Rectangles of one path share their borders without a seam; a thin line of kinks stays visible.
    private static VectorPath Covered(Frame frame, IReadOnlyList<Domain> boxes)
    {
        const double Thinnest = 1.6;
        var path = new VectorPath(5 * boxes.Count);
        foreach (Domain box in boxes)
        {
            PointD a = frame.Place(box.X0, box.Y1), b = frame.Place(box.X1, box.Y0);
            double width = Math.Max(Thinnest, b.X - a.X), height = Math.Max(Thinnest, b.Y - a.Y);
            path.AddRectangle(new(0.5 * (a.X + b.X - width), 0.5 * (a.Y + b.Y - height), width, height));
        }

        return path;
    }

    internal static Color ColorOf(CriticalKind kind, Theme theme) => kind switch
    {
        CriticalKind.Minimum => theme.TargetFill,
        CriticalKind.Maximum => theme.Categories[1],
        CriticalKind.Saddle => theme.Ink,
        _ => theme.Categories[3],
    };

    private static KeyShape ShapeOf(CriticalKind kind) => kind switch
    {
        CriticalKind.Minimum => KeyShape.Diamond,
        CriticalKind.Maximum => KeyShape.Square,
        CriticalKind.Saddle => KeyShape.Cross,
        _ => KeyShape.Disc,
    };

    private static IEnumerable<(int Count, string Name, CriticalKind Kind)> Counts(CriticalReport report) =>
    [
        (report.Count(CriticalKind.Minimum), report.Count(CriticalKind.Minimum) == 1 ? "minimum" : "minima", CriticalKind.Minimum),
        (report.Count(CriticalKind.Saddle), report.Count(CriticalKind.Saddle) == 1 ? "saddle" : "saddles", CriticalKind.Saddle),
        (report.Count(CriticalKind.Maximum), report.Count(CriticalKind.Maximum) == 1 ? "maximum" : "maxima", CriticalKind.Maximum),
        (report.Count(CriticalKind.Degenerate), "degenerate", CriticalKind.Degenerate),
    ];

    private static PageHeader Header(FigureInput input, Theme theme, CriticalReport report) => new(
        input.Title,
        report.Poles.Count == 0 ? input.Subtitle : string.Join(". ", new[] { input.Subtitle, NoProof }.Where(t => t is { Length: > 0 })),
        "",
        [.. Counts(report).Where(c => c.Count > 0)
            .Select(c => new KeyEntry($"{NumberText.Count(c.Count)} {c.Name}", ColorOf(c.Kind, theme), ShapeOf(c.Kind)))]);

    private Domain WindowOf(FigureInput input) => Window ?? input.Landscape.Info.Domain;

    /// <inheritdoc/>
    protected override CriticalReport Ask(FigureInput input, Answers answers) => answers.Of(new CriticalPointsOf(input.Landscape, Window));
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> CriticalMap = Add(
        "critical-points",
        new CriticalMap(),
        "Critical points",
        "The objective's map with all minima, saddles, maxima and degenerate sets in the window, found and proved by interval arithmetic.",
        new Parameter
        {
            Name = "window",
            Type = ParameterType.Domain,
            Meaning = "where to look; the landscape's domain unless given",
            Get = f => ((CriticalMap)f).Window,
            With = (f, v) => ((CriticalMap)f) with { Window = (Domain?)v },
            IsOptional = true,
        });
}
