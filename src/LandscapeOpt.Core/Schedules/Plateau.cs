using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Schedules;

/// <summary>The learning rate falls by a factor whenever the loss has not improved for a while.</summary>
/// <remarks>
/// The rate of step t depends on the losses at w₀ … w_t, so <see cref="Schedule.Start"/> makes the reader that watches them. <see cref="At"/>
/// alone has seen no loss and gives what holds until the first fall: the run's learning rate, the highest that can come.
/// </remarks>
/// <param name="Factor">The factor of each fall, in (0, 1).</param>
/// <param name="Patience">How many steps in a row may fail to improve; the next one that does brings the fall.</param>
/// <param name="Threshold">How far below the best a loss must lie to be an improvement, in [0, 1): as a share of a positive best, else as a difference.</param>
/// <param name="Cooldown">How many steps after a fall are not counted, at least 0.</param>
/// <param name="Minimum">The lowest rate, at least 0.</param>
/// <param name="Epsilon">The smallest fall that is made, at least 0.</param>
public sealed record Plateau(
    double Factor = 0.1,
    long Patience = 10,
    double Threshold = 1e-4,
    long Cooldown = 0,
    double Minimum = 0,
    double Epsilon = 1e-8) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span) => span.LearningRate;

    /// <inheritdoc/>
    public override Pace Start(in Span span) => new Watch(this, span.LearningRate);

    private sealed class Watch(Plateau rule, double initial) : Pace
    {
        private double best = double.PositiveInfinity, rate = initial;
        private long bad, rest;

        public override bool WatchesLoss => true;

        public override double At(int step, double loss)
        {
            if (loss < (best > 0 ? best * (1 - rule.Threshold) : best - rule.Threshold))
            {
                (best, bad) = (loss, 0);
            }
            else
            {
                bad++;
            }

            if (rest > 0)
            {
                (rest, bad) = (rest - 1, 0);
            }

            if (bad > rule.Patience)
            {
                double lower = Math.Max(rate * rule.Factor, rule.Minimum);
                rate = rate - lower > rule.Epsilon ? lower : rate;
                (rest, bad) = (rule.Cooldown, 0);
            }

            return rate;
        }
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Plateau = Add(
        "plateau",
        new Plateau(),
        new(
            "Reduce on plateau",
            "improved: f < best (1 − threshold);  else bad ← bad + 1\nbad > patience:  η ← max(η · factor, minimum), bad ← 0",
            "Krizhevsky et al. 2012, doi:10.1145/3065386 (the rate is divided by 10 when the error stops improving)")
        {
            Notes =
            [
                "As PyTorch's ReduceLROnPlateau (mode min, threshold_mode rel), told the loss at w_t before step t.",
                "PyTorch's relative threshold calls every loss an improvement once the best is negative; here a best of 0 or less is compared by the "
                    + "difference.",
            ],
        },
        Parameters.Number<Plateau>(
            "factor", s => s.Factor, (s, v) => s with { Factor = v }, new(0, 1, IncludesFrom: false, IncludesTo: false), "factor of each fall"),
        Parameters.Integer<Plateau>(
            "patience", s => s.Patience, (s, v) => s with { Patience = v }, NumberRange.NonNegative, "steps in a row that may fail to improve"),
        Parameters.Number<Plateau>(
            "threshold", s => s.Threshold, (s, v) => s with { Threshold = v }, NumberRange.Decay, "share of the best by which a loss must improve"),
        Parameters.Integer<Plateau>(
            "cooldown", s => s.Cooldown, (s, v) => s with { Cooldown = v }, NumberRange.NonNegative, "steps after a fall that are not counted"),
        Parameters.Number<Plateau>("minimum", s => s.Minimum, (s, v) => s with { Minimum = v }, NumberRange.NonNegative, "the lowest rate"),
        Parameters.Number<Plateau>("epsilon", s => s.Epsilon, (s, v) => s with { Epsilon = v }, NumberRange.NonNegative, "the smallest fall that is made"));
}
