using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>What a point with zero gradient is, by the eigenvalues of its Hessian.</summary>
public enum CriticalKind
{
    /// <summary>Both eigenvalues positive.</summary>
    Minimum,

    /// <summary>Both eigenvalues negative.</summary>
    Maximum,

    /// <summary>One of each sign: a strict saddle.</summary>
    Saddle,

    /// <summary>An eigenvalue is zero: higher orders decide.</summary>
    Degenerate,
}

/// <summary>A known critical point of a landscape.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">Where it is.</param>
/// <param name="Loss">The loss there.</param>
public sealed record CriticalPoint(CriticalKind Kind, Point At, double Loss)
{
    /// <summary>A minimum.</summary>
    public static CriticalPoint Minimum(double x, double y, double loss) => new(CriticalKind.Minimum, new(x, y), loss);

    /// <summary>A strict saddle.</summary>
    public static CriticalPoint Saddle(double x, double y, double loss) => new(CriticalKind.Saddle, new(x, y), loss);

    /// <summary>A maximum.</summary>
    public static CriticalPoint Maximum(double x, double y, double loss) => new(CriticalKind.Maximum, new(x, y), loss);

    /// <summary>A point whose Hessian is singular.</summary>
    public static CriticalPoint Degenerate(double x, double y, double loss) => new(CriticalKind.Degenerate, new(x, y), loss);

    /// <summary>This point and its mirror image through the origin, for functions with f(-w) = f(w).</summary>
    public IEnumerable<CriticalPoint> AndOpposite() => [this, this with { At = -1 * At }];

    /// <summary>This point and its image under the swap of x and y.</summary>
    public IEnumerable<CriticalPoint> AndSwapped() => At.X == At.Y ? [this] : [this, this with { At = new(At.Y, At.X) }];

    /// <summary>This point and its mirror images in the axes through a centre, for functions that are even in both coordinates.</summary>
    public IEnumerable<CriticalPoint> InAllQuadrants(Point center = default)
    {
        double[] xs = At.X == center.X ? [At.X] : [At.X, center.X - (At.X - center.X)];
        double[] ys = At.Y == center.Y ? [At.Y] : [At.Y, center.Y - (At.Y - center.Y)];
        return from x in xs from y in ys select this with { At = new(x, y) };
    }
}
