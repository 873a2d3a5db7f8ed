using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The six-hump camel: two global minima, four local ones, and saddles and maxima between them.</summary>
public readonly record struct SixHumpCamel : ILandscape<SixHumpCamel>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Six-hump camel",
        Formula = "(4 - 2.1 x^2 + x^4/3) x^2 + x y + (-4 + 4 y^2) y^2",
        Source = "Jamil and Yang 2013, arXiv:1308.4008",
        Domain = new(-3, 3, -2, 2),
        Start = new(1.5, 0.8),
        CriticalPoints =
        [
            .. Minimum(0.08984201310031806, -0.7126564030207396, -1.031628453489877).AndOpposite(),
            .. Minimum(1.703606714969981, -0.7960835686726251, -0.2154638243837176).AndOpposite(),
            .. Minimum(1.607104752920197, 0.5686514548841314, 2.104250310311258).AndOpposite(),
            Saddle(0, 0, 0),
            .. Saddle(1.109205336804786, -0.7682680925095398, 0.5437186009781851).AndOpposite(),
            .. Saddle(1.638067984189779, 0.2286740690443941, 2.229357197530715).AndOpposite(),
            .. Saddle(1.296070267167109, 0.6050843880386585, 2.22947081802986).AndOpposite(),
            .. Maximum(1.230229876516653, 0.162334584458995, 2.496295351023577).AndOpposite(),
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T x2 = T.Square(x), y2 = T.Square(y);
        return ((4 - (2.1 * x2) + (T.Square(x2) / 3)) * x2) + (x * y) + ((-4 + (4 * y2)) * y2);
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> SixHumpCamel = Add("six-hump-camel", default(SixHumpCamel));
}
