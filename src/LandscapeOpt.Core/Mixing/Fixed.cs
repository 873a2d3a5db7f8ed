using LandscapeOpt.Catalogues;
using static System.FormattableString;

namespace LandscapeOpt.Mixing;

/// <summary>The same chosen weights in every step: (1 − alpha, alpha) for two components, or K weights.</summary>
/// <param name="Alpha">The second component's weight, from 0 to 1; used when no weights are given.</param>
/// <param name="Weights">K weights of at least 0.</param>
public sealed record Fixed(double Alpha, NumberList Weights) : MixingRule
{
    /// <summary>Half and half.</summary>
    public Fixed()
        : this(Alpha: 0.5, NumberList.Empty)
    {
    }

    /// <inheritdoc/>
    public override string? Misfit(int components) => Weights.Count switch
    {
        0 when components != 2 => Invariant($"fixed:alpha weighs two components, the landscape has {components}: give weights"),
        > 0 when Weights.Count != components => Invariant($"fixed has {Weights.Count} weights, the landscape has {components} components"),
        _ => null,
    };

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new ConstantWeights<T>(Weights.Count > 0 ? Weights : [1 - Alpha, Alpha]);
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Fixed = Add(
        "fixed",
        new Fixed(),
        new("Fixed weights", "a = (1 − alpha, alpha), or the given weights", "Trajectory blog: jyopari/dataset_optimization, train.py"),
        Parameters.Number<Fixed>("alpha", m => m.Alpha, (m, v) => m with { Alpha = v }, NumberRange.Unit, "weight of the second of two components"),
        Parameters.Numbers<Fixed>(
            "weights", m => m.Weights, (m, v) => m with { Weights = v }, NumberRange.NonNegative, "one weight for each component, instead of alpha"));
}
