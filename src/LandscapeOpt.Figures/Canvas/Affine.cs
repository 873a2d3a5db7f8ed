using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>An affine map of the plane: (x, y) goes to (A x + C y + E, B x + D y + F), the letters and order of SVG's <c>matrix()</c>.</summary>
/// <param name="A">x to x.</param>
/// <param name="B">x to y.</param>
/// <param name="C">y to x.</param>
/// <param name="D">y to y.</param>
/// <param name="E">Shift of x.</param>
/// <param name="F">Shift of y.</param>
public readonly record struct Affine(double A, double B, double C, double D, double E, double F)
{
    /// <summary>The map that changes nothing.</summary>
    public static Affine Identity => new(1, 0, 0, 1, 0, 0);

    /// <summary>The area that a unit of area becomes, negative where the map mirrors.</summary>
    public double Determinant => (A * D) - (B * C);

    /// <summary>A shift.</summary>
    /// <param name="x">To the right.</param>
    /// <param name="y">Downward.</param>
    public static Affine Translation(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>A change of size about the origin.</summary>
    /// <param name="x">Factor of x.</param>
    /// <param name="y">Factor of y.</param>
    public static Affine Scaling(double x, double y) => new(x, 0, 0, y, 0, 0);

    /// <summary>A rotation about the origin; positive angles turn counter-clockwise as seen on the page. Multiples of 90 degrees are exact.</summary>
    /// <param name="degrees">The angle in degrees.</param>
    public static Affine Rotation(double degrees)
    {
        double turn = degrees - (360 * Math.Floor(degrees / 360));
        (double sin, double cos) = turn switch
        {
            0 => (0.0, 1.0),
            90 => (1.0, 0.0),
            180 => (0.0, -1.0),
            270 => (-1.0, 0.0),
            _ => (Elementary.Sin(turn * (Math.PI / 180)), Elementary.Cos(turn * (Math.PI / 180))),
        };
        return new(cos, -sin, sin, cos, 0, 0);
    }

    /// <summary>The map that does <paramref name="second"/> after <paramref name="first"/>.</summary>
    /// <param name="second">Applied last.</param>
    /// <param name="first">Applied first.</param>
    public static Affine operator *(Affine second, Affine first) => new(
        (second.A * first.A) + (second.C * first.B),
        (second.B * first.A) + (second.D * first.B),
        (second.A * first.C) + (second.C * first.D),
        (second.B * first.C) + (second.D * first.D),
        (second.A * first.E) + (second.C * first.F) + second.E,
        (second.B * first.E) + (second.D * first.F) + second.F);

    /// <summary>Where a point goes.</summary>
    /// <param name="p">The point.</param>
    public PointD Apply(PointD p) => new((A * p.X) + (C * p.Y) + E, (B * p.X) + (D * p.Y) + F);
}
