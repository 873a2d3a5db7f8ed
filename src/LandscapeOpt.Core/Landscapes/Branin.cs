using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The Branin-Hoo function: a curved trough with three minima of equal depth.</summary>
public readonly record struct Branin : ILandscape<Branin>
{
    // The three minima lie where the square vanishes and the cosine is -1: 10/(8π) is left.
    private const double Least = 1.25 / Math.PI;

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Branin-Hoo",
        Formula = "(y - 5.1/(4 pi^2) x^2 + 5/pi x - 6)^2 + 10 (1 - 1/(8 pi)) cos(x) + 10",
        Source = "Dixon & Szegő 1978, Towards Global Optimisation 2, pp. 1-15; Jamil & Yang 2013, arXiv:1308.4008",
        Domain = new(-5, 10, 0, 15),
        Start = new(-1, 14),
        CriticalPoints =
        [
            Minimum(-Math.PI, 12.275, Least),
            Minimum(Math.PI, 2.275, Least),
            Minimum(3 * Math.PI, 2.475, Least),
        ],
    };

    /// <inheritdoc/>
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T trough = y - (5.1 / (4 * Math.PI * Math.PI) * T.Square(x)) + (5 / Math.PI * x) - 6;
        return T.Square(trough) + (10 * (1 - (1 / (8 * Math.PI))) * T.Cos(x)) + 10;
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Branin = Add("branin", default(Branin));
}
