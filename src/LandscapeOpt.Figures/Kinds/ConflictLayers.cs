using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The cosine between the components' gradients, with the border of where they oppose each other.</summary>
internal sealed class CosineLayer : IMapBackground
{
    // Tenths on both sides of 0, so that 0 is a border of its own.
    private static readonly double[] Levels = [.. Enumerable.Range(-9, 19).Select(i => i / 10.0)];

    private readonly MapLayer map;
    private readonly RegionBorder zero;

    public CosineLayer(ConflictFields fields)
    {
        map = new(new(fields.Window, fields.Columns, fields.Rows, (double[])fields.Cosine.Clone()), Levels);
        zero = new(new(fields.Window, fields.Columns, fields.Rows, (double[])fields.Cosine.Clone()), 0);
    }

    public void DrawFill(ICanvas canvas, RectD area, Theme theme) => map.DrawFill(canvas, area, theme with { Landscape = theme.Agreement });

    public void DrawLines(ICanvas canvas, RectD area, Theme theme, Occupancy occupancy, int most = 8) =>
        canvas.Stroke(zero.LinesIn(area), new(theme.Muted.WithAlpha(0.8), 0.7));
}

/// <summary>Which components the guided rule takes: a colour for each alone, greys for several, the colour of text where it takes none.</summary>
internal sealed class GuidedLayer : IMapBackground
{
    private readonly RegionBorder[] alone, several;
    private readonly RegionBorder any;

    public GuidedLayer(ConflictFields fields)
    {
        alone = [.. fields.Scores.Select(s => new RegionBorder(new(fields.Window, fields.Columns, fields.Rows, (double[])s.Clone()), Tiny))];
        any = new(fields.AtLeast(1), Tiny);
        several = [.. Enumerable.Range(2, Math.Max(0, fields.Scores.Count - 1)).Select(c => new RegionBorder(fields.AtLeast(c), Tiny))];
    }

    // The rule wants more than 0, and a contour's high side is "at least".
    private static double Tiny => 1e-300;

    /// <summary>The key to the colours.</summary>
    public static IReadOnlyList<KeyEntry> Key(IReadOnlyList<string> components, Theme theme) =>
    [
        .. components.Select((name, k) => new KeyEntry(name + " alone", Alone(k, theme))),
        .. Enumerable.Range(2, components.Count - 1).Select(c => new KeyEntry(
            components.Count == 2 ? "both" : $"{NumberText.Count(c)} of {NumberText.Count(components.Count)}", Several(c, components.Count, theme))),
        new KeyEntry("none: deadlock", theme.Ink),
    ];

    public void DrawFill(ICanvas canvas, RectD area, Theme theme)
    {
        canvas.Fill(VectorPath.Rectangle(area), theme.Ink);
        for (int k = 0; k < alone.Length; k++)
        {
            canvas.Fill(alone[k].RegionIn(area), Alone(k, theme), FillRule.EvenOdd);
        }

        for (int i = 0; i < several.Length; i++)
        {
            canvas.Fill(several[i].RegionIn(area), Several(i + 2, alone.Length, theme), FillRule.EvenOdd);
        }
    }

    // A deadlock is often smaller than a point; its border keeps it visible.
    public void DrawLines(ICanvas canvas, RectD area, Theme theme, Occupancy occupancy, int most = 8) => canvas.Stroke(any.LinesIn(area), new(theme.Ink, 1.1));

    private static Color Alone(int k, Theme theme) => theme.Categories[k].Mix(theme.MarkerFill, 0.5);

    private static Color Several(int count, int of, Theme theme) =>
        theme.Frame.Mix(theme.Grid, of == 2 ? 1 : (count - 1.0) / (of - 1)).Mix(theme.MarkerFill, 0.35);
}

/// <summary>Where a field is at least a level, in any rectangle on the canvas.</summary>
internal sealed class RegionBorder(ScalarField field, double level)
{
    private const double Tolerance = 0.07;

    private readonly ContourLines lines = ContourTracer.Trace(field, [level]);

    public VectorPath RegionIn(RectD area) => lines.OnCanvas(area, Tolerance).Region(0, area, field.Values[0] >= level);

    public VectorPath LinesIn(RectD area)
    {
        ContourLines placed = lines.OnCanvas(area, Tolerance);
        var path = new VectorPath(1024);
        foreach (ContourLine line in placed.Lines)
        {
            path.AddPolyline(placed.PointsOf(line), closed: false);
        }

        return path;
    }
}
