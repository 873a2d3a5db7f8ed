namespace LandscapeOpt.Numbers;

/// <summary>The rectangle that pictures and maps of a landscape show. It frames; it is no wall.</summary>
/// <param name="X0">Left end.</param>
/// <param name="X1">Right end.</param>
/// <param name="Y0">Lower end.</param>
/// <param name="Y1">Upper end.</param>
public readonly record struct Domain(double X0, double X1, double Y0, double Y1)
{
    /// <summary>Whether the ends are finite and in order.</summary>
    public bool IsValid => double.IsFinite(X0) && double.IsFinite(X1) && double.IsFinite(Y0) && double.IsFinite(Y1) && X0 < X1 && Y0 < Y1;

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
