using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls by the same factor each step.</summary>
/// <param name="Decay">The factor, greater than 0.</param>
public sealed record Exponential(double Decay = 0.999) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span) => span.LearningRate * Elementary.Pow(Decay, step);
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Exponential = Add(
        "exponential",
        new Exponential(),
        new("Exponential decay", "η_t = η₀ decayᵗ", "Trajectory blog: jyopari/dataset_optimization, train.py")
        {
            Notes = ["As PyTorch's ExponentialLR with gamma = decay."],
        },
        Parameters.Number<Exponential>("decay", s => s.Decay, (s, v) => s with { Decay = v }, NumberRange.Positive, "factor from step to step"));
}
