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

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => Arrange(input, Theme.Light, default).Layout.Page;

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        (CompareLayout layout, PageHeader header) = Arrange(input, theme, new(canvas.Width, canvas.Height));
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        PathColoring coloring = PathColoring.For(input, ColorBy, together: false, theme);
        var maps = new Dictionary<ILandscape, (MapLayer Map, Domain Window)>();
        bool oneLandscape = IsOneLandscape(input);
        for (int i = 0; i < input.Runs.Count; i++)
        {
            ILandscape landscape = LandscapeOf(input, i);
            if (!maps.TryGetValue(landscape, out (MapLayer Map, Domain Window) map))
            {
                Domain window = WindowOf(input, landscape, square: !oneLandscape);
                ScalarField field = ScalarField.Sample(landscape, window, 200, 200);
                maps[landscape] = map = (new(field, ContourLevels.Choose(field, (int)LevelCount)), window);
            }

            var frame = new Frame(
                layout.FrameOf(i), Scale.Linear(map.Window.X0, map.Window.X1), Scale.Linear(map.Window.Y0, map.Window.Y1), IsMap: true);
            int stride = new PathLayer(frame, input.Runs[i].Column("x"), input.Runs[i].Column("y")).MarkerStride;
            var options = new MapPanelOptions { Names = false, Size = Size, Labels = 0, Stride = stride > 1 ? int.MaxValue : 1 };
            bool isFirst = i % layout.Columns == 0, isLowest = i + layout.Columns >= input.Runs.Count;
            new MapPanel(input, theme, coloring, options).Draw(
                canvas, frame, map.Map, landscape.Info, [i], () => frame.DrawAxes(canvas, theme, xLabels: isLowest || !oneLandscape, yLabels: isFirst || !oneLandscape));
            PanelHeading.DrawSmall(canvas, frame.Area, input.Runs[i].Name, input.Runs[i].Ending, theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => FigureText.Paths(input);

    private static ILandscape LandscapeOf(FigureInput input, int run) => input.Runs[run].Landscape ?? input.Landscape;

    private static bool IsOneLandscape(FigureInput input) => Enumerable.Range(0, input.Runs.Count).Select(i => LandscapeOf(input, i)).Distinct().Count() <= 1;

    // Panels of different landscapes have one shape: windows grow to squares, so that space stays space.
    private static Domain WindowOf(FigureInput input, ILandscape landscape, bool square)
    {
        Domain window = Trajectory.WindowFor(input with { Landscape = landscape, Runs = [.. input.Runs.Where(r => (r.Landscape ?? input.Landscape).Equals(landscape))] });
        double ratio = window.Height / window.Width, half = 0.5 * Math.Max(window.Width, window.Height);
        Point middle = window.Center;
        return square && ratio is >= TrajectoryLayout.NarrowestAspect and <= TrajectoryLayout.WidestAspect
            ? new(middle.X - half, middle.X + half, middle.Y - half, middle.Y + half)
            : window;
    }

    private (CompareLayout Layout, PageHeader Header) Arrange(FigureInput input, Theme theme, PageSize page)
    {
        PathColoring coloring = PathColoring.For(input, ColorBy, together: false, theme);
        var header = new PageHeader(input.Title, input.Subtitle, coloring.KeyTitle, [.. coloring.Key]);
        bool one = IsOneLandscape(input);
        Domain window = one && input.Runs.Count > 0 ? WindowOf(input, LandscapeOf(input, 0), square: false) : Domain.Square(1);
        double aspect = Math.Clamp(window.Height / window.Width, TrajectoryLayout.NarrowestAspect, TrajectoryLayout.WidestAspect);
        CompareLayout layout = CompareLayout.For(input.Runs.Count, (int)Columns, aspect, sharedAxes: one, 60, page);
        for (int round = 0; round < 2; round++)
        {
            double height = header.Height(page.Width > 0 ? page.Width - layout.Left - TrajectoryLayout.Margin : layout.InnerWidth, theme);
            layout = CompareLayout.For(input.Runs.Count, (int)Columns, aspect, one, height, page);
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
        Parameters.Integer<Compare>("columns", f => f.Columns, (f, v) => f with { Columns = v }, new Interval(0, 12), "panels beside each other; 0 chooses"),
        Parameters.Text<Compare>("colorBy", f => f.ColorBy, (f, v) => f with { ColorBy = v }, "auto, run, component, step, learning-rate, or a column"),
        Parameters.Integer<Compare>("levelCount", f => f.LevelCount, (f, v) => f with { LevelCount = v }, new Interval(1, 60), "how many contour levels are wanted"));
}
