using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>One component after the other, each for some steps.</summary>
/// <param name="Period">The steps of each turn, at least 1.</param>
public sealed record Alternate(long Period = 1) : MixingRule
{
    /// <inheritdoc/>
    public override bool Varies(int components) => components > 1;

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(Period);

    private sealed class State<T>(long period) : Weigher<T>
        where T : struct, IReal<T>
    {
        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            weights.Fill(0);
            weights[(int)(at.Step / period % weights.Length)] = 1;
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Alternate = Add(
        "alternate",
        new Alternate(),
        new("Alternate", "k_t = ⌊t/period⌋ mod K;  a_k = 1 for k_t, else 0", "Bertsekas 2011, doi:10.1007/s10107-011-0472-0 (cyclic incremental gradient)")
        {
            Notes = ["Over a full turn the components count equally; at a fixed learning rate the path ends in a cycle, not at a point."],
        },
        Parameters.Integer<Alternate>("period", m => m.Period, (m, v) => m with { Period = v }, NumberRange.AtLeast(1), "steps of each turn"));
}
