using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls to an end value along a power of the steps that are left, and stays there.</summary>
/// <param name="Steps">T, the steps until the end value, at least 1; the run's where none are given.</param>
/// <param name="Power">p, greater than 0; 1 is a straight line.</param>
/// <param name="End">The rate from step T on, at least 0.</param>
public sealed record Polynomial(long? Steps = null, double Power = 1, double End = 0) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        double total = Steps ?? span.Steps;
        double left = step >= total ? 0 : 1 - (step / total);
        return End + ((span.LearningRate - End) * Elementary.Pow(left, Power));
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Polynomial = Add(
        "polynomial",
        new Polynomial(),
        new("Polynomial decay", "η_t = end + (η₀ − end)(1 − min(t, T)/T)ᵖ", "Liu et al. 2015, arXiv:1506.04579 (the \"poly\" policy)")
        {
            Notes = ["As PyTorch's PolynomialLR, which has end = 0 and T = 5 by default; here T is the run's number of steps."],
        },
        Parameters.OptionalInteger<Polynomial>(
            "steps", s => s.Steps, (s, v) => s with { Steps = v }, NumberRange.AtLeast(1), "T, steps until the end value (default: the run's)"),
        Parameters.Number<Polynomial>("power", s => s.Power, (s, v) => s with { Power = v }, NumberRange.Positive, "p; 1 is a straight line"),
        Parameters.Number<Polynomial>("end", s => s.End, (s, v) => s with { End = v }, NumberRange.NonNegative, "the rate from step T on"));
}
