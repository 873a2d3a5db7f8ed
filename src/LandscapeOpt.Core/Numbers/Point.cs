using System.Globalization;
using System.Runtime.CompilerServices;

namespace LandscapeOpt.Numbers;

/// <summary>A point of the plane in doubles: what people, files and figures see.</summary>
/// <param name="X">The first coordinate.</param>
/// <param name="Y">The second coordinate.</param>
public readonly record struct Point(double X, double Y)
{
    /// <summary>True where both coordinates are finite.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y);

    /// <summary>Euclidean length of the vector from the origin.</summary>
    public double Norm => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>The same point in the numbers of the update rules.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Vec2<Real>(Point p) => new(p.X, p.Y);

    /// <summary>A computed point in plain doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Point(Vec2<Real> v) => new(v.X, v.Y);

    /// <summary>Sum.</summary>
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>Difference.</summary>
    public static Point operator -(Point a, Point b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Multiple.</summary>
    public static Point operator *(double a, Point b) => new(a * b.X, a * b.Y);

    /// <summary>Inner product.</summary>
    public static double Dot(Point a, Point b) => (a.X * b.X) + (a.Y * b.Y);

    /// <summary>The cosine of the angle between two vectors; 0 where one of them is zero.</summary>
    public static double Cosine(Point a, Point b)
    {
        double norms = a.Norm * b.Norm;
        return norms == 0 ? 0 : Dot(a, b) / norms;
    }

    /// <summary>"(x, y)" with the shortest digits that read back to the same doubles.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"({X}, {Y})");
}
