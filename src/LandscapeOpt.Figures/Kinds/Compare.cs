using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Many runs in small panels: optimizers or landscapes compared at a glance.</summary>
public sealed record Compare : FigureKind
{
    private const double Size = 0.8;

    /// <summary>Panels beside each other; 0 chooses.</summary>
    public long Columns { get; init; }

    /// <summary>What the colour of a step says, as in <see cref="Trajectory.ColorBy"/>.</summary>
    public string ColorBy { get; init; } = "auto";

    /// <summary>How many contour levels are wanted.</summary>
    public long LevelCount { get; init; } = 10;

    /// <summary>Whether runs of one name with different numbers after @ share a panel; each then has its own colour.</summary>
    public bool GroupSweeps { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Column)> NamedColumns => PathColoring.ColumnOf(ColorBy) is { } column ? [("colorBy", column)] : [];

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => Arrange(input, Theme.Light, default).Layout.Page;

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        (CompareLayout layout, PageHeader header) = Arrange(input, theme, new(canvas.Width, canvas.Height));
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        PathColoring coloring = Coloring(input, theme);
        var maps = new Dictionary<ILandscape, (MapLayer Map, Domain Window)>();
        bool oneLandscape = IsOneLandscape(input);
        FigureRun[][] panels = Panels(input);
        for (int i = 0, first = 0; i < panels.Length; first += panels[i++].Length)
        {
            ILandscape landscape = LandscapeOf(input, panels[i][0]);
            if (!maps.TryGetValue(landscape, out (MapLayer Map, Domain Window) map))
            {
                Domain window = WindowOf(input, landscape, square: !oneLandscape);
                maps[landscape] = map = (MapLayer.Resolve(landscape, window, 200, 200, f => ContourLevels.Choose(f, (int)LevelCount)), window);
            }

            var frame = new Frame(
                layout.FrameOf(i), Scale.Linear(map.Window.X0, map.Window.X1), Scale.Linear(map.Window.Y0, map.Window.Y1), IsMap: true);
            int stride = panels[i].Max(r => new PathLayer(frame, r.Column("x"), r.Column("y")).MarkerStride);
            var options = new MapPanelOptions { Names = false, Size = Size, Labels = 0, Stride = stride > 1 ? int.MaxValue : 1 };
            bool isFirst = i % layout.Columns == 0, isLowest = i + layout.Columns >= panels.Length;
            void Axes() => frame.DrawAxes(canvas, theme, xLabels: isLowest || !oneLandscape, yLabels: isFirst || !oneLandscape);

            // Runs that share a panel count from its first, so that every panel has the same colours.
            if (GroupSweeps)
            {
                FigureInput own = input with { Runs = panels[i] };
                new MapPanel(own, theme, Coloring(own, theme), options)
                    .Draw(canvas, frame, map.Map, landscape.Info, [.. Enumerable.Range(0, panels[i].Length)], Axes);
            }
            else
            {
                new MapPanel(input, theme, coloring, options).Draw(canvas, frame, map.Map, landscape.Info, [first], Axes);
            }

            (string name, string remark) = Heading(panels[i]);
            PanelHeading.DrawSmall(canvas, frame.Area, name, remark, theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => FigureText.Paths(input);

    private PathColoring Coloring(FigureInput input, Theme theme) =>
        PathColoring.For(input, GroupSweeps && ColorBy is "auto" ? "run" : ColorBy, together: GroupSweeps && input.Runs.Count > 1, theme);

    // Small panels leave no room for a colour bar: a few of its colours stand in the header.
    private static KeyEntry[] KeyOf(PathColoring coloring, Theme theme) => coloring.Bar is { } scale
        ? [.. scale.Ticks(4).Major.Select(t => new KeyEntry(t.Label, theme.Sequence.At(scale.Map(t.Value))))]
        : [.. coloring.Key];

    private static ILandscape LandscapeOf(FigureInput input, FigureRun run) => run.Landscape ?? input.Landscape;

    private static bool IsOneLandscape(FigureInput input) => input.Runs.Select(r => LandscapeOf(input, r)).Distinct().Count() <= 1;

    private FigureRun[][] Panels(FigureInput input) => GroupSweeps
        ? [.. input.Runs.GroupBy(r => (r.Name.Split('@')[0], LandscapeOf(input, r))).Select(g => g.ToArray())]
        : [.. input.Runs.Select(r => new[] { r })];

    private static (string Name, string Remark) Heading(FigureRun[] runs)
    {
        if (runs.Length == 1)
        {
            return (runs[0].Name, runs[0].Ending);
        }

        string[] losses = [.. runs.Select(r => r.Column("loss") is { Length: > 0 } cells ? NumberText.Short(cells[^1]) : "none")];
        return (runs[0].Name.Split('@')[0], losses.Length <= 4 ? "losses " + string.Join(", ", losses) : NumberText.Count(losses.Length) + " runs");
    }

    // Panels of different landscapes have one shape: windows grow to squares, so that space stays space.
    private static Domain WindowOf(FigureInput input, ILandscape landscape, bool square)
    {
        Domain window = Trajectory.WindowFor(
            input with { Landscape = landscape, Runs = [.. input.Runs.Where(r => (r.Landscape ?? input.Landscape).Equals(landscape))] });
        double ratio = window.Height / window.Width, half = 0.5 * Math.Max(window.Width, window.Height);
        Point middle = window.Center;
        return square && ratio is >= TrajectoryLayout.NarrowestAspect and <= TrajectoryLayout.WidestAspect
            ? new(middle.X - half, middle.X + half, middle.Y - half, middle.Y + half)
            : window;
    }

    private (CompareLayout Layout, PageHeader Header) Arrange(FigureInput input, Theme theme, PageSize page)
    {
        PathColoring coloring = Coloring(input, theme);
        var header = new PageHeader(input.Title, input.Subtitle, coloring.Bar is null ? coloring.KeyTitle : coloring.BarName, KeyOf(coloring, theme));
        bool one = IsOneLandscape(input);
        int panels = Panels(input).Length;
        Domain window = one && input.Runs.Count > 0 ? WindowOf(input, LandscapeOf(input, input.Runs[0]), square: false) : Domain.Square(1);
        double aspect = Math.Clamp(window.Height / window.Width, TrajectoryLayout.NarrowestAspect, TrajectoryLayout.WidestAspect);
        CompareLayout layout = CompareLayout.For(panels, (int)Columns, aspect, sharedAxes: one, 60, page);
        for (int round = 0; round < 2; round++)
        {
            double height = header.Height(page.Width > 0 ? page.Width - layout.Left - TrajectoryLayout.Margin : layout.InnerWidth, theme);
            layout = CompareLayout.For(panels, (int)Columns, aspect, one, height, page);
        }

        return (layout, header);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Compare = Add(
        "compare",
        new Compare(),
        "Small multiples",
        "One small panel per run, on one scale where all runs share a landscape: paths over contours, with how each ended.",
        Parameters.Integer<Compare>("columns", f => f.Columns, (f, v) => f with { Columns = v }, new NumberRange(0, 12), "panels beside each other; 0 chooses"),
        Parameters.Flag<Compare>("groupSweeps", f => f.GroupSweeps, (f, v) => f with { GroupSweeps = v }, "runs name@0, name@1, … share a panel"),
        Parameters.Text<Compare>("colorBy", f => f.ColorBy, (f, v) => f with { ColorBy = v }, "auto, run, component, step, learning-rate, or a column"),
        Parameters.Integer<Compare>(
            "levelCount", f => f.LevelCount, (f, v) => f with { LevelCount = v }, new NumberRange(1, 60), "how many contour levels are wanted"));
}
