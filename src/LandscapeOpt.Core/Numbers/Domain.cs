namespace LandscapeOpt.Numbers;

/// <summary>The rectangle that pictures and maps of a landscape show. It frames; it is no wall.</summary>
/// <param name="X0">Left end.</param>
/// <param name="X1">Right end.</param>
/// <param name="Y0">Lower end.</param>
/// <param name="Y1">Upper end.</param>
public readonly record struct Domain(double X0, double X1, double Y0, double Y1)
{
    /// <summary>The largest end in absolute value, so that squares of lengths are finite.</summary>
    public const double Largest = 1e100;

    /// <summary>What makes a rectangle, in words.</summary>
    public const string Rule = "x0 < x1 and y0 < y1, each at most 1e100 in absolute value";

    /// <summary>Whether the ends are in order, and not too large to compute with.</summary>
    public bool IsValid => -Largest <= X0 && X0 < X1 && X1 <= Largest && -Largest <= Y0 && Y0 < Y1 && Y1 <= Largest;

    /// <summary>X1 - X0.</summary>
    public double Width => X1 - X0;

    /// <summary>Y1 - Y0.</summary>
    public double Height => Y1 - Y0;

    /// <summary>The middle.</summary>
    public Point Center => new(0.5 * (X0 + X1), 0.5 * (Y0 + Y1));

    /// <summary>The square [-half, half]².</summary>
    public static Domain Square(double half) => new(-half, half, -half, half);

    /// <summary>Whether the point lies inside or on the border.</summary>
    public bool Contains(Point p) => p.X >= X0 && p.X <= X1 && p.Y >= Y0 && p.Y <= Y1;
}
