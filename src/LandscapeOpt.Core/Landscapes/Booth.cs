using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Booth's function: a quadratic bowl with tilted axes, condition number 9.</summary>
public readonly record struct Booth : ILeastSquares<Booth>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Booth",
        Formula = "(x + 2 y - 7)^2 + (2 x + y - 5)^2",
        Source = "Jamil and Yang 2013, arXiv:1308.4008",
        Domain = Domain.Square(10),
        Start = new(-5, 5),
        CriticalPoints = [Minimum(1, 3, 0)],
        Notes = ["Quadratic with eigenvalues 2 along (1, -1) and 18 along (1, 1)."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Square(x + (2 * y) - 7) + T.Square((2 * x) + y - 5);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Booth = Add("booth", default(Booth));
}
