using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Averaging;

/// <summary>SWA: the mean of every so many iterates towards the end of the run.</summary>
/// <param name="First">The k of the first iterate that is taken, at least 0; three quarters of the run's steps where none is given.</param>
/// <param name="Every">The distance of the iterates that are taken, at least 1.</param>
public sealed record StochasticWeightAveraging(long? First = null, long Every = 1) : AveragingRule
{
    /// <inheritdoc/>
    public override RunningAverage Start(Point start, int steps) => new RunningMean((First ?? 3L * steps / 4) - 1, Every);
}

public static partial class AveragingCatalogue
{
    private static readonly Member<AveragingRule> StochasticWeightAveraging = Add(
        "swa",
        new StochasticWeightAveraging(),
        new("Stochastic weight averaging (SWA)", "k ≥ start, (k − start) mod every = 0:  n ← n + 1, w̄ ← w̄ + (w_k − w̄)/n",
            "Izmailov et al. 2018, arXiv:1803.05407")
        {
            Notes =
            [
                "k counts from 1 after the first step; the start w₀ is never taken.",
                "The average alone: combine it with the schedule you want; the paper's is constant or cyclic, begun after about 75% of the budget.",
            ],
        },
        Parameters.OptionalInteger<StochasticWeightAveraging>(
            "start", a => a.First, (a, v) => a with { First = v }, NumberRange.NonNegative, "k of the first iterate taken (default: 3/4 of the run's steps)"),
        Parameters.Integer<StochasticWeightAveraging>(
            "every", a => a.Every, (a, v) => a with { Every = v }, NumberRange.AtLeast(1), "distance of the iterates taken"));
}
