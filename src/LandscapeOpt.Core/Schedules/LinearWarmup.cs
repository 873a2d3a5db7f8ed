using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate rises along a line to its full value; then it stays, or another schedule begins.</summary>
/// <param name="Steps">N, the steps until the full rate, at least 1; the run's where none are given.</param>
/// <param name="StartFactor">s, the share of the full rate at step 0, in (0, 1].</param>
/// <param name="Then">What follows: its step 0 is step N, and the steps that are left are its steps.</param>
public sealed record LinearWarmup(long? Steps = null, double StartFactor = 1.0 / 3, Schedule? Then = null) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        long warmup = Steps ?? span.Steps;
        return step < warmup ? Rise(step, warmup, span.LearningRate)
            : Then is null ? span.LearningRate
            : Then.At(step - (int)warmup, Rest(span, warmup));
    }

    /// <inheritdoc/>
    public override Pace Start(in Span span)
    {
        long warmup = Steps ?? span.Steps;
        return Then is null ? base.Start(span) : new WarmPace(this, span, warmup, Then.Start(Rest(span, warmup)));
    }

    private static Span Rest(in Span span, long warmup) => span with { Steps = (int)Math.Max(0, span.Steps - warmup) };

    private double Rise(int step, long warmup, double full) => full * (StartFactor + ((1 - StartFactor) * step / warmup));

    private sealed class WarmPace(LinearWarmup schedule, Span span, long warmup, Pace then) : Pace
    {
        public override bool WatchesLoss => then.WatchesLoss;

        public override double At(int step, double loss) =>
            step < warmup ? schedule.Rise(step, warmup, span.LearningRate) : then.At(step - (int)warmup, loss);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> LinearWarmup = Add(
        "linear-warmup",
        new LinearWarmup(),
        new("Linear warm-up", "η_t = η₀ (s + (1 − s) t/N) for t < N, then η₀, or the next schedule at t − N", "Goyal et al. 2017, arXiv:1706.02677")
        {
            Notes =
            [
                "As PyTorch's LinearLR with end factor 1; its N is 5 by default, here it is the run's number of steps.",
                "A schedule that follows starts at its own step 0, as in PyTorch's SequentialLR, and takes the steps that are left for the run's.",
            ],
        },
        Parameters.OptionalInteger<LinearWarmup>(
            "steps", s => s.Steps, (s, v) => s with { Steps = v }, NumberRange.AtLeast(1), "N, steps until the full rate (default: the run's)"),
        Parameters.Number<LinearWarmup>(
            "startFactor", s => s.StartFactor, (s, v) => s with { StartFactor = v }, new(0, 1, IncludesFrom: false), "s, share of the full rate at step 0"),
        Parameters.Member<LinearWarmup, Schedule>("then", "schedule", s => s.Then, (s, v) => s with { Then = v },
            "the schedule that follows (default: none)") with
        { IsOptional = true });
}
