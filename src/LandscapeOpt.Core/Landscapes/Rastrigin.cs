using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Rastrigin's function: a bowl with a wave of period 1, 121 minima in its domain.</summary>
public readonly record struct Rastrigin : ILandscape<Rastrigin>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Rastrigin",
        Formula = "20 + x^2 - 10 cos(2 pi x) + y^2 - 10 cos(2 pi y)",
        Source = "Rastrigin 1974, Systems of Extremal Control, Nauka; Mühlenbein, Schomisch and Born 1991, doi:10.1016/S0167-8191(05)80052-3",
        Domain = Domain.Square(5.12),
        Start = new(1.3, -0.6),
        CriticalPoints =
        [
            Minimum(0, 0, 0),
            .. Minimum(0.9949586376523348, 0, 0.9949590570932914).AndSwapped().SelectMany(p => p.InAllQuadrants()),
            .. Minimum(0.9949586376523348, 0.9949586376523348, 1.989918114186583).InAllQuadrants(),
            .. Minimum(1.98991223370855, 0, 3.979831190554087).AndSwapped().SelectMany(p => p.InAllQuadrants()),
            .. Saddle(0.5025460365546746, 0, 20.25127299099011).AndSwapped().SelectMany(p => p.InAllQuadrants()),
            .. Maximum(0.5025460365546746, 0.5025460365546746, 40.50254598198023).InAllQuadrants(),
        ],
        Notes = ["121 minima in the domain, 11 in each direction; the ones nearest to the origin are stated."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => 20 + T.Square(x) - (10 * T.Cos(2 * Math.PI * x)) + T.Square(y) - (10 * T.Cos(2 * Math.PI * y));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Rastrigin = Add("rastrigin", default(Rastrigin));
}
