using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>One rise of the learning rate to a maximum and one fall to nearly nothing, over a known number of steps.</summary>
/// <param name="Maximum">The peak, greater than 0; the run's learning rate where none is given.</param>
/// <param name="Steps">T, the steps of the cycle, at least 1; the run's where none are given.</param>
/// <param name="PeakAt">The share of the steps before the peak, in (0, 1).</param>
/// <param name="Divide">The peak over the rate at step 0, greater than 0.</param>
/// <param name="FinalDivide">The rate at step 0 over the last, greater than 0.</param>
/// <param name="Anneal">How the rate gets from one end of a phase to the other.</param>
/// <param name="Phases">2: up, then down to the last rate; 3: up, back down as fast, then to the last rate.</param>
public sealed record OneCycle(
    double? Maximum = null,
    long? Steps = null,
    double PeakAt = 0.3,
    double Divide = 25,
    double FinalDivide = 1e4,
    AnnealShape Anneal = AnnealShape.Cosine,
    long Phases = 2) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        double total = Math.Max(1, Steps ?? span.Steps);
        double max = Maximum ?? span.LearningRate, first = max / Divide, last = first / FinalDivide;

        // Where PeakAt · T <= 1 there is no step before the peak: the rise is empty and step 0 is the peak.
        double peak = Math.Max(0, (PeakAt * total) - 1), end = total - 1;
        double back = Phases == 3 ? Math.Max(0, (2 * PeakAt * total) - 2) : peak;

        return peak > 0 && step <= peak ? Phase(0, peak, first, max)
            : Phases == 2 ? Phase(peak, end, max, last)
            : step <= back ? Phase(peak, back, max, first)
            : Phase(back, end, first, last);

        double Phase(double begin, double finish, double from, double to) => Schedules.Anneal.Between(
            from, to, step > begin ? Math.Min(1, (step - begin) / (finish - begin)) : 0, Anneal);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> OneCycle = Add(
        "one-cycle",
        new OneCycle(),
        new(
            "1cycle",
            "max/divide → max → max/divide/finalDivide (2 phases)\nmax/divide → max → max/divide → max/divide/finalDivide (3 phases)\nphases end at "
                + "peakAt·T − 1, (3: 2 peakAt·T − 2,) T − 1",
            "Smith & Topin 2017, arXiv:1708.07120")
        {
            Notes =
            [
                "As PyTorch's OneCycleLR without its momentum cycling; after step T − 1, where PyTorch fails, the last rate stays.",
                "Smith's original has two steps of equal length and a short end: phases=3 with peakAt below 0.5; the default 30/70 with cosines is fastai's.",
                "Where peakAt·T <= 1 no step precedes the peak and step 0 has the maximum (PyTorch divides by zero at 1).",
            ],
        },
        Parameters.OptionalNumber<OneCycle>(
            "maximum", s => s.Maximum, (s, v) => s with { Maximum = v }, NumberRange.Positive, "the peak (default: the run's learning rate)") with
        {
            Aliases = ["maxLearningRate"],
        },
        Parameters.OptionalInteger<OneCycle>(
            "steps", s => s.Steps, (s, v) => s with { Steps = v }, NumberRange.AtLeast(1), "T, steps of the cycle (default: the run's)"),
        Parameters.Number<OneCycle>(
            "peakAt", s => s.PeakAt, (s, v) => s with { PeakAt = v }, new(0, 1, IncludesFrom: false, IncludesTo: false), "share of the steps before the peak"),
        Parameters.Number<OneCycle>("divide", s => s.Divide, (s, v) => s with { Divide = v }, NumberRange.Positive, "the peak over the first rate"),
        Parameters.Number<OneCycle>(
            "finalDivide", s => s.FinalDivide, (s, v) => s with { FinalDivide = v }, NumberRange.Positive, "the first rate over the last"),
        Parameters.Choice<OneCycle, AnnealShape>(
            "anneal", s => s.Anneal, (s, v) => s with { Anneal = v }, "how the rate gets from one end of a phase to the other"),
        Parameters.Integer<OneCycle>("phases", s => s.Phases, (s, v) => s with { Phases = v }, new(2, 3), "2: up and down; 3: up, down, then out"));
}
