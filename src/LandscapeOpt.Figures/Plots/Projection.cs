using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A parallel projection of a box: x and y from -1 to 1, z from 0 to 1 upward, seen from above.</summary>
public sealed class Projection
{
    private readonly double sinA, cosA, sinE, cosE, halfX, halfY, tall, scale;
    private readonly PointD origin;

    /// <summary>Fits the box into an area.</summary>
    /// <param name="area">The area on the canvas.</param>
    /// <param name="azimuth">How far the box is turned about its vertical axis, in degrees.</param>
    /// <param name="elevation">How far from above it is seen, in degrees: 0 from the side, 90 straight down.</param>
    /// <param name="halfX">Half the box's extent along x.</param>
    /// <param name="halfY">Half its extent along y.</param>
    /// <param name="tall">Its height.</param>
    public Projection(RectD area, double azimuth, double elevation, double halfX = 1, double halfY = 1, double tall = 0.9)
    {
        const double Degree = Math.PI / 180;
        (sinA, cosA) = (Elementary.Sin(azimuth * Degree), Elementary.Cos(azimuth * Degree));
        (sinE, cosE) = (Elementary.Sin(elevation * Degree), Elementary.Cos(elevation * Degree));
        (this.halfX, this.halfY, this.tall) = (halfX, halfY, tall);
        (scale, origin) = (1, default);
        var bounds = new VectorPath();
        foreach (double x in (ReadOnlySpan<double>)[-1, 1])
        {
            foreach (double y in (ReadOnlySpan<double>)[-1, 1])
            {
                bounds.LineTo(Place(x, y, 0)).LineTo(Place(x, y, 1));
            }
        }

        RectD box = bounds.Bounds;
        scale = Math.Min(area.Width / box.Width, area.Height / box.Height);
        origin = new(area.Center.X - (scale * box.Center.X), area.Center.Y - (scale * box.Center.Y));
    }

    /// <summary>How much higher (in units of the box) a ray to the viewer is after it has passed a ground distance.</summary>
    public double Rise => sinE / Math.Max(cosE, 1e-9) / tall;

    /// <summary>The ground direction to the viewer, per unit of distance, in the box's x.</summary>
    public double ToViewerX => sinA / halfX;

    /// <summary>The ground direction to the viewer, per unit of distance, in the box's y.</summary>
    public double ToViewerY => -cosA / halfY;

    /// <summary>Where a point of the box lies on the canvas.</summary>
    /// <param name="x">-1 to 1.</param>
    /// <param name="y">-1 to 1.</param>
    /// <param name="z">0 to 1.</param>
    public PointD Place(double x, double y, double z)
    {
        (double gx, double gy) = (x * halfX, y * halfY);
        double across = (gx * cosA) + (gy * sinA), away = (gy * cosA) - (gx * sinA);
        return new(origin.X + (scale * across), origin.Y - (scale * ((z * tall * cosE) + (away * sinE))));
    }

    /// <summary>How far from the viewer a ground point is.</summary>
    /// <param name="x">-1 to 1.</param>
    /// <param name="y">-1 to 1.</param>
    public double Away(double x, double y) => (y * halfY * cosA) - (x * halfX * sinA);
}
