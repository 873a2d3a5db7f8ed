using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Landscapes;

/// <summary>The trajectory blog's problem: the components easy and hard, whose gradients a mixing rule weighs step by step.</summary>
/// <param name="Alpha">The share of the hard landscape in the objective, from 0 to 1.</param>
/// <param name="ShiftFraction">Where on the way to (2.5, 2) the easy minimum lies.</param>
public readonly record struct EasyHard(double Alpha, double ShiftFraction) : ILandscape<EasyHard>
{
    /// <summary>The blog's parameters.</summary>
    public EasyHard()
        : this(Alpha: 0.5, ShiftFraction: 0.75)
    {
    }

    private Averaged Objective => new(Alpha, ShiftFraction);

    /// <inheritdoc/>
    public LandscapeInfo Info => Objective.Info with { Title = "Easy and hard, mixed step by step" };

    /// <inheritdoc/>
    IReadOnlyList<Component> ILandscape.Components =>
        [new("easy", new Easy(ShiftFraction), 1 - Alpha), new("hard", default(Hard), Alpha)];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T At<T>(T x, T y)
        where T : struct, IReal<T> => Objective.At(x, y);
}

public static partial class LandscapeCatalogue
{
    private static readonly Member<ILandscape> EasyHard = Add(
        "easy-hard",
        new EasyHard(),
        Parameters.Number<EasyHard>("alpha", l => l.Alpha, (l, v) => l with { Alpha = v }, NumberRange.Unit, "share of the hard landscape in the objective"),
        Parameters.Number<EasyHard>(
            "shiftFraction", l => l.ShiftFraction, (l, v) => l with { ShiftFraction = v }, NumberRange.Any,
            "where on the way to (2.5, 2) the easy minimum lies"));
}
