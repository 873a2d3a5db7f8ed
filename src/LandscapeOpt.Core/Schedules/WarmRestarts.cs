using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>Cosine decays one after another, each from the full rate, each as long as the one before or longer by a factor.</summary>
/// <param name="Period">T₀, the steps of the first decay, at least 1.</param>
/// <param name="Factor">How many times longer each decay is than the one before, at least 1.</param>
/// <param name="Minimum">The rate that the decays approach, at least 0; no step uses it.</param>
public sealed record WarmRestarts(long Period = 10, long Factor = 1, double Minimum = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        // Doubles hold whole numbers up to 2⁵³ exactly and do not overflow where a period times the factor would.
        double since = step, period = Period;
        if (Factor == 1)
        {
            since %= period;
        }

        while (since >= period)
        {
            since -= period;
            period *= Factor;
        }

        return Anneal.Cosine(span.LearningRate, Minimum, since / period);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> WarmRestarts = Add(
        "warm-restarts",
        new WarmRestarts(),
        new(
            "Cosine decay with warm restarts (SGDR)",
            "η_t = min + (η₀ − min)(1 + cos(πT_cur/T_i))/2\nT_cur: steps since the restart;  T_{i+1} = factor · T_i",
            "Loshchilov & Hutter 2016, arXiv:1608.03983")
        {
            Notes = ["As PyTorch's CosineAnnealingWarmRestarts (T_0, T_mult, eta_min); T_0 has no default there, 10 is the paper's shortest."],
        },
        Parameters.Integer<WarmRestarts>("period", s => s.Period, (s, v) => s with { Period = v }, NumberRange.AtLeast(1), "T₀, steps of the first decay"),
        Parameters.Integer<WarmRestarts>(
            "factor", s => s.Factor, (s, v) => s with { Factor = v }, NumberRange.AtLeast(1), "how many times longer each decay is than the one before"),
        Parameters.Number<WarmRestarts>(
            "minimum", s => s.Minimum, (s, v) => s with { Minimum = v }, NumberRange.NonNegative, "the rate that the decays approach"));
}
