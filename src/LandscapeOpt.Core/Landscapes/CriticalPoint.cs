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
}
