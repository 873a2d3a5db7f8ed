using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>The easy component of the trajectory blog: a tilted quadratic valley through the origin towards c = (2.5, 2).</summary>
/// <param name="ShiftFraction">Where on the way to c its minimum lies: 1 is c itself.</param>
public readonly record struct Easy(double ShiftFraction) : ILandscape<Easy>
{
    private static readonly double Distance = Math.Sqrt((2.5 * 2.5) + (2.0 * 2.0));

    /// <summary>The blog's parameters.</summary>
    public Easy()
        : this(ShiftFraction: 0.75)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Easy valley",
        Formula = "c = sqrt(2.5^2 + 2^2); s = (2.5 x + 2 y)/c; u = (2.5 y - 2 x)/c; u^2 + 0.05 (s - shiftFraction c)^2",
        Source = "Trajectory blog: jyopari/dataset_optimization, train.py",
        Domain = new(-1.5, 3.5, -1.5, 3.5),
        Start = new(-1, 1),
        CriticalPoints = [CriticalPoint.Minimum(2.5 * ShiftFraction, 2 * ShiftFraction, 0)],
        Notes = ["Quadratic with eigenvalues 0.1 along the direction of c and 2 across it."],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T>
    {
        T s = ((2.5 * x) + (2 * y)) / Distance;
        T u = ((2.5 * y) - (2 * x)) / Distance;
        return T.Square(u) + (0.05 * T.Square(s - (ShiftFraction * Distance)));
    }
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Easy = Add("easy", new Easy(), Parameters.Number<Easy>(
        "shiftFraction", l => l.ShiftFraction, (l, v) => l with { ShiftFraction = v }, NumberRange.Any, "where on the way to (2.5, 2) the minimum lies"));
}
