using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Lévy's function number 13: a sieve of minima around (1, 1), finer in x than in y.</summary>
public readonly record struct Levy13 : ILandscape<Levy13>
{
    private static Point Center => new(1, 1);

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Lévy N. 13",
        Formula = "sin(3 pi x)^2 + (x - 1)^2 (1 + sin(3 pi y)^2) + (y - 1)^2 (1 + sin(2 pi y)^2)",
        Source = "Surjanovic and Bingham 2013, Virtual Library of Simulation Experiments, sfu.ca/~ssurjano/levy13.html",
        Domain = Domain.Square(10),
        Start = new(2, 0.3),
        CriticalPoints =
        [
            Minimum(1, 1, 0),
            .. Minimum(0.6703805254516863, 1, 0.1098736583588379).InAllQuadrants(Center),
            .. Minimum(0.6716660565631724, 0.7338932005461823, 0.288711526555309).InAllQuadrants(Center),
            .. Saddle(0.8314352416485596, 1, 1.028094092257297).InAllQuadrants(Center),
        ],
        Notes = ["Has many more local minima; the ones nearest to the global one are stated."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> =>
        T.Square(T.Sin(3 * Math.PI * x))
        + (T.Square(x - 1) * (1 + T.Square(T.Sin(3 * Math.PI * y))))
        + (T.Square(y - 1) * (1 + T.Square(T.Sin(2 * Math.PI * y))));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Levy13 = Add("levy-13", default(Levy13));
}
