using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls by a factor every so many steps.</summary>
/// <param name="Size">S, the number of steps between two falls, at least 1.</param>
/// <param name="Gamma">The factor, greater than 0.</param>
public sealed record StepDecay(long Size = 30, double Gamma = 0.1) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span) => span.LearningRate * Elementary.Pow(Gamma, step / Size);
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Step = Add(
        "step",
        new StepDecay(),
        new("Step decay", "η_t = η₀ gamma^⌊t/S⌋", "He et al. 2015, arXiv:1512.03385 (the rate is divided by 10 in steps)")
        {
            Notes = ["As PyTorch's StepLR; size has no default there, 30 is the example of its documentation."],
        },
        Parameters.Integer<StepDecay>("size", s => s.Size, (s, v) => s with { Size = v }, NumberRange.AtLeast(1), "S, steps between two falls"),
        Parameters.Number<StepDecay>("gamma", s => s.Gamma, (s, v) => s with { Gamma = v }, NumberRange.Positive, "factor of each fall"));
}
