using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Easom's function: one narrow well in a plain.</summary>
public readonly record struct Easom : ILandscape<Easom>
{
    private static Point Center => new(Math.PI, Math.PI);

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Easom",
        Formula = "-cos(x) cos(y) exp(-(x - pi)^2 - (y - pi)^2)",
        Source = "Jamil and Yang 2013, arXiv:1308.4008; after Easom 1990, M. Eng. thesis, University of Louisville",
        Domain = Domain.Square(10),
        Start = new(1.5, 1.5),
        CriticalPoints =
        [
            Minimum(Math.PI, Math.PI, -1),
            .. Minimum(1.304995450437668, 1.304995450437668, -8.110223891570066e-05).InAllQuadrants(Center),
            .. Maximum(1.304995450437668, Math.PI, 0.009005678148573857).AndSwapped().SelectMany(p => p.InAllQuadrants(Center)),
        ],
        Plateaus = "beyond a distance of about 27 from (π, π) loss and gradient underflow to exactly 0",
        Notes =
        [
            "The classic domain is [-100, 100]².",
            "At (0, 0) the gradient's norm is 2.4e-8: gradient descent stands still long before the loss is exactly flat.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> =>
        -(T.Cos(x) * T.Cos(y) * T.Exp(-T.Square(x - Math.PI) - T.Square(y - Math.PI)));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Easom = Add("easom", default(Easom));
}
