using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>The same learning rate in every step.</summary>
public sealed record Constant : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span) => span.LearningRate;
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Constant = Add(
        "constant", new Constant(), new("Constant", "η_t = η₀", "Cauchy 1847, Comptes rendus 25:536"));
}
