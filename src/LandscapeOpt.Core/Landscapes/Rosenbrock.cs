using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>Rosenbrock's banana valley: a flat curved floor between steep walls.</summary>
/// <param name="A">The minimum lies at (a, a²).</param>
/// <param name="B">How steep the walls are.</param>
public readonly record struct Rosenbrock(double A, double B) : ILeastSquares<Rosenbrock>
{
    /// <summary>The classic parameters a = 1, b = 100.</summary>
    public Rosenbrock()
        : this(A: 1, B: 100)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Rosenbrock",
        Formula = "(a - x)^2 + b (y - x^2)^2",
        Source = "Rosenbrock 1960, doi:10.1093/comjnl/3.3.175",
        Domain = new(-2, 2, -1, 3),
        Start = new(-1.2, 1),
        CriticalPoints = B > 0 ? [CriticalPoint.Minimum(A, A * A, 0)] : [],
    };

    /// <inheritdoc/>
    bool ILeastSquares.HasResiduals => B >= 0;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => T.Square(A - x) + (B * T.Square(y - T.Square(x)));
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Rosenbrock = Add(
        "rosenbrock",
        new Rosenbrock(),
        Parameters.Number<Rosenbrock>("a", l => l.A, (l, v) => l with { A = v }, NumberRange.Any, "the minimum lies at (a, a²)"),
        Parameters.Number<Rosenbrock>("b", l => l.B, (l, v) => l with { B = v }, NumberRange.Any, "how steep the walls are"));
}
