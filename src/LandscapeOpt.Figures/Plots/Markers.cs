using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Shapes of markers around the origin.</summary>
public static class Markers
{
    /// <summary>A disc.</summary>
    /// <param name="radius">Its radius in points.</param>
    public static VectorPath Disc(double radius) => VectorPath.Circle(default, radius);

    /// <summary>A square.</summary>
    /// <param name="half">Half its side in points.</param>
    public static VectorPath Square(double half) => VectorPath.Rectangle(new(-half, -half, 2 * half, 2 * half));

    /// <summary>A diamond.</summary>
    /// <param name="radius">From its middle to its corners, in points.</param>
    public static VectorPath Diamond(double radius) => VectorPath.Polyline([new(0, -radius), new(radius, 0), new(0, radius), new(-radius, 0)], closed: true);

    /// <summary>A cross of two diagonal strokes; for stroking, not for filling.</summary>
    /// <param name="half">Half its width in points.</param>
    public static VectorPath Cross(double half) => new VectorPath(4).MoveTo(-half, -half).LineTo(half, half).MoveTo(-half, half).LineTo(half, -half);

    /// <summary>A star of five rays.</summary>
    /// <param name="radius">From its middle to its tips, in points.</param>
    public static VectorPath Star(double radius)
    {
        var path = new VectorPath(10);
        for (int i = 0; i < 10; i++)
        {
            double r = i % 2 == 0 ? radius : 0.42 * radius, angle = Math.PI * i / 5;
            path.LineTo(r * Elementary.Sin(angle), -r * Elementary.Cos(angle));
        }

        return path.Close();
    }

    /// <summary>An arrowhead with its tip at a point.</summary>
    /// <param name="tip">The tip.</param>
    /// <param name="dx">Direction, to the right; any length but 0.</param>
    /// <param name="dy">Direction, downward.</param>
    /// <param name="size">Its length in points.</param>
    public static VectorPath Arrow(PointD tip, double dx, double dy, double size)
    {
        double length = Math.Sqrt((dx * dx) + (dy * dy));
        (double ux, double uy) = length > 0 ? (dx / length, dy / length) : (1, 0);
        PointD At(double back, double side) => new(tip.X - (ux * back) - (uy * side), tip.Y - (uy * back) + (ux * side));
        return VectorPath.Polyline([tip, At(size, 0.45 * size), At(0.75 * size, 0), At(size, -0.45 * size)], closed: true);
    }
}
