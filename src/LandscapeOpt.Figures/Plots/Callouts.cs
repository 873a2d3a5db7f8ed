using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A text that names a point.</summary>
/// <param name="Text">What it says.</param>
/// <param name="At">The point.</param>
/// <param name="Radius">How far the point's marker reaches.</param>
/// <param name="Style">How it is drawn; alignment and rotation play no part.</param>
public sealed record Callout(RichText Text, PointD At, double Radius, TextStyle Style);

/// <summary>Finds places for direct labels: beside what they name, off the data and inside the frame; far ones get a leader line.</summary>
public static class Callouts
{
    // East first, as one reads; then the diagonals, above and below, west.
    private static readonly (double X, double Y, double Malus)[] Directions =
    [
        (1, 0, 0), (0.78, -0.62, 0.5), (0.78, 0.62, 1), (0, -1, 1.5), (0, 1, 2), (-0.78, -0.62, 2.2), (-0.78, 0.62, 2.6), (-1, 0, 2.4),
        (0.93, -0.38, 0.8), (0.93, 0.38, 1.2), (0.38, -0.93, 1.4), (0.38, 0.93, 1.8), (-0.38, -0.93, 2.1), (-0.38, 0.93, 2.3), (-0.93, -0.38, 2.4),
            (-0.93, 0.38, 2.5),
    ];

    // A label that is nearly as near to another named point as to its own may be read as that one's name.
    private const double Clearance = 3, Ambiguous = 9;

    private static readonly double[] Distances = [3.5, 6, 10, 16, 24, 34, 48, 66, 90];

    /// <summary>Places and draws labels in their order; each takes its place in <paramref name="occupancy"/>.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="occupancy">What is there already; labels stay inside its area.</param>
    /// <param name="callouts">The labels, the most important first.</param>
    /// <param name="leader">How leader lines are drawn.</param>
    public static void Draw(ICanvas canvas, Occupancy occupancy, IEnumerable<Callout> callouts, Stroke leader)
    {
        Callout[] all = [.. callouts.Where(c => c.At.IsFinite)];
        foreach (Callout callout in all)
        {
            Placement place = Find(occupancy, callout, [.. all.Where(c => c != callout).Select(c => c.At)]);
            if (place.HasLeader)
            {
                canvas.Stroke(VectorPath.Segment(place.LeaderFrom, place.LeaderTo), leader);
                occupancy.Add(place.LeaderFrom, place.LeaderTo, 2, 120);
            }

            canvas.Text(callout.Text, new(place.Box.X, place.Box.Bottom),
                callout.Style with { HorizontalAlign = HorizontalAlign.Left, VerticalAlign = VerticalAlign.Baseline, RotationDegrees = 0 });
            occupancy.Add(place.Box.Inflate(1.5), 255);
        }
    }

    internal static Placement Find(Occupancy occupancy, Callout callout, IReadOnlyList<PointD>? others = null)
    {
        TextMetrics metrics = Typesetter.Measure(callout.Text, callout.Style);
        (double width, double height) = (metrics.Width, metrics.CapHeight);
        Placement best = default;
        double least = double.PositiveInfinity;
        foreach (double distance in Distances)
        {
            double reach = callout.Radius + distance;
            foreach ((double dx, double dy, double malus) in Directions)
            {
                // The box touches the circle of that reach on the side that faces the point.
                PointD touch = new(callout.At.X + (dx * reach), callout.At.Y + (dy * reach));
                double x = dx > 0.5 ? touch.X : dx < -0.5 ? touch.X - width : touch.X - (width / 2) + (dx * width / 2);
                double y = dy > 0.5 ? touch.Y : dy < -0.5 ? touch.Y - height : touch.Y - (height / 2) + (dy * height / 2);
                var box = new RectD(x, y, width, height);
                double covered = occupancy.Cost(RectD.FromSides(x - 1.5, y - 2, x + width + 1.5, y + height + 3));
                double cost = (covered * 3) + malus + (distance * 0.35);
                bool hasLeader = distance > 12;
                PointD from = new(callout.At.X + (dx * (callout.Radius + 1.5)), callout.At.Y + (dy * (callout.Radius + 1.5)));
                PointD to = new(touch.X - (dx * 2), touch.Y - (dy * 2));
                cost += !hasLeader && others is not null && others.Any(o => Distance(box, o) < Distance(box, callout.At) + Clearance) ? Ambiguous : 0;
                cost += hasLeader ? 2 + (occupancy.Cost(from, to) * 0.3) : 0;
                if (cost < least)
                {
                    (least, best) = (cost, new(box, hasLeader, from, to, covered));
                }
            }

            if (least < 4 + (distance * 0.35))
            {
                break;
            }
        }

        return best;
    }

    private static double Distance(RectD box, PointD p)
    {
        double dx = Math.Max(0, Math.Max(box.X - p.X, p.X - box.Right)), dy = Math.Max(0, Math.Max(box.Y - p.Y, p.Y - box.Bottom));
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    internal readonly record struct Placement(RectD Box, bool HasLeader, PointD LeaderFrom, PointD LeaderTo, double Covered);
}
