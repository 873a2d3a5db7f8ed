using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Each component of a landscape and its objective side by side, from above.</summary>
public sealed record LandscapeMaps : FigureKind
{
    /// <summary>How contour levels are spaced.</summary>
    public LevelSpacing Levels { get; init; } = LevelSpacing.Auto;

    /// <summary>How many contour levels are wanted in each panel.</summary>
    public long LevelCount { get; init; } = 12;

    /// <summary>Whether all panels have the same levels and colours.</summary>
    public bool SameLevels { get; init; }

    /// <summary>Whether known minima are marked.</summary>
    public bool Minima { get; init; } = true;

    /// <summary>Whether known saddles are marked.</summary>
    public bool Saddles { get; init; }

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => Arrange(input, Theme.Light, default).Layout.Page;

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        (TrajectoryLayout layout, PageHeader header) = Arrange(input, theme, new(canvas.Width, canvas.Height));
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        Domain window = input.Landscape.Info.Domain;
        (string Name, ILandscape Landscape, string Remark)[] panels = PanelsOf(input);
        int rows = Math.Clamp((int)(300 * layout.FrameHeight / layout.FrameWidth), 20, 1000);
        ScalarField? shared = SameLevels ? panels.Select(p => ScalarField.Sample(p.Landscape, window, 300, rows)).MaxBy(f => f.Max - f.Min) : null;
        MapLayer[] maps = [.. panels.Select(p =>
            MapLayer.Resolve(p.Landscape, window, 300, rows, f => ContourLevels.Choose(shared ?? f, (int)LevelCount, Levels)))];
        var inside = new MapPanel(
            input with { Runs = [] },
            theme,
            PathColoring.For(input with { Runs = [] }, "run", together: false, theme),
            new() { Minima = Minima, Saddles = Saddles });
        for (int i = 0; i < panels.Length; i++)
        {
            var frame = new Frame(layout.FrameOf(i), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
            bool isFirst = i % layout.Columns == 0;
            RichText? nameX = layout.IsLowest(i, panels.Length) ? RichText.Parse(input.NameOfX) : null;
            RichText? nameY = isFirst ? RichText.Parse(input.NameOfY) : null;
            inside.Draw(
                canvas, frame, maps[i], panels[i].Landscape.Info, [], () =>
                    frame.DrawAxes(canvas, theme, nameX, nameY, yLabels: isFirst, nameColumn: layout.NameColumn));
            PanelHeading.Draw(canvas, frame.Area, layout.Heading, panels[i].Name, panels[i].Remark, theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) =>
        $"Contour maps of {input.Landscape.Info.Title}. "
            + string.Join(" ", PanelsOf(input).Select(p => $"{char.ToUpperInvariant(p.Name[0])}{p.Name[1..]}: {p.Remark}."));

    private static (string Name, ILandscape Landscape, string Remark)[] PanelsOf(FigureInput input)
    {
        IReadOnlyList<Component> components = input.Landscape.Components;
        (string, ILandscape, string)[] own = [(components.Count > 1 ? "objective" : "loss", input.Landscape, Remark(input.Landscape))];
        return components.Count > 1 ? [.. components.Select(c => (c.Name, c.Landscape, Remark(c.Landscape))), .. own] : own;
    }

    private static string Remark(ILandscape landscape) => landscape.Info.GlobalMinimum is { } m
        ? $"minimum {NumberText.Short(Math.Abs(m.Loss) < 1e-12 ? 0 : m.Loss)} at {NumberText.Point(new Point(Clean(m.At.X), Clean(m.At.Y)))}"
        : "no known minimum";

    private static double Clean(double v) => Math.Abs(v) < 1e-12 ? 0 : v;

    private static (TrajectoryLayout Layout, PageHeader Header) Arrange(FigureInput input, Theme theme, PageSize page)
    {
        Domain window = input.Landscape.Info.Domain;
        (string Name, ILandscape, string Remark)[] panels = PanelsOf(input);
        var header = new PageHeader(input.Title, input.Subtitle);
        var probe = new Frame(
            new(0, 0, 280, 280 * window.Height / window.Width), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
        double left = probe.LeftOfFrame(theme);
        TrajectoryLayout layout = TrajectoryLayout.For(panels.Length, window, left, 60, 20, strips: false, 0, page);
        for (int round = 0; round < 2; round++)
        {
            double heading = PanelHeading.HeightFor(panels.Select(p => (p.Name, p.Remark)), layout.FrameWidth, theme);
            double height = header.Height(page.Width > 0 ? page.Width - layout.Left - TrajectoryLayout.Margin : layout.InnerWidth, theme);
            layout = TrajectoryLayout.For(panels.Length, window, left, height, heading, strips: false, 0, page);
        }

        return (layout, header);
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Landscape = Add(
        "landscape",
        new LandscapeMaps(),
        "A landscape and its components",
        "One contour map for each component and one for the objective, on one scale of space.",
        Parameters.Choice<LandscapeMaps, LevelSpacing>("levels", f => f.Levels, (f, v) => f with { Levels = v }, "how contour levels are spaced"),
        Parameters.Integer<LandscapeMaps>(
            "levelCount", f => f.LevelCount, (f, v) => f with { LevelCount = v }, new NumberRange(1, 60), "how many contour levels are wanted"),
        Parameters.Flag<LandscapeMaps>("sameLevels", f => f.SameLevels, (f, v) => f with { SameLevels = v }, "the same levels and colours in all panels"),
        Parameters.Flag<LandscapeMaps>("minima", f => f.Minima, (f, v) => f with { Minima = v }, "mark known minima"),
        Parameters.Flag<LandscapeMaps>("saddles", f => f.Saddles, (f, v) => f with { Saddles = v }, "mark known saddles"));
}
