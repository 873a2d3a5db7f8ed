using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>
/// Turns a polyline into the outline of its stroke and hands that to a rasterizer. The outline is the sum of the segments' rectangles, the
/// wedges of the joins and the caps, all of one orientation: under the nonzero rule it covers exactly their union.
/// </summary>
/// <param name="target">The rasterizer.</param>
/// <param name="width">Line width in pixels.</param>
/// <param name="stroke">Joins and caps.</param>
/// <param name="tolerance">How far round joins and caps may stray, in pixels.</param>
/// <param name="outsideOnly">Leaves the right side of closed lines out: where these run clockwise around areas and counter-clockwise around
/// holes, as letters do, the outline then is that of the areas and of the outer half of the stroke together.</param>
internal sealed class Stroker(Rasterizer target, double width, Stroke stroke, double tolerance, bool outsideOnly = false) : IPolylineSink
{
    private readonly double half = width / 2;
    private PointD leftEnd, rightEnd;
    private bool leftOnly;

    [MethodImpl(Hot.Loop)]
    public void Polyline(ReadOnlySpan<PointD> points, bool closed, double distance)
    {
        if (points.Length < 2)
        {
            Dot(points[0]);
            return;
        }

        leftOnly = outsideOnly && closed;
        int segments = closed ? points.Length : points.Length - 1;
        Segment first = SegmentAt(points, 0), previous = first;
        PointD begin = closed ? Middle(first) : first.From;
        (leftEnd, rightEnd) = (Side(begin, first, half), Side(begin, first, -half));
        PointD firstLeft = leftEnd, firstRight = rightEnd;
        for (int i = 1; i < segments; i++)
        {
            Segment next = SegmentAt(points, i);
            Join(previous, next);
            previous = next;
        }

        if (closed)
        {
            Join(previous, first);
            LeftTo(firstLeft);
            RightTo(firstRight);
            return;
        }

        LeftTo(Side(previous.To, previous, half));
        RightTo(Side(previous.To, previous, -half));
        Cap(previous.To, leftEnd, rightEnd, previous.Direction);
        Cap(first.From, firstRight, firstLeft, -1 * first.Direction);
    }

    private static Segment SegmentAt(ReadOnlySpan<PointD> points, int i)
    {
        PointD from = points[i], to = points[i + 1 < points.Length ? i + 1 : 0];
        double length = from.DistanceTo(to);
        return new(from, to, (1 / length) * (to - from), length);
    }

    private static PointD Middle(in Segment s) => 0.5 * (s.From + s.To);

    // To the left of the direction as seen with y downward.
    private static PointD Side(PointD p, in Segment s, double offset) => new(p.X + (offset * s.Direction.Y), p.Y - (offset * s.Direction.X));

    private void LeftTo(PointD p)
    {
        target.Add(leftEnd, p);
        leftEnd = p;
    }

    private void RightTo(PointD p)
    {
        if (!leftOnly)
            target.Add(p, rightEnd);
        rightEnd = p;
    }

    private void To(bool left, PointD p)
    {
        if (left)
            LeftTo(p);
        else
            RightTo(p);
    }

    private void Join(in Segment a, in Segment b)
    {
        PointD pivot = a.To;
        double cos = (a.Direction.X * b.Direction.X) + (a.Direction.Y * b.Direction.Y);
        double sin = (a.Direction.X * b.Direction.Y) - (a.Direction.Y * b.Direction.X);
        bool outerIsLeft = sin > 0;
        double outward = outerIsLeft ? half : -half;
        double halfCosSquared = (1 + cos) / 2; // of half the turning angle

        // Both offset lines meet on the bisector, at this multiple of the sum of the normals.
        double miter = 1 / (1 + cos);
        PointD sum = new(a.Direction.Y + b.Direction.Y, -(a.Direction.X + b.Direction.X));
        double shortest = Math.Min(a.Length, b.Length) / 2;
        bool innerMeets = half * half * (1 - halfCosSquared) <= shortest * shortest * halfCosSquared;
        bool isSmooth = half * half * (1 - halfCosSquared) <= tolerance * half * halfCosSquared;
        if (isSmooth || (stroke.Join == LineJoin.Miter && 1 <= stroke.MiterLimit * stroke.MiterLimit * halfCosSquared))
        {
            To(outerIsLeft, pivot + (outward * miter * sum));
        }
        else
        {
            PointD from = Side(pivot, a, outward), to = Side(pivot, b, outward);
            To(outerIsLeft, from);
            if (stroke.Join == LineJoin.Round)
                Arc(pivot, from - pivot, half * Unit(a.Direction - b.Direction), to - pivot, outerIsLeft);
            To(outerIsLeft, to);
        }

        if (innerMeets)
        {
            To(!outerIsLeft, pivot - (outward * miter * sum));
            return;
        }

        To(!outerIsLeft, Side(pivot, a, -outward));
        To(!outerIsLeft, pivot);
        To(!outerIsLeft, Side(pivot, b, -outward));
    }

    // From one side of an end to the other, around the end.
    private void Cap(PointD end, PointD from, PointD to, PointD outward)
    {
        PointD reach = half * outward;
        switch (stroke.Cap)
        {
            case LineCap.Butt:
                target.Add(from, to);
                break;
            case LineCap.Square:
                target.Add(from, from + reach);
                target.Add(from + reach, to + reach);
                target.Add(to + reach, to);
                break;
            default:
                leftEnd = from;
                Arc(end, from - end, reach, to - end, left: true);
                LeftTo(to);
                break;
        }
    }

    private void Dot(PointD p)
    {
        if (stroke.Cap == LineCap.Butt)
            return;
        PointD right = new(half, 0), down = new(0, half);
        (leftEnd, PointD start) = (p - down, p - down);
        if (stroke.Cap == LineCap.Round)
        {
            Arc(p, -1 * down, right, down, left: true);
            LeftTo(p + down);
            Arc(p, down, -1 * right, -1 * down, left: true);
        }
        else
        {
            LeftTo(p - down + right);
            LeftTo(p + down + right);
            LeftTo(p + down - right);
            LeftTo(p - down - right);
        }

        LeftTo(start);
    }

    // The points of an arc between two radii, without those, through the one in the middle.
    private void Arc(PointD center, PointD from, PointD middle, PointD to, bool left)
    {
        Bisect(center, from, middle, left);
        To(left, center + middle);
        Bisect(center, middle, to, left);
    }

    private void Bisect(PointD center, PointD from, PointD to, bool left)
    {
        PointD sum = 0.5 * (from + to);
        double chordMiddle = sum.DistanceTo(default);
        if (half - chordMiddle <= tolerance)
            return;
        PointD middle = (half / chordMiddle) * sum;
        Bisect(center, from, middle, left);
        To(left, center + middle);
        Bisect(center, middle, to, left);
    }

    private static PointD Unit(PointD v) => (1 / v.DistanceTo(default)) * v;

    private readonly record struct Segment(PointD From, PointD To, PointD Direction, double Length);
}
