using System.Runtime.InteropServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Takes the lines to be stroked.</summary>
internal interface IPolylineSink
{
    /// <summary>A line through points, none equal to its neighbour; a single point is a dot.</summary>
    /// <param name="points">The points.</param>
    /// <param name="closed">Whether it returns to its start (which is not repeated at the end).</param>
    /// <param name="distance">How far from the start of its subpath it begins.</param>
    void Polyline(ReadOnlySpan<PointD> points, bool closed, double distance);
}

/// <summary>
/// Collects flattened lines into polylines cut to a rectangle well outside the page, so that the length of what has to be stroked is bounded.
/// Steps too short to be seen are merged.
/// </summary>
/// <param name="guard">What lies outside may be left out.</param>
/// <param name="measured">Whether distances matter (for dashes).</param>
/// <param name="sink">Where polylines go.</param>
internal ref struct PolylineCollector(RectD guard, bool measured, IPolylineSink sink) : ILineSink
{
    // Pixels; moves an edge by less than the flattening does.
    private const double ShortestStep = 0.002;

    private readonly List<PointD> points = [], first = [];
    private PointD start, current;
    private double distance, pieceStart;
    private bool broken;

    public void Move(PointD p)
    {
        Finish();
        (start, current, distance, pieceStart) = (p, p, 0, 0);
        broken = !guard.Contains(p);
        if (!broken)
            points.Add(p);
    }

    public void Line(PointD p)
    {
        PointD from = current;
        current = p;
        if (guard.Contains(from) && guard.Contains(p))
        {
            Append(p);
            Advance(from, p);
            return;
        }

        bool seen = Cut(from, p, out double enter, out double leave);
        double before = distance;
        Advance(from, p);
        if (seen && enter > 0)
            Begin(Between(from, p, enter), before + (enter * (distance - before)));
        if (seen)
            Append(leave < 1 ? Between(from, p, leave) : p);
        if (!seen || leave < 1)
            Break();
    }

    public void Close()
    {
        if (broken)
        {
            Line(start);
            return;
        }

        while (points.Count > 1 && IsShort(points[^1], points[0]))
            points.RemoveAt(points.Count - 1);
        Emit(closed: points.Count > 1);
    }

    /// <summary>Ends the last subpath.</summary>
    public readonly void Finish()
    {
        // A closed line that was cut ends where it began: one piece, so that the join there is drawn.
        if (!measured && first.Count > 0 && points.Count > 0 && IsShort(points[^1], first[0]))
        {
            points.AddRange(CollectionsMarshal.AsSpan(first)[1..]);
            first.Clear();
        }

        Emit(closed: false);
        if (first.Count > 0)
            sink.Polyline(CollectionsMarshal.AsSpan(first), closed: false, 0);
        first.Clear();
    }

    private static PointD Between(PointD a, PointD b, double t) => a + (t * (b - a));

    private static bool IsShort(PointD a, PointD b)
    {
        (double x, double y) = (a.X - b.X, a.Y - b.Y);
        return (x * x) + (y * y) < ShortestStep * ShortestStep;
    }

    private readonly void Append(PointD p)
    {
        if (points.Count == 0 || !IsShort(points[^1], p))
            points.Add(p);
    }

    private void Advance(PointD from, PointD to)
    {
        double length = measured ? from.DistanceTo(to) : 0;
        distance += double.IsFinite(length) ? length : 0;
    }

    private void Begin(PointD p, double at)
    {
        Break();
        points.Add(p);
        pieceStart = at;
    }

    // The piece that starts the subpath is kept until its end is known.
    private void Break()
    {
        if (broken)
            Emit(closed: false);
        else
            first.AddRange(points);
        points.Clear();
        broken = true;
    }

    private readonly void Emit(bool closed)
    {
        if (points.Count > 0)
            sink.Polyline(CollectionsMarshal.AsSpan(points), closed, pieceStart);
        points.Clear();
    }

    // Liang and Barsky: the part of a line within the guard rectangle.
    private readonly bool Cut(PointD a, PointD b, out double enter, out double leave)
    {
        (enter, leave) = (0, 1);
        return Side(a.X, b.X, guard.X, 1, ref enter, ref leave) && Side(a.X, b.X, guard.Right, -1, ref enter, ref leave)
            && Side(a.Y, b.Y, guard.Y, 1, ref enter, ref leave) && Side(a.Y, b.Y, guard.Bottom, -1, ref enter, ref leave);
    }

    private static bool Side(double a, double b, double side, int inward, ref double enter, ref double leave)
    {
        double outA = (side - a) * inward, outB = (side - b) * inward;
        if (outA > 0 && outB > 0)
            return false;
        if (outA > 0)
            enter = Math.Max(enter, outA / (outA - outB));
        else if (outB > 0)
            leave = Math.Min(leave, outA / (outA - outB));
        return enter <= leave;
    }
}
