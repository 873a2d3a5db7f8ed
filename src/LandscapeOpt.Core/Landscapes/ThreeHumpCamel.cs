using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The three-hump camel: the global minimum at the origin between two local ones.</summary>
public readonly record struct ThreeHumpCamel : ILandscape<ThreeHumpCamel>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Three-hump camel",
        Formula = "2 x^2 - 1.05 x^4 + x^6/6 + x y + y^2",
        Source = "Jamil and Yang 2013, arXiv:1308.4008",
        Domain = Domain.Square(5),
        Start = new(1.2, -1),
        CriticalPoints =
        [
            Minimum(0, 0, 0),
            .. Minimum(1.747552345830289, -0.8737761729151444, 0.2986384422368598).AndOpposite(),
            .. Saddle(1.07054229182366, -0.53527114591183, 0.8773615577631402).AndOpposite(),
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T x2 = T.Square(x), x4 = T.Square(x2);
        return (2 * x2) - (1.05 * x4) + (x4 * x2 / 6) + (x * y) + T.Square(y);
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> ThreeHumpCamel = Add("three-hump-camel", default(ThreeHumpCamel));
}
