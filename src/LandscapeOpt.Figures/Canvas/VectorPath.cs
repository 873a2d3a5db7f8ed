using System.Runtime.InteropServices;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>What a path does next; each takes as many points as its name needs.</summary>
public enum PathVerb : byte
{
    /// <summary>Starts a subpath at one point.</summary>
    Move,

    /// <summary>A straight line to one point.</summary>
    Line,

    /// <summary>A quadratic Bézier curve: control point, end.</summary>
    Quad,

    /// <summary>A cubic Bézier curve: two control points, end.</summary>
    Cubic,

    /// <summary>Closes the subpath with a straight line; no points.</summary>
    Close,
}

/// <summary>
/// Lines and curves to fill or to stroke, built piece by piece; every method returns the path itself. Points that are not finite are
/// allowed: the path has a gap there. A line or curve without a start begins at its own end point.
/// </summary>
public sealed partial class VectorPath
{
    private readonly List<PathVerb> verbs;
    private readonly List<PointD> points;

    /// <summary>An empty path.</summary>
    /// <param name="capacity">How many points to make room for.</param>
    public VectorPath(int capacity = 8)
    {
        verbs = new(capacity);
        points = new(capacity);
    }

    /// <summary>The verbs, in order.</summary>
    public ReadOnlySpan<PathVerb> Verbs => CollectionsMarshal.AsSpan(verbs);

    /// <summary>The points that the verbs take, in order.</summary>
    public ReadOnlySpan<PointD> Points => CollectionsMarshal.AsSpan(points);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => verbs.Count == 0;

    /// <summary>The smallest rectangle around all finite points, control points included; empty at the origin without any.</summary>
    public RectD Bounds
    {
        get
        {
            double left = double.PositiveInfinity, top = left, right = double.NegativeInfinity, bottom = right;
            foreach (PointD p in Points)
            {
                if (!p.IsFinite)
                    continue;
                (left, right) = (Math.Min(left, p.X), Math.Max(right, p.X));
                (top, bottom) = (Math.Min(top, p.Y), Math.Max(bottom, p.Y));
            }

            return left <= right ? RectD.FromSides(left, top, right, bottom) : default;
        }
    }

    /// <summary>Removes everything, keeping the memory.</summary>
    public VectorPath Clear()
    {
        verbs.Clear();
        points.Clear();
        return this;
    }

    /// <summary>Starts a subpath.</summary>
    /// <param name="p">Where.</param>
    public VectorPath MoveTo(PointD p) => Add(PathVerb.Move, p);

    /// <summary>Starts a subpath.</summary>
    /// <param name="x">Where, to the right.</param>
    /// <param name="y">Where, downward.</param>
    public VectorPath MoveTo(double x, double y) => MoveTo(new PointD(x, y));

    /// <summary>Adds a straight line.</summary>
    /// <param name="p">Its end.</param>
    public VectorPath LineTo(PointD p) => Add(verbs.Count == 0 ? PathVerb.Move : PathVerb.Line, p);

    /// <summary>Adds a straight line.</summary>
    /// <param name="x">Its end, to the right.</param>
    /// <param name="y">Its end, downward.</param>
    public VectorPath LineTo(double x, double y) => LineTo(new PointD(x, y));

    /// <summary>Adds a quadratic Bézier curve.</summary>
    /// <param name="control">Control point.</param>
    /// <param name="end">End.</param>
    public VectorPath QuadTo(PointD control, PointD end)
    {
        if (verbs.Count == 0)
            return MoveTo(end);
        verbs.Add(PathVerb.Quad);
        points.Add(control);
        points.Add(end);
        return this;
    }

    /// <summary>Adds a cubic Bézier curve.</summary>
    /// <param name="control1">First control point.</param>
    /// <param name="control2">Second control point.</param>
    /// <param name="end">End.</param>
    public VectorPath CubicTo(PointD control1, PointD control2, PointD end)
    {
        if (verbs.Count == 0)
            return MoveTo(end);
        verbs.Add(PathVerb.Cubic);
        points.Add(control1);
        points.Add(control2);
        points.Add(end);
        return this;
    }

    /// <summary>Closes the subpath with a straight line to its start; a following line starts there too.</summary>
    public VectorPath Close()
    {
        if (verbs.Count > 0 && verbs[^1] != PathVerb.Close)
            verbs.Add(PathVerb.Close);
        return this;
    }

    /// <summary>Adds all of another path.</summary>
    /// <param name="other">The other path.</param>
    public VectorPath Append(VectorPath other)
    {
        verbs.AddRange(other.Verbs);
        points.AddRange(other.Points);
        return this;
    }

    /// <summary>Adds all of another path, mapped.</summary>
    /// <param name="other">The other path.</param>
    /// <param name="map">Where its points go.</param>
    public VectorPath Append(VectorPath other, Affine map)
    {
        verbs.AddRange(other.Verbs);
        points.EnsureCapacity(points.Count + other.points.Count);
        foreach (PointD p in other.Points)
            points.Add(map.Apply(p));
        return this;
    }

    /// <summary>A mapped copy.</summary>
    /// <param name="map">Where the points go.</param>
    public VectorPath Transform(Affine map) => new VectorPath(points.Count).Append(this, map);

    private VectorPath Add(PathVerb verb, PointD p)
    {
        verbs.Add(verb);
        points.Add(p);
        return this;
    }
}
