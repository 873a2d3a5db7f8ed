using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The factorisation of 1 into x y: the smallest model with the symmetry of deep linear networks.</summary>
public readonly record struct ScalarFactorization : ILeastSquares<ScalarFactorization>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Scalar factorisation",
        Formula = "(x y - 1)^2/2",
        Source = "Du, Hu and Lee 2018, arXiv:1806.00900; Dinh, Pascanu, Bengio and Bengio 2017, arXiv:1703.04933",
        Domain = Domain.Square(3),
        Start = new(2.8, 0.36),
        CriticalPoints =
        [
            Saddle(0, 0, 0.5),
            Degenerate(1, 1, 0),
            Degenerate(-1, -1, 0),
        ],
        GlobalMinimum = Degenerate(1, 1, 0),
        Notes =
        [
            "Every point of the curve x y = 1 is a minimum, with curvature 0 along it and x² + y² across it; the flattest are ±(1, 1).",
            "Gradient flow conserves x² - y²; gradient descent with learning rate 0.3 from (2.8, 0.36) begins beyond the edge of stability and flattens.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => 0.5 * T.Square((x * y) - 1);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> ScalarFactorization = Add("scalar-factorization", default(ScalarFactorization));
}
