using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls by a factor at chosen steps.</summary>
/// <param name="Milestones">The steps, in any order; one that is given twice counts twice.</param>
/// <param name="Gamma">The factor, greater than 0.</param>
public sealed record MultiStep(NumberList Milestones, double Gamma) : Schedule
{
    /// <summary>A tenth at step 30, a hundredth from step 80.</summary>
    public MultiStep()
        : this(new(30, 80), Gamma: 0.1)
    {
    }

    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        int passed = 0;
        for (int i = 0; i < Milestones.Count; i++)
        {
            passed += Milestones[i] <= step ? 1 : 0;
        }

        return span.LearningRate * Elementary.Pow(Gamma, passed);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> MultiStep = Add(
        "multi-step",
        new MultiStep(),
        new("Decay at milestones", "η_t = η₀ gamma^n,  n = number of milestones ≤ t", "He et al. 2015, arXiv:1512.03385 (a tenth at two milestones)")
        {
            Notes = ["As PyTorch's MultiStepLR; milestones have no default there, 30 and 80 are the example of its documentation."],
        },
        Parameters.Numbers<MultiStep>(
            "milestones", s => s.Milestones, (s, v) => s with { Milestones = v }, NumberRange.NonNegative, "the steps from which the rate is lower"),
        Parameters.Number<MultiStep>("gamma", s => s.Gamma, (s, v) => s with { Gamma = v }, NumberRange.Positive, "factor of each fall"));
}
