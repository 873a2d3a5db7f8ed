using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Where over two parameters the rule reaches its edge of stability at the minimum.</summary>
/// <param name="Excess">The logarithm of its nearness on an even grid over both axes: 0 at the edge, positive beyond.</param>
/// <param name="Name">What the line is.</param>
public sealed record StabilityLimit(ScalarField Excess, string Name)
{
    /// <summary>The line of a field; null where there is none.</summary>
    /// <param name="field">How near the rule is to its edge.</param>
    /// <param name="map">The map that it lies over.</param>
    public static StabilityLimit? Of(StabilityField field, ParameterMap map)
    {
        if (!field.IsKnown)
        {
            return null;
        }

        bool isAlone = field.Minimum is null || map.Model.Landscape.Info.CriticalPoints.Count(c => c.Kind == CriticalKind.Minimum) == 1;
        return new(
            new(new(0, field.Side - 1, 0, field.Side - 1), field.Side, field.Side, [.. field.Excess]),
            isAlone ? "edge of stability" : "edge of stability at "
                + NumberText.Point(new(Math.Round(field.Minimum!.Value.X, 9), Math.Round(field.Minimum.Value.Y, 9))));
    }

    /// <summary>Draws the line with its name beside it.</summary>
    internal void Draw(ICanvas canvas, RectD area, bool flipX, bool flipY, Theme theme)
    {
        ContourLines lines = ContourTracer.Trace(Excess, [0]);
        var path = new VectorPath();
        var longest = new List<PointD>();
        var occupancy = new Occupancy(area.Inflate(-4));
        foreach (ContourLine line in lines.Lines)
        {
            PointD[] points = [.. lines.PointsOf(line).ToArray().Select(p => new PointD(
                area.X + (Part(p.X / (Excess.Columns - 1), flipX) * area.Width), area.Bottom - (Part(p.Y / (Excess.Columns - 1), flipY) * area.Height)))];
            for (int i = 0; i < points.Length; i++)
            {
                _ = i == 0 ? path.MoveTo(points[i]) : path.LineTo(points[i]);
                if (i > 0)
                {
                    occupancy.Add(points[i - 1], points[i], 3, 255);
                }
            }

            if (points.Length > longest.Count)
            {
                longest = [.. points];
            }
        }

        if (longest.Count < 2)
        {
            return;
        }

        canvas.Stroke(path, new(theme.Halo.WithAlpha(0.9), 3.4));
        canvas.Stroke(path, new(theme.Ink, 1.4, Dashes: new double[] { 5, 2.5 }));
        var style = new TextStyle(Typography.Label, theme.Ink, Halo: theme.Halo.WithAlpha(0.85), HaloWidth: 1.6);
        Callouts.Draw(canvas, occupancy, [new(Name, longest[longest.Count / 2], 3, style)], new(theme.Ink, 0.7));
    }

    private static double Part(double t, bool flip) => flip ? 1 - t : t;
}
