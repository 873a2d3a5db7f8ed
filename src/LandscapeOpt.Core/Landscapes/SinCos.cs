using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The sin/cos post's landscape: a separable bowl with waves, four minima and one maximum.</summary>
public readonly record struct SinCos : ILandscape<SinCos>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Sine and cosine on a bowl",
        Formula = "1 + sin(x) + cos(y) + (y + y^2 + x^2)/10",
        Source = "The post \"optimization techniques\" (sin/cos post)",
        Domain = Domain.Square(6),
        Start = new(4, 2),
        CriticalPoints =
        [
            Minimum(-1.306440008369511, -2.688543872446505, -0.2397267142333103),
            Minimum(-1.306440008369511, 2.498473192148209, 0.2792728806980372),
            Minimum(3.837467106499049, -2.688543872446505, 1.386414181275964),
            Minimum(3.837467106499049, 2.498473192148209, 1.905413776207311),
            Saddle(-1.306440008369511, 0.1254106009766615, 1.211677896444475),
            Saddle(3.837467106499049, 0.1254106009766615, 2.837818791953749),
            Saddle(1.977383029328841, -2.688543872446505, 1.864336037681282),
            Saddle(1.977383029328841, 2.498473192148209, 2.383335632612629),
            Maximum(1.977383029328841, 0.1254106009766615, 3.315740648359067),
        ],
        Notes = ["The post states the optimum as (-1.32, -2.68); it is (-1.306440008369511, -2.688543872446505)."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => 1 + T.Sin(x) + T.Cos(y) + (0.1 * (y + T.Square(y) + T.Square(x)));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> SinCos = Add("sin-cos", default(SinCos));
}
