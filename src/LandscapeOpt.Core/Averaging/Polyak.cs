using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Averaging;

/// <summary>Polyak-Ruppert averaging: the mean of all iterates after a burn-in.</summary>
/// <param name="BurnIn">How many iterates are left out at first, at least 0; w₀ is always left out.</param>
public sealed record Polyak(long BurnIn = 0) : AveragingRule
{
    /// <inheritdoc/>
    public override RunningAverage Start(Point start, int steps) => new RunningMean(BurnIn, every: 1);
}

public static partial class AveragingCatalogue
{
    private static readonly Member<AveragingRule> Polyak = Add(
        "polyak",
        new Polyak(),
        new("Polyak-Ruppert averaging", "k > burnIn:  n ← n + 1, w̄ ← w̄ + (w_k − w̄)/n", "Polyak & Juditsky 1992, doi:10.1137/0330046")
        {
            Notes = ["The dynamics do not change; k counts from 1 after the first step, and w₀ is never taken."],
        },
        Parameters.Integer<Polyak>("burnIn", a => a.BurnIn, (a, v) => a with { BurnIn = v }, NumberRange.NonNegative, "iterates left out at first"));
}
