using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Two minima of equal depth, one sharp and one flat, whose curvatures are chosen exactly.</summary>
/// <param name="Sharp">The curvature along x at (1, 0); greater than 0.</param>
/// <param name="Flat">The curvature along x at (-1, 0); greater than 0.</param>
/// <param name="C">The curvature along y everywhere; greater than 0.</param>
public readonly record struct SharpFlat(double Sharp, double Flat, double C) : ILandscape<SharpFlat>
{
    /// <summary>Curvature 20 against 1.</summary>
    public SharpFlat()
        : this(Sharp: 20, Flat: 1, C: 1)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Sharp and flat minimum",
        Formula = "(x^2 - 1)^2/8 ((sharp + flat)/2 + (sharp - flat) x/(1 + x^2)) + c y^2/2",
        Source = "This project; on the question of Keskar et al. 2017, arXiv:1609.04836",
        Domain = Domain.Square(2),
        Start = new(1.5, 1),
        CriticalPoints = [Minimum(1, 0, 0), Minimum(-1, 0, 0), Barrier()],
        Notes =
        [
            "The Hessian is diag(sharp, c) at (1, 0) and diag(flat, c) at (-1, 0).",
            "Gradient descent cannot stay at the sharp minimum with a learning rate above 2/sharp, nor at the flat one above 2/flat.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T x2 = T.Square(x);
        T steepness = (0.5 * (Sharp + Flat)) + ((Sharp - Flat) * x / (1 + x2));
        return (0.125 * T.Square(x2 - 1) * steepness) + (0.5 * C * T.Square(y));
    }

    // The only critical point between the minima; the slope falls through zero there, so halving the interval finds it for all parameters.
    private CriticalPoint Barrier()
    {
        double left = -1, right = 1;
        for (double middle = 0; left < middle && middle < right; middle = 0.5 * (left + right))
        {
            double slope = At(Dual<Real>.VariableX(middle), 0).X;
            (left, right) = slope > 0 ? (middle, right) : (left, middle);
        }

        return Saddle(right, 0, At<Real>(right, 0));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> SharpFlat = Add(
        "sharp-flat",
        new SharpFlat(),
        Parameters.Number<SharpFlat>("sharp", l => l.Sharp, (l, v) => l with { Sharp = v }, NumberRange.Positive, "curvature along x at (1, 0)"),
        Parameters.Number<SharpFlat>("flat", l => l.Flat, (l, v) => l with { Flat = v }, NumberRange.Positive, "curvature along x at (-1, 0)"),
        Parameters.Number<SharpFlat>("c", l => l.C, (l, v) => l with { C = v }, NumberRange.Positive, "curvature along y"));
}
