using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Beale's function: one minimum at the end of a curved valley, and flat arms that run off along both axes.</summary>
public readonly record struct Beale : ILeastSquares<Beale>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Beale",
        Formula = "(1.5 - x + x y)^2 + (2.25 - x + x y^2)^2 + (2.625 - x + x y^3)^2",
        Source = "Jamil and Yang 2013, arXiv:1308.4008; after Beale 1958, Princeton, Statistical Techniques Research Group, report 25",
        Domain = Domain.Square(4.5),
        Start = new(1, 1.5),
        CriticalPoints =
        [
            Minimum(3, 0.5, 0),
            Saddle(0, 1, 14.203125),
            Saddle(0.1005379373241584, -2.644513585023125, 9.86451228475556),
        ],
        Notes = ["Eigenvalues 0.30 and 48.98 at the minimum; beyond the saddle (0, 1) the loss falls slowly for ever along an arm."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T y2 = T.Square(y);
        return T.Square(1.5 - x + (x * y)) + T.Square(2.25 - x + (x * y2)) + T.Square(2.625 - x + (x * (y2 * y)));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Beale = Add("beale", default(Beale));
}
