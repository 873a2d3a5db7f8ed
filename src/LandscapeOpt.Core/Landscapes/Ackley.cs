using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Ackley's function: a field of dimples on a funnel that ends in a cone.</summary>
public readonly record struct Ackley : ILandscape<Ackley>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Ackley",
        Formula = "-20 exp(-0.2 sqrt((x^2 + y^2)/2)) - exp((cos(2 pi x) + cos(2 pi y))/2) + 20 + e",
        Source = "Ackley 1987, A Connectionist Machine for Genetic Hillclimbing, doi:10.1007/978-1-4613-1997-9",
        Domain = Domain.Square(5),
        Start = new(1.5, -2.5),
        CriticalPoints =
        [
            Minimum(0, 0, 0),
            .. Minimum(0.9521665459501717, 0, 2.579927557029872).AndSwapped().SelectMany(p => p.InAllQuadrants()),
            .. Minimum(0.9684776587077244, 0.9684776587077244, 3.57445187725768).InAllQuadrants(),
            .. Minimum(1.974451986484117, 1.974451986484117, 6.559645375627878).InAllQuadrants(),
            .. Saddle(0.6257806168564638, 0, 3.25246924511318).AndSwapped().SelectMany(p => p.InAllQuadrants()),
        ],
        Kinks = "the minimum (0, 0) is the tip of a cone: the gradient has norm 2√2 around it and is taken as 0 there",
        Notes =
        [
            "Has many more local minima, one near every integer point of the domain.",
            "The classic domain is [-32.768, 32.768]².",
            "Rounding leaves 4.4e-16 as the loss at the origin.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T cone = T.Exp(-0.2 * T.Sqrt(0.5 * (T.Square(x) + T.Square(y))));
        T dimples = T.Exp(0.5 * (T.Cos(2 * Math.PI * x) + T.Cos(2 * Math.PI * y)));
        return (-20 * cone) - dimples + 20 + Math.E;
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Ackley = Add("ackley", default(Ackley));
}
