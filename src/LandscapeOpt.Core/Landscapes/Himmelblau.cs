using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Himmelblau's function: four minima of equal depth, four saddles, one maximum.</summary>
public readonly record struct Himmelblau : ILeastSquares<Himmelblau>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Himmelblau",
        Formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        Source = "Himmelblau 1972, Applied Nonlinear Programming, ISBN 0-07-028921-2",
        Domain = Domain.Square(5),
        Start = new(0, 0),
        CriticalPoints =
        [
            Minimum(3, 2, 0),
            Minimum(3.584428340330492, -1.848126526964404, 0),
            Minimum(-3.779310253377747, -3.283185991286169, 0),
            Minimum(-2.805118086952745, 3.131312518250573, 0),
            Saddle(3.385154183607021, 0.07385187983774929, 13.31192627040559),
            Saddle(0.08667750455539635, 2.884254701174776, 67.71915008752614),
            Saddle(-3.07302575076439, -0.08135304428796751, 104.0151629175581),
            Saddle(-0.1279613467306801, -1.953714980244576, 178.3372392019275),
            Maximum(-0.2708445906673476, -0.9230385564799815, 181.6165215225827),
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Square(T.Square(x) + y - 11) + T.Square(x + T.Square(y) - 7);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Himmelblau = Add("himmelblau", default(Himmelblau));
}
