using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>
/// Where the components' gradients oppose each other, and, with a target, which components the guided rule takes there or whether it deadlocks.
/// Paths lie on top.
/// </summary>
/// <remarks>
/// The guided rule is the trajectory blog's with d = w − w* and weights in [0, 1]; runs with different targets are shown with the first
/// run's.
/// </remarks>
public sealed record Conflict : FigureKind
{
    /// <summary>Samples along each side of the grid.</summary>
    public long Grid { get; init; } = 300;

    /// <summary>Whether known minima are marked.</summary>
    public bool Minima { get; init; }

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => Arrange(input, Theme.Light, default).Layout.Page;

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        (TrajectoryLayout layout, PageHeader header) = Arrange(input, theme, new(canvas.Width, canvas.Height));
        header.Draw(canvas, layout.Left, Math.Max(layout.InnerWidth, canvas.Width - layout.Left - TrajectoryLayout.Margin), theme);
        Domain window = Trajectory.WindowFor(input);
        ConflictFields fields = FieldsOf(input);
        Panel[] panels = PanelsOf(input, fields);
        int stride = Stride(input, layout.FrameOf(0), window);
        for (int i = 0; i < panels.Length; i++)
        {
            // Names and exits once: they are the same in both panels.
            var inside = new MapPanel(input, theme, PathColoring.Plain(input, theme), new() { Stride = stride, Labels = 0, Minima = Minima, Names = i == 0 });
            var frame = new Frame(layout.FrameOf(i), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
            RichText? nameY = i == 0 ? RichText.Parse(input.NameOfY) : null;
            inside.Draw(
                canvas,
                frame,
                panels[i].Background(fields),
                input.Landscape.Info,
                [.. Enumerable.Range(0, input.Runs.Count)],
                () => frame.DrawAxes(canvas, theme, RichText.Parse(input.NameOfX), nameY, yLabels: i == 0, nameColumn: layout.NameColumn));
            PanelHeading.Draw(canvas, frame.Area, layout.Heading, panels[i].Name, panels[i].Remark, theme);
        }

        DrawSide(canvas, layout.FrameOf(panels.Length - 1), layout.Side, input, theme);
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input)
    {
        string title = input.Landscape.Info.Title;
        string runs = string.Concat(input.Runs.Take(12).Select(r => " " + FigureText.Sentence(r)));
        if (input.Landscape.Components.Count < 2)
        {
            return $"Map of {title}, which has one component: no gradients can oppose each other.{runs}";
        }

        ConflictFields fields = FieldsOf(input);
        string guided = TargetOf(input) is { } target
            ? $" The guided rule aiming at {NumberText.Point(target)} takes no component, and so deadlocks, on {Percent(fields.Deadlocked)}."
            : "";
        return $"Map of {title}: the components' gradients oppose each other on {Percent(fields.Opposed)} of the picture.{guided}{runs}";
    }

    /// <summary>The cosines and scores that the figure is drawn from.</summary>
    /// <param name="input">What is drawn.</param>
    internal ConflictFields FieldsOf(FigureInput input)
    {
        Domain window = Trajectory.WindowFor(input);
        int rows = Math.Clamp((int)Math.Round(Grid * window.Height / window.Width), 20, 1000);
        return ConflictFields.Sample(input.Landscape, TargetOf(input), window, (int)Grid, rows);
    }

    private static Point? TargetOf(FigureInput input) => input.Runs.FirstOrDefault(r => r.Target is not null)?.Target;

    private static Panel[] PanelsOf(FigureInput input, ConflictFields? fields)
    {
        if (input.Landscape.Components.Count < 2)
        {
            return [new("one component", "nothing can oppose it", f => new CosineLayer(f))];
        }

        // The widest remark, where only the room for it is wanted.
        string Of(Func<ConflictFields, double> share) => fields is null ? "00.00 %" : Percent(share(fields));
        var cosine = new Panel("cosine of the gradients", "opposed on " + Of(f => f.Opposed), f => new CosineLayer(f));
        return TargetOf(input) is null ? [cosine] : [new("guided rule takes", "deadlock on " + Of(f => f.Deadlocked), f => new GuidedLayer(f)), cosine];
    }

    private static string Percent(double share)
    {
        double percent = 100 * share;
        return percent is > 0 and < 0.01 ? "less than 0.01 %" : NumberText.Fixed(percent, percent == 0 ? 0 : percent < 1 ? 2 : percent < 10 ? 1 : 0) + " %";
    }

    private static int Stride(FigureInput input, RectD area, Domain window)
    {
        var frame = new Frame(area, Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1));
        int stride = input.Runs.Select(r => new PathLayer(frame, r.Column("x"), r.Column("y")).MarkerStride).DefaultIfEmpty(1).Max();
        return stride > 1 ? int.MaxValue : 1;
    }

    private static void DrawSide(ICanvas canvas, RectD last, double side, FigureInput input, Theme theme)
    {
        double left = last.Right;
        if (input.Landscape.Components.Count > 1)
        {
            ColorBar.Draw(canvas, last, Cosines, theme.Agreement.At, "cosine", theme);
            left += ColorBar.Width(Cosines, last.Height, theme);
        }

        if (input.Runs.Count > 1)
        {
            RunKey.Draw(canvas, RectD.FromSides(left + 14, last.Y, last.Right + side, last.Bottom), input.Runs, theme);
        }
    }

    private static Scale Cosines => Scale.Linear(-1, 1);

    private static (TrajectoryLayout Layout, PageHeader Header) Arrange(FigureInput input, Theme theme, PageSize page)
    {
        Domain window = Trajectory.WindowFor(input);
        Panel[] panels = PanelsOf(input, null);
        string[] names = [.. input.Landscape.Components.Select(c => c.Name)];
        var header = panels.Length > 1 ? new PageHeader(input.Title, input.Subtitle, "guided rule takes", GuidedLayer.Key(names, theme))
            : new(input.Title, input.Subtitle);
        var probe = new Frame(
            new(0, 0, 300, 300 * window.Height / window.Width), Scale.Linear(window.X0, window.X1), Scale.Linear(window.Y0, window.Y1), IsMap: true);
        double left = probe.LeftOfFrame(theme);
        double side = (names.Length > 1 ? ColorBar.Width(Cosines, 400, theme) : 0) + (input.Runs.Count > 1 ? RunKey.Width(input.Runs, theme) + 14 : 0);
        TrajectoryLayout layout = TrajectoryLayout.For(panels.Length, window, left, 60, 20, strips: false, side, page);
        for (int round = 0; round < 2; round++)
        {
            double heading = PanelHeading.HeightFor(panels.Select(p => (p.Name, p.Remark)), layout.FrameWidth, theme);
            double height = header.Height(page.Width > 0 ? page.Width - layout.Left - TrajectoryLayout.Margin : layout.InnerWidth, theme);
            layout = TrajectoryLayout.For(panels.Length, window, left, height, heading, strips: false, side, page);
        }

        return (layout, header);
    }

    private sealed record Panel(string Name, string Remark, Func<ConflictFields, IMapBackground> Background);
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Conflict = Add(
        "conflict",
        new Conflict(),
        "Where components oppose each other",
        "A map of the cosine between the components' gradients and, with a target, one of which components the guided rule takes or where it "
            + "deadlocks; the paths on top.",
        Parameters.Integer<Conflict>("grid", f => f.Grid, (f, v) => f with { Grid = v }, new NumberRange(20, 1000), "samples along each side of the grid"),
        Parameters.Flag<Conflict>("minima", f => f.Minima, (f, v) => f with { Minima = v }, "mark known minima"));
}
