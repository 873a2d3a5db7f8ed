using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Canvas;

/// <content>Whole shapes. Closed ones run clockwise as seen on the page.</content>
public sealed partial class VectorPath
{
    // Corners of rounded rectangles: a cubic quarter circle with control points at this share of the radius strays by 0.02 percent of it.
    private const double QuarterCircle = 0.5519150244935106;

    /// <summary>A line through points; it breaks at points that are not finite.</summary>
    /// <param name="line">The points.</param>
    /// <param name="closed">Whether it returns to the start.</param>
    public static VectorPath Polyline(ReadOnlySpan<PointD> line, bool closed = false) => new VectorPath(line.Length + 1).AddPolyline(line, closed);

    /// <summary>A straight line.</summary>
    /// <param name="from">Start.</param>
    /// <param name="to">End.</param>
    public static VectorPath Segment(PointD from, PointD to) => new VectorPath(2).MoveTo(from).LineTo(to);

    /// <summary>A rectangle.</summary>
    /// <param name="area">The rectangle.</param>
    public static VectorPath Rectangle(RectD area) => new VectorPath().AddRectangle(area);

    /// <summary>A rectangle with round corners.</summary>
    /// <param name="area">The rectangle.</param>
    /// <param name="radius">Radius of the corners; at most half the shorter side is used.</param>
    public static VectorPath RoundedRectangle(RectD area, double radius) => new VectorPath(16).AddRoundedRectangle(area, radius);

    /// <summary>A circle.</summary>
    /// <param name="center">Its middle.</param>
    /// <param name="radius">Its radius.</param>
    public static VectorPath Circle(PointD center, double radius) => new VectorPath(16).AddEllipse(center, radius, radius);

    /// <summary>A part of a circle's rim, open.</summary>
    /// <param name="center">The circle's middle.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="startDegrees">Where it starts: 0 is to the right, 90 is up.</param>
    /// <param name="sweepDegrees">How far it goes, counter-clockwise as seen on the page where positive; at most a full turn.</param>
    public static VectorPath Arc(PointD center, double radius, double startDegrees, double sweepDegrees) =>
        new VectorPath(16).AddArc(center, radius, startDegrees, sweepDegrees);

    /// <summary>Adds a line through points; it breaks at points that are not finite.</summary>
    /// <param name="line">The points.</param>
    /// <param name="closed">Whether it returns to the start.</param>
    public VectorPath AddPolyline(ReadOnlySpan<PointD> line, bool closed = false)
    {
        for (int i = 0; i < line.Length; i++)
            Add(i == 0 ? PathVerb.Move : PathVerb.Line, line[i]);
        return closed ? Close() : this;
    }

    /// <summary>Adds a rectangle.</summary>
    /// <param name="area">The rectangle.</param>
    public VectorPath AddRectangle(RectD area) => MoveTo(area.X, area.Y).LineTo(area.Right, area.Y).LineTo(area.Right, area.Bottom)
        .LineTo(area.X, area.Bottom).Close();

    /// <summary>Adds a rectangle with round corners.</summary>
    /// <param name="area">The rectangle.</param>
    /// <param name="radius">Radius of the corners; at most half the shorter side is used.</param>
    public VectorPath AddRoundedRectangle(RectD area, double radius)
    {
        double r = Math.Min(radius, Math.Min(area.Width, area.Height) / 2);
        if (!(r > 0))
            return AddRectangle(area);
        double k = r * (1 - QuarterCircle);
        (double x0, double y0, double x1, double y1) = (area.X, area.Y, area.Right, area.Bottom);
        return MoveTo(x0 + r, y0)
            .LineTo(x1 - r, y0).CubicTo(new(x1 - k, y0), new(x1, y0 + k), new(x1, y0 + r))
            .LineTo(x1, y1 - r).CubicTo(new(x1, y1 - k), new(x1 - k, y1), new(x1 - r, y1))
            .LineTo(x0 + r, y1).CubicTo(new(x0 + k, y1), new(x0, y1 - k), new(x0, y1 - r))
            .LineTo(x0, y0 + r).CubicTo(new(x0, y0 + k), new(x0 + k, y0), new(x0 + r, y0))
            .Close();
    }

    /// <summary>Adds an ellipse with axes along x and y.</summary>
    /// <param name="center">Its middle.</param>
    /// <param name="radiusX">Half its width.</param>
    /// <param name="radiusY">Half its height.</param>
    public VectorPath AddEllipse(PointD center, double radiusX, double radiusY)
    {
        // Eight cubics stray by less than a hundred-thousandth of the radius. 4/3 tan(pi/16), cos(pi/4).
        const double Reach = 0.26521648983954400, Diagonal = 0.70710678118654752;
        PointD from = new(1, 0);
        MoveTo(At(from));
        for (int i = 1; i <= 8; i++)
        {
            PointD to = i % 2 == 0 ? Turned(i / 2, new(1, 0)) : Turned(i / 2, new(Diagonal, Diagonal));
            CubicTo(At(from + (Reach * Turned(1, from))), At(to - (Reach * Turned(1, to))), At(to));
            from = to;
        }

        return Close();

        PointD At(PointD p) => new(center.X + (radiusX * p.X), center.Y + (radiusY * p.Y));

        static PointD Turned(int quarters, PointD p) => (quarters % 4) switch
        {
            0 => p,
            1 => new(-p.Y, p.X),
            2 => new(-p.X, -p.Y),
            _ => new(p.Y, -p.X),
        };
    }

    /// <summary>Adds a part of a circle's rim as a subpath of its own, open.</summary>
    /// <param name="center">The circle's middle.</param>
    /// <param name="radius">Its radius.</param>
    /// <param name="startDegrees">Where it starts: 0 is to the right, 90 is up.</param>
    /// <param name="sweepDegrees">How far it goes, counter-clockwise as seen on the page where positive; at most a full turn.</param>
    public VectorPath AddArc(PointD center, double radius, double startDegrees, double sweepDegrees)
    {
        if (!double.IsFinite(startDegrees) || !double.IsFinite(sweepDegrees))
            return this;
        sweepDegrees = Math.Clamp(sweepDegrees, -360, 360);
        int pieces = Math.Max(1, (int)Math.Ceiling(Math.Abs(sweepDegrees) / 90));
        double step = sweepDegrees / pieces;

        // The cubic that meets the arc in its middle: control points at 4/3 tan(angle / 4) of the radius along the tangents.
        double quarter = step / 4 * (Math.PI / 180);
        double reach = 4.0 / 3 * Elementary.Sin(quarter) / Elementary.Cos(quarter);
        for (int i = 0; i < pieces; i++)
        {
            Affine from = Affine.Translation(center.X, center.Y) * Affine.Rotation(startDegrees + (i * step)) * Affine.Scaling(radius, radius);
            Affine to = Affine.Translation(center.X, center.Y) * Affine.Rotation(startDegrees + ((i + 1) * step)) * Affine.Scaling(radius, radius);
            if (i == 0)
                MoveTo(from.Apply(new(1, 0)));
            CubicTo(from.Apply(new(1, -reach)), to.Apply(new(1, reach)), to.Apply(new(1, 0)));
        }

        return this;
    }
}
