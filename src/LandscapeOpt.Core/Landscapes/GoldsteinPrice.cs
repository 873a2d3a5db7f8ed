using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Goldstein and Price's function: a product of two quartics with four minima, whose values span six decades.</summary>
public readonly record struct GoldsteinPrice : ILandscape<GoldsteinPrice>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Goldstein-Price",
        Formula = "(1 + (x + y + 1)^2 (19 - 14 x + 3 x^2 - 14 y + 6 x y + 3 y^2)) "
            + "(30 + (2 x - 3 y)^2 (18 - 32 x + 12 x^2 + 48 y - 36 x y + 27 y^2))",
        Source = "Goldstein and Price 1971, doi:10.1090/S0025-5718-1971-0312365-X",
        Domain = Domain.Square(2),
        Start = new(-0.5, 0.5),
        CriticalPoints =
        [
            Minimum(0, -1, 3),
            Minimum(-0.6, -0.4, 30),
            Minimum(1.8, 0.2, 84),
            Minimum(1.2, 0.8, 840),
            Saddle(-0.4, -0.6, 35),
            Saddle(1.2, -0.2, 99),
            Saddle(1.4, 0.6, 980),
            Saddle(0.6, 0.4, 990),
            Maximum(0.8, 0.2, 1155),
        ],
        Notes = ["Eigenvalues 402.83 and 965.17 at the global minimum: gradient descent needs a learning rate below 0.002 there."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T x2 = T.Square(x), xy = x * y, y2 = T.Square(y);
        T first = 1 + (T.Square(x + y + 1) * (19 - (14 * x) + (3 * x2) - (14 * y) + (6 * xy) + (3 * y2)));
        T second = 30 + (T.Square((2 * x) - (3 * y)) * (18 - (32 * x) + (12 * x2) + (48 * y) - (36 * xy) + (27 * y2)));
        return first * second;
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> GoldsteinPrice = Add("goldstein-price", default(GoldsteinPrice));
}
