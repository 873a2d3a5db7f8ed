using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Saddled' function: a quadratic valley along the diagonal, condition number 51.</summary>
public readonly record struct Saddled : ILandscape<Saddled>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Saddled",
        Formula = "0.26 (x^2 + y^2) - 0.5 x y",
        Source = "Jamil and Yang 2013, arXiv:1308.4008",
        Domain = Domain.Square(10),
        Start = new(8, -3),
        CriticalPoints = [Minimum(0, 0, 0)],
        Notes = ["Quadratic with eigenvalues 0.02 along (1, 1) and 1.02 along (1, -1)."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (0.26 * (T.Square(x) + T.Square(y))) - (0.5 * x * y);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Saddled = Add("saddled", default(Saddled));
}
