using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>How the panels of a figure are shared out.</summary>
public enum PanelMode
{
    /// <summary>One panel for each run.</summary>
    Separate,

    /// <summary>All runs in one panel.</summary>
    Together,
}

/// <summary>How the steps of a path are marked.</summary>
public enum StepMarkers
{
    /// <summary>Hollow markers at every step, or at every 2nd, 5th, 10th, … where they would lie too dense.</summary>
    Auto,

    /// <summary>None.</summary>
    None,
}

/// <summary>The paths of runs over the contours of the objective.</summary>
public sealed record Trajectory : FigureKind
{
    /// <summary>Whether runs share a panel.</summary>
    public PanelMode Panels { get; init; } = PanelMode.Separate;

    /// <summary>What the colour of a step says: "auto", "run", "component", "step", "learning-rate" or any column's name.</summary>
    public string ColorBy { get; init; } = "auto";

    /// <summary>How steps are marked.</summary>
    public StepMarkers Markers { get; init; } = StepMarkers.Auto;

    /// <summary>How contour levels are spaced.</summary>
    public LevelSpacing Levels { get; init; } = LevelSpacing.Auto;

    /// <summary>How many contour levels are wanted.</summary>
    public long LevelCount { get; init; } = 14;

    /// <summary>How many of the levels carry numbers.</summary>
    public long Labels { get; init; } = 8;

    /// <summary>Samples along each side of the grid behind the contours; up to four times as many where the landscape has finer detail.</summary>
    public long Grid { get; init; } = 240;

    /// <summary>Whether known minima are marked.</summary>
    public bool Minima { get; init; } = true;

    /// <summary>Whether known saddles are marked.</summary>
    public bool Saddles { get; init; }

    /// <summary>Whether an inset enlarges where paths end, if there is something to see and a free corner.</summary>
    public bool Zoom { get; init; }

