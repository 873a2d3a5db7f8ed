using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls to a minimum along half a cosine.</summary>
/// <param name="Steps">T, the steps until the minimum, at least 1; the run's where none are given.</param>
/// <param name="Minimum">The lowest rate, at least 0.</param>
/// <param name="Clamp">Whether the rate stays at the minimum after step T; otherwise it rises again, with period 2T.</param>
public sealed record CosineDecay(long? Steps = null, double Minimum = 0, bool Clamp = false) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        double total = Math.Max(1, Steps ?? span.Steps);

        // Folding into one half-period first keeps the argument of the cosine small, so that late steps are as exact as early ones.
        double phase = step % (2 * total);
        phase = Clamp && step > total ? total : Math.Min(phase, (2 * total) - phase);
        return Anneal.Cosine(span.LearningRate, Minimum, phase / total);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Cosine = Add(
        "cosine",
        new CosineDecay(),
        new("Cosine decay", "η_t = min + (η₀ − min)(1 + cos(πt/T))/2", "Loshchilov & Hutter 2016, arXiv:1608.03983")
        {
            Notes =
            [
                "As PyTorch's CosineAnnealingLR (T_max, eta_min): after step T the rate rises again unless clamp is set.",
                "optax's cosine_decay_schedule stays at the minimum, as clamp does.",
            ],
        },
        Parameters.OptionalInteger<CosineDecay>(
            "steps", s => s.Steps, (s, v) => s with { Steps = v }, NumberRange.AtLeast(1), "T, steps until the minimum (default: the run's)"),
        Parameters.Number<CosineDecay>("minimum", s => s.Minimum, (s, v) => s with { Minimum = v }, NumberRange.NonNegative, "the lowest rate"),
        Parameters.Flag<CosineDecay>("clamp", s => s.Clamp, (s, v) => s with { Clamp = v }, "stay at the minimum after step T"));
}
