using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static LandscapeOpt.Landscapes.CriticalPoint;

namespace LandscapeOpt.Landscapes;

/// <summary>The monkey saddle: three valleys and three ridges meet in a point whose Hessian vanishes.</summary>
public readonly record struct MonkeySaddle : ILandscape<MonkeySaddle>
{
    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Monkey saddle",
        Formula = "x^3 - 3 x y^2",
        Source = "Hilbert and Cohn-Vossen 1952, Geometry and the Imagination; Anandkumar and Ge 2016, arXiv:1602.05908",
        Domain = Domain.Square(2),
        Start = new(1, 0.1),
        CriticalPoints = [Degenerate(0, 0, 0)],
        Notes =
        [
            "Unbounded below.",
            "The saddle is not strict: its Hessian is zero, so curvature does not show the way out.",
        ],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => (T.Square(x) * x) - (3 * x * T.Square(y));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> MonkeySaddle = Add("monkey-saddle", default(MonkeySaddle));
}
