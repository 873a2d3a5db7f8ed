using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The cross-in-tray function: four equal minima between ridges that meet in a cross.</summary>
public readonly record struct CrossInTray : ILandscape<CrossInTray>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Cross-in-tray",
        Formula = "-0.0001 (abs(sin(x) sin(y) exp(abs(100 - sqrt(x^2 + y^2)/pi))) + 1)^0.1",
        Source = "Mishra 2006, doi:10.2139/ssrn.926132; Jamil and Yang 2013, arXiv:1308.4008",
        Domain = Domain.Square(10),
        Start = new(6, -4),
        CriticalPoints = [.. Minimum(1.3494066171539108, 1.3494066171539108, -2.0626118708227369).InAllQuadrants()],
        Kinks = "wherever sin x or sin y is 0, and so on the axes: a cusp of loss -0.0001 where the gradient grows as distance^-0.9; it is taken as "
            + "0 on the cusp",
        Notes = ["The minima are (±c, ±c) with c = atan(π√2)."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T wave = T.Sin(x) * T.Sin(y) * T.Exp(T.Abs(100 - (T.Sqrt(T.Square(x) + T.Square(y)) / Math.PI)));
        return -0.0001 * T.Pow(T.Abs(wave) + 1, 0.1);
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> CrossInTray = Add("cross-in-tray", default(CrossInTray));
}
