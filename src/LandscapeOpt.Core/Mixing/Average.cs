using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>Every component by its share in the objective: the mixed gradient is the objective's own.</summary>
public sealed record Average : MixingRule
{
    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new ConstantWeights<T>(setup.Shares);
}

/// <summary>The same weights in every step.</summary>
/// <typeparam name="T">The number type.</typeparam>
/// <param name="weights">K numbers.</param>
internal sealed class ConstantWeights<T>(IReadOnlyList<double> weights) : Weigher<T>
    where T : struct, IReal<T>
{
    private readonly T[] constant = [.. weights.Select(w => (T)w)];

    public override void Weigh(in MixingStep<T> at, Span<T> weights) => constant.CopyTo(weights);
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Average = Add(
        "average",
        new Average(),
        new("Average", "a_k = share of component k in the objective",
            "Caruana 1997, doi:10.1023/A:1007379606734 (one sum of all tasks' losses: the plain baseline)")
        {
            Notes = ["Shares are equal unless the landscape sets others (alpha of easy-hard, weights of a mixture)."],
        });
}
