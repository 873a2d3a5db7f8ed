using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What lies over a map of basins: the run's own path, minima in their colours, saddles and maxima.</summary>
internal sealed class BasinMarks(FigureInput input, BasinsWithPoints basins, BasinColors colors, Theme theme, Frame frame, bool path, bool critical)
{
    // Beyond this many points only minima are marked, beyond that none.
    private const int MostOthers = 60, MostMinima = 200;

    private readonly BasinMap map = basins.Map;

    /// <summary>Draws all of it, and says which kinds of points besides minima there are.</summary>
    public (bool Saddles, bool Maxima) Draw(ICanvas canvas)
    {
        canvas.PushClip(frame.Area);
        (bool, bool) others = critical ? DrawCritical(canvas) : default;

        if (path && input.Runs.Count > 0)
        {
            DrawPath(canvas, input.Runs[0]);
        }

        canvas.PopClip();
        return others;
    }

    private (bool Saddles, bool Maxima) DrawCritical(ICanvas canvas)
    {
        double size = Math.Clamp(Math.Min(frame.Area.Width, frame.Area.Height) / 300, 0.6, 2)
            * (map.Minima.Count > 60 ? 0.45 : map.Minima.Count > 20 ? 0.7 : 1);
        (int Label, PointD At)[] minima = [.. map.Minima.Select((m, label) => (label, frame.Place(m.At))).Where(m => frame.Area.Contains(m.Item2))];
        Point[] saddlePoints = Others(CriticalKind.Saddle), maximumPoints = Others(CriticalKind.Maximum);
        bool tooMany = saddlePoints.Length + maximumPoints.Length > MostOthers;
        PointD[] saddles = tooMany ? [] : [.. saddlePoints.Select(frame.Place)], maxima = tooMany ? [] : [.. maximumPoints.Select(frame.Place)];
        canvas.Stamp(Markers.Square(2.1 * size), maxima, theme.Ink, new(theme.Halo, size, LineJoin.Miter));
        canvas.Stamp(Markers.Cross(2.2 * size), saddles, null, new(theme.Halo, 2.6 * size, Cap: LineCap.Round));
        canvas.Stamp(Markers.Cross(2.2 * size), saddles, null, new(theme.Ink, 1.1 * size, Cap: LineCap.Round));

        foreach ((int label, PointD at) in minima.Length > MostMinima ? [] : minima)
        {
            canvas.Stamp(Markers.Disc(4.6 * size), [at], theme.Halo.WithAlpha(0.95), null);
            canvas.Stamp(Markers.Disc(3.1 * size), [at], colors.Of(label), new(theme.Ink, 0.5 * size));
        }

        return (saddles.Length > 0, maxima.Length > 0);
    }

    private void DrawPath(ICanvas canvas, FigureRun run)
    {
        var line = new PathLayer(frame, run.Column("x"), run.Column("y"));
        line.DrawHalo(canvas, theme, 1.6);
        line.DrawLine(canvas, _ => theme.Ink, 1.6);
        if (run.Rows > 0)
        {
            line.DrawMarkers(canvas, theme, line.MarkerStride, theme.Ink, 0.9);
            canvas.Stamp(Markers.Disc(3.6), [frame.Place(run.At(0))], theme.Ink, new(theme.Halo, 1.2));
        }
    }

    private Point[] Others(CriticalKind kind) => [.. (basins.Critical?.Points ?? []).Where(p => p.Kind == kind).Select(p => p.At)];

    /// <summary>Whether saddles and maxima would be marked beside these minima.</summary>
    internal static bool MayHaveOthers(BasinMap map) => map.Minima.Count(m => map.Grid.Window.Contains(m.At)) <= MostOthers;
}
