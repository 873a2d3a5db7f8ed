using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>Bohachevsky's first function: a bowl with small waves of two wavelengths.</summary>
public readonly record struct Bohachevsky1 : ILandscape<Bohachevsky1>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Bohachevsky N. 1",
        Formula = "x^2 + 2 y^2 - 0.3 cos(3 pi x) - 0.4 cos(4 pi y) + 0.7",
        Source = "Bohachevsky, Johnson and Stein 1986, doi:10.1080/00401706.1986.10488128",
        Domain = Domain.Square(1.5),
        Start = new(1.2, 0.9),
        CriticalPoints =
        [
            Minimum(0, 0, 0),
            .. Minimum(0.6186120678279501, 0, 0.4129268302758151).InAllQuadrants(),
            .. Minimum(0, 0.4695275456684923, 0.469882414921396).InAllQuadrants(),
            .. Minimum(0.6186120678279501, 0.4695275456684923, 0.882809245197211).InAllQuadrants(),
            .. Saddle(0.3607081555517536, 0, 0.7201809112284155).InAllQuadrants(),
            .. Saddle(0, 0.2670404674810485, 0.9334852966930434).InAllQuadrants(),
        ],
        Notes = ["The classic domain is [-100, 100]²; the waves show near the origin only."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> =>
        T.Square(x) + (2 * T.Square(y)) - (0.3 * T.Cos(3 * Math.PI * x)) - (0.4 * T.Cos(4 * Math.PI * y)) + 0.7;
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Bohachevsky1 = Add("bohachevsky-1", default(Bohachevsky1));
}
