namespace LandscapeOpt.Figures.Canvas;

/// <summary>A place on the canvas: points (1/72 inch) from the upper left corner, y downward.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downward.</param>
public readonly record struct PointD(double X, double Y)
{
    /// <summary>Whether neither coordinate is NaN or infinite.</summary>
    public bool IsFinite => double.IsFinite(X) && double.IsFinite(Y);

    /// <summary>Sum.</summary>
    public static PointD operator +(PointD a, PointD b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>Difference.</summary>
    public static PointD operator -(PointD a, PointD b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Multiple.</summary>
    public static PointD operator *(double s, PointD a) => new(s * a.X, s * a.Y);

    /// <summary>Distance to another point.</summary>
    /// <param name="other">The other point.</param>
    public double DistanceTo(PointD other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));
}

/// <summary>A rectangle with sides along the axes.</summary>
/// <param name="X">The left side.</param>
/// <param name="Y">The upper side.</param>
/// <param name="Width">Extent to the right; an empty rectangle has 0 or less.</param>
/// <param name="Height">Extent downward; an empty rectangle has 0 or less.</param>
public readonly record struct RectD(double X, double Y, double Width, double Height)
{
    /// <summary>The right side.</summary>
    public double Right => X + Width;

    /// <summary>The lower side.</summary>
    public double Bottom => Y + Height;

    /// <summary>The middle.</summary>
    public PointD Center => new(X + (Width / 2), Y + (Height / 2));

    /// <summary>Whether it holds no area (also when a side is NaN).</summary>
    public bool IsEmpty => !(Width > 0 && Height > 0);

    /// <summary>The rectangle between two sides each way.</summary>
    /// <param name="left">Smallest x.</param>
    /// <param name="top">Smallest y.</param>
    /// <param name="right">Largest x.</param>
    /// <param name="bottom">Largest y.</param>
    public static RectD FromSides(double left, double top, double right, double bottom) => new(left, top, right - left, bottom - top);

    /// <summary>Whether a point lies inside or on the rim.</summary>
    /// <param name="p">The point.</param>
    public bool Contains(PointD p) => p.X >= X && p.X <= Right && p.Y >= Y && p.Y <= Bottom;

    /// <summary>Whether another rectangle shares area with this one.</summary>
    /// <param name="other">The other rectangle.</param>
    public bool Overlaps(RectD other) =>
        !IsEmpty && !other.IsEmpty && X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    /// <summary>The same rectangle grown on every side; negative margins shrink it.</summary>
    /// <param name="margin">The growth of each side.</param>
    public RectD Inflate(double margin) => new(X - margin, Y - margin, Width + (2 * margin), Height + (2 * margin));

    /// <summary>The common part of two rectangles; empty where they do not meet.</summary>
    /// <param name="other">The other rectangle.</param>
    public RectD Intersect(RectD other) =>
        FromSides(Math.Max(X, other.X), Math.Max(Y, other.Y), Math.Min(Right, other.Right), Math.Min(Bottom, other.Bottom));

    /// <summary>The smallest rectangle around both.</summary>
    /// <param name="other">The other rectangle.</param>
    public RectD Union(RectD other) =>
        FromSides(Math.Min(X, other.X), Math.Min(Y, other.Y), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
