using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The objective as a surface in space, with the paths lying on it.</summary>
public sealed record Surface : FigureKind
{
    private const double Margin = 14;

    private static readonly double[] Turns = [35, -35, 55, -55, 125, -125, 145, -145];

    /// <summary>How far the surface is turned about its vertical axis, in degrees; null turns it so that most of the paths can be seen.</summary>
    public double? Azimuth { get; init; }

    /// <summary>How far from above it is seen, in degrees.</summary>
    public double Elevation { get; init; } = 38;

    /// <summary>The vertical axis.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>Cells along each side.</summary>
    public long Cells { get; init; } = 108;

    /// <summary>What the colour of a step says, as in <see cref="Trajectory.ColorBy"/>.</summary>
    public string ColorBy { get; init; } = "auto";

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Column)> NamedColumns => PathColoring.ColumnOf(ColorBy) is { } column ? [("colorBy", column)] : [];

    /// <inheritdoc/>
    public override PageSize SizeFor(FigureInput input) => new(600 + Side(input, Theme.Light), 500);

    /// <inheritdoc/>
    public override void Draw(ICanvas canvas, FigureInput input, Theme theme)
    {
        PathColoring coloring = PathColoring.For(input, ColorBy, together: true, theme);
        double left = Margin + 4, side = Side(input, theme);
        var header = new PageHeader(input.Title, input.Subtitle, coloring.KeyTitle, coloring.Key);
        double top = header.Height(canvas.Width - left - Margin, theme);
        header.Draw(canvas, left, canvas.Width - left - Margin, theme);
        var area = RectD.FromSides(left + 34, top + 6, canvas.Width - Margin - 20 - side, Math.Max(top + 30, canvas.Height - 40));
        Domain window = Trajectory.WindowFor(input);
        ScalarField losses = FieldSampling.Resolve(input.Landscape, window, (int)Cells + 1, (int)Cells + 1);
        var scale = new HeightScale(losses, Scale switch { AxisScale.Log => true, AxisScale.Linear => false, _ => null });
        double aspect = Math.Clamp(window.Height / window.Width, 0.4, 2.5), longest = Math.Max(1, aspect);
        SurfaceScene SceneFrom(double azimuth) =>
            new(canvas, theme, window, losses, scale, new Projection(area, azimuth, Elevation, 1 / longest, aspect / longest, 0.8));

        // A turn must show clearly more to be preferred to the turns before it.
        SurfaceScene scene = Azimuth is { } given ? SceneFrom(given) : Turns.Select(SceneFrom).MaxBy(s => Math.Round(10 * s.VisibleShare(input)))!;
        scene.DrawBox(input, new RectD(0, top, canvas.Width - side, canvas.Height - top));
        scene.DrawSurface();
        scene.DrawPaths(input, coloring, area.Inflate(16));
        if (coloring.Bar is { } bar)
        {
            ColorBar.Draw(
                canvas, RectD.FromSides(area.X, area.Y + (0.2 * area.Height), canvas.Width - Margin - side, area.Y + (0.8 * area.Height)), bar,
                theme.Sequence.At, coloring.BarName, theme);
        }
        else if (input.Runs.Count > 1 && coloring.Key.Count == 0)
        {
            RunKey.Draw(canvas, RectD.FromSides(canvas.Width - Margin - side + 14, area.Y, canvas.Width - Margin, area.Bottom), input.Runs, theme);
        }
    }

    /// <inheritdoc/>
    public override string Describe(FigureInput input) => FigureText.Paths(input).Replace("Contour map", "Surface", StringComparison.Ordinal);

    private double Side(FigureInput input, Theme theme)
    {
        PathColoring coloring = PathColoring.For(input, ColorBy, together: true, theme);
        return coloring.Bar is { } bar ? ColorBar.Width(bar, 400, theme) : input.Runs.Count > 1 && coloring.Key.Count == 0
            ? RunKey.Width(input.Runs, theme) + 14 : 0;
    }
}

public static partial class FigureCatalogue
{
    private static readonly Member<FigureKind> Surface = Add(
        "surface",
        new Surface(),
        "A surface in space",
        "The objective as a shaded surface, hidden parts hidden, with the paths lying on it.",
        Parameters.OptionalNumber<Surface>(
            "azimuth", f => f.Azimuth, (f, v) => f with { Azimuth = v }, new NumberRange(-360, 360), "how far the surface is turned, in degrees"),
        Parameters.Number<Surface>(
            "elevation", f => f.Elevation, (f, v) => f with { Elevation = v }, new NumberRange(5, 85), "how far from above it is seen, in degrees"),
        Parameters.Choice<Surface, AxisScale>("scale", f => f.Scale, (f, v) => f with { Scale = v }, "the vertical axis"),
        Parameters.Integer<Surface>("cells", f => f.Cells, (f, v) => f with { Cells = v }, new NumberRange(8, 200), "cells along each side"),
        Parameters.Text<Surface>("colorBy", f => f.ColorBy, (f, v) => f with { ColorBy = v }, "auto, run, component, step, learning-rate, or a column"));
}
