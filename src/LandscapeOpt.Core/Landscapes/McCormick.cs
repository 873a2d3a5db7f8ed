using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>McCormick's function: a parabolic valley along the diagonal with a wave in it.</summary>
public readonly record struct McCormick : ILandscape<McCormick>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "McCormick",
        Formula = "sin(x + y) + (x - y)^2 - 1.5 x + 2.5 y + 1",
        Source = "Jamil and Yang 2013, arXiv:1308.4008",
        Domain = new(-1.5, 4, -3, 4),
        Start = new(3, 3),
        CriticalPoints =
        [
            Minimum(-0.5471975511965977, -1.5471975511965977, -1.9132229549810365),
            Minimum(2.594395102393195, 1.594395102393195, 1.228369698608757),
            Saddle(1.547197551196598, 0.5471975511965977, 1.913222954981036),
        ],
        Notes =
        [
            "Unbounded below outside its domain, along x = y towards minus infinity; the stated minimum is the lowest inside.",
            "The minimum is (1/2 - π/3, -1/2 - π/3) with loss -π/3 - √3/2; SciPy's benchmark prints it right to eight digits only.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Sin(x + y) + T.Square(x - y) - (1.5 * x) + (2.5 * y) + 1;
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> McCormick = Add("mccormick", default(McCormick));
}
