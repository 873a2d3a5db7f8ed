using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>A linear rise over the warm-up, then a fall with the square root of the step.</summary>
/// <param name="Warmup">W, the steps until the highest rate, at least 1.</param>
public sealed record InverseSquareRoot(long Warmup = 10) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span) =>
        span.LearningRate * Math.Min((step + 1.0) / Warmup, Math.Sqrt(Warmup / (step + 1.0)));
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> InverseSquareRoot = Add(
        "inverse-square-root",
        new InverseSquareRoot(),
        new("Inverse square root", "η_t = η₀ min((t+1)/W, √(W/(t+1)))", "Vaswani et al. 2017, arXiv:1706.03762")
        {
            Notes = ["Scaled so that the highest rate, at step W − 1, is the optimizer's learning rate; the paper scales by the model's width."],
        },
        Parameters.Integer<InverseSquareRoot>(
            "warmup", s => s.Warmup, (s, v) => s with { Warmup = v }, NumberRange.AtLeast(1), "W, the steps until the highest rate"));
}
