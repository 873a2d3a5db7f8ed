using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>The one component of the largest loss: descent on the worst case.</summary>
public sealed record Worst : MixingRule
{
    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>();

    private sealed class State<T> : Weigher<T>
        where T : struct, IReal<T>
    {
        public override void Weigh(in MixingStep<T> at, Span<T> weights) => Choice.Largest(at.Losses, weights);
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Worst = Add(
        "worst",
        new Worst(),
        new("Worst component", "k* = argmax_k l_k;  a_k = 1 for k*, else 0", "Shalev-Shwartz & Wexler 2016, arXiv:1602.01690 (minimising the maximal loss)")
        {
            Notes = ["A subgradient step on max_k l_k; the first of equal losses is taken. Losses must be comparable in scale."],
        });
}