    /// <summary>Whether a strip below each panel shows the weights of the components, where they change.</summary>
    public bool Weights { get; init; } = true;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Column)> NamedColumns => PathColoring.ColumnOf(ColorBy) is { } column ? [("colorBy", column)] : [];

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input)
    {
        Domain window = WindowFor(input);
        return Arrange(input, window, PathColoring.For(input, ColorBy, Panels == PanelMode.Together, Theme.Light), Theme.Light, default).Layout.Page;
    }

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme) => new TrajectoryPage(this, input, theme).Draw(canvas);

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => FigureText.Paths(input);

    internal static Domain WindowFor(FigureInput input)
    {
        Domain domain = input.Landscape.Info.Domain;
        return PictureWindow.Around(domain, input.Runs.SelectMany(r => Shown(r, domain)), input.Runs.SelectMany(Marked));
    }

    // Start, target and end; where a run has left the domain, an arrow on the rim stands for its end.
    private static IEnumerable<Point> Marked(FigureRun run)
    {
        if (run.Target is { } target)
        {
            yield return target;
        }

        if (run.Rows > 0)
        {
            yield return run.At(0);
        }

        if (run.Rows > 1 && run.Outcome is not (OutcomeKind.Diverged or OutcomeKind.LeftDomain))
        {
            yield return run.At(run.Rows - 1);
        }
    }

    /// <summary>Where everything lies, and after how many steps there is a marker: the same in all panels, so that they can be compared.</summary>
    internal (TrajectoryLayout Layout, PageHeader Header, MarkerRule Markers) Arrange(
        FigureInput input, Domain window, PathColoring coloring, Theme theme, PageSize page)
    {
        var header = new PageHeader(input.Title, input.Subtitle, coloring.KeyTitle, coloring.Key);
        TrajectoryLayout layout = LayoutFor(input, window, coloring, theme, page, header);
        var frame = new Frame(layout.FrameOf(0), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1));
        MarkerRule rule = Markers == StepMarkers.None ? MarkerRule.None : MarkerRule.For(input.Runs, frame);
        if (rule.Remark is { } remark)
        {
            header = header with { Subtitle = FigureText.Append(input.Subtitle, remark) };
            layout = LayoutFor(input, window, coloring, theme, page, header);
        }

        return (layout, header, rule);
    }

    private TrajectoryLayout LayoutFor(FigureInput input, Domain window, PathColoring coloring, Theme theme, PageSize page, PageHeader header)
    {
        bool together = Panels == PanelMode.Together;
        int panels = together ? 1 : Math.Max(1, input.Runs.Count);
        var probe = new Frame(
            new(0, 0, 300, 300 * window.Height / window.Width), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
        double left = probe.LeftOfFrame(theme);
        double side = coloring.Bar is { } bar ? ColorBar.Width(bar, 400, theme) : together && input.Runs.Count > 1 ? RunKey.Width(input.Runs, theme) + 14 : 0;
        bool strips = Weights && !together && input.Runs.Any(HasChangingWeights);

        // The header's height depends on the width of its text and the other way round: two rounds settle it.
        TrajectoryLayout layout = TrajectoryLayout.For(panels, window, left, 60, 20, strips, side, page);
        for (int round = 0; round < 2; round++)
        {
            double heading = together ? 4 : PanelHeading.HeightFor(input.Runs.Select(r => (r.Name, r.Ending)), layout.FrameWidth, theme);
            double height = header.Height(page.Width > 0 ? page.Width - layout.Left - TrajectoryLayout.Margin : layout.InnerWidth, theme);
            layout = TrajectoryLayout.For(panels, window, left, height, heading, strips, side, page);
        }

        return layout;
    }

    internal static double[][] WeightsOf(FigureRun run) => run.Components.Count > 1 && run.Components.All(c => run.Has("weight_" + c)) && run.Rows > 1
        ? [.. run.Components.Select(c => run.Column("weight_" + c)[..(run.Rows - 1)].ToArray())]
        : [];

    /// <summary>Whether there is something to see in a run's weights: not where it mixes the same way all the time.</summary>
    internal static bool HasChangingWeights(FigureRun run)
    {
        foreach (double[] weights in WeightsOf(run))
        {
            double first = weights[0];
            if (Array.Exists(weights, w => !(Math.Abs(w - first) <= 1e-12 * Math.Abs(first))))
            {
                return true;
            }
        }

        return false;
    }

    // A run that diverges does not stretch the picture: only its way up to the domain's border counts.
    private static IEnumerable<Point> Shown(FigureRun run, Domain domain)
    {
        if (run.Target is { } target)
        {
            yield return target;
        }

        bool diverged = run.Outcome == OutcomeKind.Diverged;
        for (int i = 0; i < run.Rows; i++)
        {
            Point p = run.At(i);
            if (diverged && i > 0 && !domain.Contains(p))
            {
                yield break;
            }

            yield return p;
        }
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Trajectory = Add(
        "trajectory",
        new Trajectory(),
        "Paths over contours",
        "One panel per run on one scale: contours of the objective, the path coloured by what dominates it, start, end, target; the weights below.",
        Parameters.Choice<Trajectory, PanelMode>("panels", f => f.Panels, (f, v) => f with { Panels = v }, "one panel for each run, or all runs in one"),
        Parameters.Text<Trajectory>("colorBy", f => f.ColorBy, (f, v) => f with { ColorBy = v }, "auto, run, component, step, learning-rate, or a column"),
        Parameters.Choice<Trajectory, StepMarkers>("markers", f => f.Markers, (f, v) => f with { Markers = v }, "how steps are marked"),
        Parameters.Choice<Trajectory, LevelSpacing>("levels", f => f.Levels, (f, v) => f with { Levels = v }, "how contour levels are spaced"),
        Parameters.Integer<Trajectory>(
            "levelCount", f => f.LevelCount, (f, v) => f with { LevelCount = v }, new NumberRange(1, 60), "how many contour levels are wanted"),
        Parameters.Integer<Trajectory>(
            "labels", f => f.Labels, (f, v) => f with { Labels = v }, new NumberRange(0, 60), "how many of the levels carry numbers"),
        Parameters.Integer<Trajectory>(
            "grid", f => f.Grid, (f, v) => f with { Grid = v }, new NumberRange(20, 1000), "samples along each side of the grid behind the contours"),
        Parameters.Flag<Trajectory>("minima", f => f.Minima, (f, v) => f with { Minima = v }, "mark known minima"),
        Parameters.Flag<Trajectory>("saddles", f => f.Saddles, (f, v) => f with { Saddles = v }, "mark known saddles"),
        Parameters.Flag<Trajectory>("zoom", f => f.Zoom, (f, v) => f with { Zoom = v }, "enlarge where paths end, in a free corner"),
        Parameters.Flag<Trajectory>("weights", f => f.Weights, (f, v) => f with { Weights = v }, "show the components' weights below each panel"));
}
