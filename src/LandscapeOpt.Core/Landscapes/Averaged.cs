using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>The trajectory blog's objective as one landscape: (1 - alpha) easy + alpha hard, with a single component.</summary>
/// <param name="Alpha">The share of the hard landscape, from 0 to 1.</param>
/// <param name="ShiftFraction">Where on the way to (2.5, 2) the easy minimum lies.</param>
public readonly record struct Averaged(double Alpha, double ShiftFraction) : ILandscape<Averaged>
{
    /// <summary>The blog's parameters.</summary>
    public Averaged()
        : this(Alpha: 0.5, ShiftFraction: 0.75)
    {
    }

    /// <inheritdoc/>
    public LandscapeInfo Info => new()
    {
        Title = "Average of easy and hard",
        Formula = "c = sqrt(2.5^2 + 2^2); s = (2.5 x + 2 y)/c; u = (2.5 y - 2 x)/c; easy = u^2 + 0.05 (s - shiftFraction c)^2; "
            + "r2 = x^2 + y^2; hard = 1.2 exp(-r2/4.5) (1 - cos(6 x) cos(6 y)) + 0.15 ((x - 2.5)^2 + (y - 2)^2) + 0.02 r2; "
            + "(1 - alpha) easy + alpha hard",
        Source = "Trajectory blog: jyopari/dataset_optimization, train.py",
        Domain = new(-1.5, 3.5, -1.5, 3.5),
        Start = new(-1, 1),
        CriticalPoints = KnownMinima,
        Notes =
        [
            "27 local minima in the domain at alpha 0.5; the stated one is the lowest.",
            "The blog's target (2.15, 2.0125) is the best point of a 401 x 401 grid, 0.0033 from the true minimum.",
        ],
    };

    private IReadOnlyList<CriticalPoint> KnownMinima => (Alpha, ShiftFraction) switch
    {
        (0.5, 0.75) => [CriticalPoint.Minimum(2.147855119942794, 2.015011201381378, 0.1437220247078894)],
        (0, _) => [CriticalPoint.Minimum(2.5 * ShiftFraction, 2 * ShiftFraction, 0)],
        (1, _) => default(Hard).Info.CriticalPoints,
        _ => [],
    };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => ((1 - Alpha) * new Easy(ShiftFraction).At(x, y)) + (Alpha * HardAt(x, y));

    // Second derivatives of both in one body are more than the compiler inlines, and then run at half the speed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T HardAt<T>(T x, T y)
        where T : struct, IReal<T> => typeof(T) == typeof(Jet<Real>) ? HardApart(x, y) : default(Hard).At(x, y);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T HardApart<T>(T x, T y)
        where T : struct, IReal<T> => default(Hard).At(x, y);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> Averaged = Add(
        "averaged",
        new Averaged(),
        Parameters.Number<Averaged>("alpha", l => l.Alpha, (l, v) => l with { Alpha = v }, NumberRange.Unit, "share of the hard landscape"),
        Parameters.Number<Averaged>(
            "shiftFraction", l => l.ShiftFraction, (l, v) => l with { ShiftFraction = v }, NumberRange.Any,
            "where on the way to (2.5, 2) the easy minimum lies"));
}
