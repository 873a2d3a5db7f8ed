using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>A quadratic bowl, valley or saddle with chosen eigenvalues, axes and centre: ½(λ₁ z₁² + λ₂ z₂²), z = Rᵀ(w - c).</summary>
/// <param name="Lambda1">The Hessian's eigenvalue along the first axis.</param>
/// <param name="Lambda2">The Hessian's eigenvalue along the second axis.</param>
/// <param name="Angle">The angle from the x axis to the first axis, in degrees.</param>
/// <param name="CenterX">The critical point's x.</param>
/// <param name="CenterY">The critical point's y.</param>
public readonly record struct Quadratic(double Lambda1, double Lambda2, double Angle, double CenterX, double CenterY) : ILeastSquares<Quadratic>
{
    /// <summary>Condition number 10, axes along the coordinates, centre at the origin.</summary>
    public Quadratic()
        : this(Lambda1: 1, Lambda2: 10, Angle: 0, CenterX: 0, CenterY: 0)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Quadratic",
        Formula = "t = angle pi/180; p = x - centerX; q = y - centerY; "
            + "(lambda1 (cos(t) p + sin(t) q)^2 + lambda2 (cos(t) q - sin(t) p)^2)/2",
        Source = "Nesterov 2018, Lectures on Convex Optimization, section 2.1, doi:10.1007/978-3-319-91578-4",
        Domain = new(CenterX - 2, CenterX + 2, CenterY - 2, CenterY + 2),
        Start = new(CenterX + 1, CenterY + 1),
        CriticalPoints = [new(Kind, new(CenterX, CenterY), 0)],
        Notes = ["Gradient descent's best fixed learning rate is 2/(lambda1 + lambda2); beyond 2/lambda it diverges."],
    };

    private CriticalKind Kind => (Math.Sign(Lambda1), Math.Sign(Lambda2)) switch
    {
        ( > 0, > 0) => CriticalKind.Minimum,
        ( < 0, < 0) => CriticalKind.Maximum,
        (0, _) or (_, 0) => CriticalKind.Degenerate,
        _ => CriticalKind.Saddle,
    };

    /// <inheritdoc/>
    bool ILeastSquares.HasResiduals => Lambda1 >= 0 && Lambda2 >= 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        double cos = Elementary.Cos(Angle * (Math.PI / 180)), sin = Elementary.Sin(Angle * (Math.PI / 180));
        T p = x - CenterX, q = y - CenterY;
        return 0.5 * ((Lambda1 * T.Square((cos * p) + (sin * q))) + (Lambda2 * T.Square((cos * q) - (sin * p))));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Quadratic = Add(
        "quadratic",
        new Quadratic(),
        Parameters.Number<Quadratic>("lambda1", l => l.Lambda1, (l, v) => l with { Lambda1 = v }, NumberRange.Any, "curvature along the first axis"),
        Parameters.Number<Quadratic>("lambda2", l => l.Lambda2, (l, v) => l with { Lambda2 = v }, NumberRange.Any, "curvature along the second axis"),
        Parameters.Number<Quadratic>("angle", l => l.Angle, (l, v) => l with { Angle = v }, NumberRange.Any, "degrees from the x axis to the first axis"),
        Parameters.Number<Quadratic>("centerX", l => l.CenterX, (l, v) => l with { CenterX = v }, NumberRange.Any, "x of the critical point"),
        Parameters.Number<Quadratic>("centerY", l => l.CenterY, (l, v) => l with { CenterY = v }, NumberRange.Any, "y of the critical point"),
        Parameters.Number<Quadratic>(
            "kappa", l => l.Lambda2 / l.Lambda1, (l, v) => l with { Lambda2 = v * l.Lambda1 }, NumberRange.Any, "shorthand: lambda2 = kappa lambda1") with
        { IsShorthand = true });
}
