using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Geometry;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Where over two parameters the rule reaches its edge of stability at the minimum.</summary>
/// <param name="Excess">The logarithm of its nearness on an even grid over both axes: 0 at the edge, positive beyond.</param>
/// <param name="Name">What the line is.</param>
public sealed record StabilityLimit(ScalarField Excess, string Name)
{
    private const int Side = 97, Ends = 40;

    // Two ends this near to each other are the same minimum.
    private const double Same = 1e-3;

    /// <summary>Finds the edge; null where the rule has none that its settings alone tell, or no minimum is known.</summary>
    /// <param name="map">The map.</param>
    /// <param name="across">The parameter of the horizontal axis, over <see cref="Run"/>.</param>
    /// <param name="up">The parameter of the vertical axis, over <see cref="Run"/>.</param>
    public static StabilityLimit? Find(ParameterMap map, Parameter across, Parameter up)
    {
        var runs = new AxisRuns(map.Model, map.Horizontal, across, map.Vertical, up, Side, Side);
        bool varies = new[] { map.Horizontal, map.Vertical }.Any(a => a.Path.StartsWith("landscape", StringComparison.Ordinal));
        Point? minimum = varies ? null : Reached(map);
        if (!varies && minimum is null)
        {
            return null;
        }

        double[] excess = new double[Side * Side];
        for (int i = 0; i < excess.Length; i++)
        {
            Run run = runs.At(i % Side, i / Side);
            double nearness = (minimum ?? run.Landscape.Info.GlobalMinimum?.At) is { } at ? StabilityEdge.Nearness(run, at) : double.NaN;
            excess[i] = nearness > 0 ? Elementary.Log(nearness) : double.NaN;
        }

        if (Array.TrueForAll(excess, double.IsNaN))
        {
            return null;
        }

        bool isAlone = minimum is null || map.Model.Landscape.Info.CriticalPoints.Count(c => c.Kind == CriticalKind.Minimum) == 1;
        return new(
            new(new(0, Side - 1, 0, Side - 1), Side, Side, excess),
            isAlone ? "edge of stability" : "edge of stability at " + NumberText.Point(new(Math.Round(minimum!.Value.X, 9), Math.Round(minimum.Value.Y, 9))));
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
                area.X + (Part(p.X / (Side - 1), flipX) * area.Width), area.Bottom - (Part(p.Y / (Side - 1), flipY) * area.Height)))];
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

    // The point at which most of a sample of runs end, if many do.
    private static Point? Reached(ParameterMap map)
    {
        var (ends, losses, steps, outcomes) = (new Point[map.Width], new double[map.Width], new int[map.Width], new OutcomeKind[map.Width]);
        var sample = new List<Point>();
        for (int j = 0; j < Math.Min(Ends, map.Height); j++)
        {
            map.Read((int)((j + 0.5) * map.Height / Math.Min(Ends, map.Height)), ends, losses, steps, outcomes);
            for (int i = 0; i < Math.Min(Ends, map.Width); i++)
            {
                int column = (int)((i + 0.5) * map.Width / Math.Min(Ends, map.Width));
                if (outcomes[column] is OutcomeKind.Converged or OutcomeKind.Stalled or OutcomeKind.Finished && ends[column].IsFinite)
                {
                    sample.Add(ends[column]);
                }
            }
        }

        // Runs crawl towards a minimum that others have reached: the known one nearest to the crowd is meant, or the crowd itself.
        Point[] known = [.. map.Model.Landscape.Info.CriticalPoints.Where(c => c.Kind == CriticalKind.Minimum).Select(c => c.At)];
        IEnumerable<Point> candidates = known.Length > 0 ? known : sample.Where((_, i) => i % Math.Max(1, sample.Count / 100) == 0);
        return candidates.Select(c => (At: c, Count: sample.Count(p => (p - c).Norm <= Same)))
            .OrderByDescending(c => c.Count)
            .Where(c => c.Count > 0.02 * sample.Count)
            .Select(c => (Point?)c.At)
            .FirstOrDefault();
    }
}
