using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Transforms;

/// <summary>Which gradients a step is skipped for.</summary>
public enum SkipRule
{
    /// <summary>Those that are not finite, or whose loss is not.</summary>
    NonFinite,

    /// <summary>Those longer than a maximum.</summary>
    Norm,

    /// <summary>Those whose length, or loss, lies many standard deviations from the mean of the steps before.</summary>
    ZScore,
}

/// <summary>Leaves out a step whose gradient cannot be trusted: the point and the optimizer's memory stay, the schedule goes on.</summary>
/// <param name="Rule">Which gradients; non-finite ones are skipped under every rule.</param>
/// <param name="Maximum">norm: the largest length, greater than 0.</param>
/// <param name="Threshold">z-score: the largest distance from the mean, in standard deviations, greater than 0.</param>
/// <param name="Window">z-score: how many steps before the current one are remembered, from 20 to 100 000.</param>
public sealed record Skip(SkipRule Rule = SkipRule.NonFinite, double Maximum = 10, double Threshold = 6, long Window = 128) : GradientTransform
{
    // OLMo-core's lower limit of the steps that a mean is trusted from, so no smaller window makes sense; the upper one bounds the memory.
    internal const int FewestForScore = 20, LargestWindow = 100_000;

    /// <inheritdoc/>
    public override bool MaySkip => true;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not <see cref="Real"/>: lanes cannot skip one by one.</exception>
    public override TransformState<T> Start<T>(Func<Pcg64> random) =>
        new State(this) as TransformState<T> ?? throw new NotSupportedException("A run that may skip steps cannot go in lanes.");

    private sealed class State(Skip rule) : TransformState<Real>
    {
        private readonly History losses = new((int)rule.Window), norms = new((int)rule.Window);
        private int lastStep = -1;
        private bool skips;

        public override bool Skips => skips;

        public override Vec2<Real> Apply(Vec2<Real> gradient, Real loss, int step)
        {
            double norm = Vec2<Real>.Norm(gradient);
            bool finite = double.IsFinite(gradient.X) && double.IsFinite(gradient.Y) && double.IsFinite(loss);
            skips = !finite || rule.Rule switch
            {
                SkipRule.Norm => norm > rule.Maximum,
                SkipRule.ZScore => IsOutlier(loss, norm),
                _ => false,
            };

            // Further gradients of the same step are judged but not remembered, so that the window counts steps.
            if (finite && step != lastStep)
            {
                losses.Remember(loss);
                norms.Remember(norm);
                lastStep = step;
            }

            return gradient;
        }

        // The count includes the current step, as in the reference code.
        private bool IsOutlier(double loss, double norm) => losses.Count + 1 >= Math.Max(FewestForScore, rule.Window / 2)
            && (losses.IsOutlier(loss, rule.Threshold) || norms.IsOutlier(norm, rule.Threshold));
    }

    /// <summary>The last so many numbers.</summary>
    private sealed class History(int window)
    {
        private readonly double[] values = new double[window];
        private long seen;

        internal int Count => (int)Math.Min(seen, values.Length);

        internal void Remember(double value) => values[seen++ % values.Length] = value;

        internal bool IsOutlier(double value, double threshold)
        {
            ReadOnlySpan<double> known = values.AsSpan(0, Count);

            // Summed as differences from the first, so that equal values have exactly no deviation.
            double differences = 0, squares = 0;
            foreach (double v in known)
            {
                differences += v - known[0];
            }

            double mean = known[0] + (differences / known.Length);
            foreach (double v in known)
            {
                squares += (v - mean) * (v - mean);
            }

            double deviation = Math.Sqrt(squares / (known.Length - 1));
            return deviation > 0 && Math.Abs(value - mean) / deviation > threshold;
        }
    }
}

public static partial class TransformCatalogue
{
    private static readonly Member<GradientTransform> Skip = Add(
        "skip",
        new Skip(),
        new(
            "Skip steps",
            "non-finite: skip where g or the loss is not finite\nnorm: skip where |g| > maximum\nz-score: skip where |loss − mean|/std or ||g| − "
                + "mean|/std > threshold, over the last window steps",
            "allenai/OLMo-core, src/olmo_core/optim/skip_step_optimizer.py (z-score)")
        {
            Notes =
            [
                "No canonical paper: a skipped step leaves the point and all the optimizer's memory as they are, while the schedule goes on.",
                "z-score begins once window/2, and at least 20, steps are known, the current one included; std divides by n − 1; where std is 0 "
                    + "nothing is skipped.",
                "The loss that z-score looks at is the mixed one, the components' losses times the step's weights: under a rule that changes its "
                    + "weights it jumps with them.",
                "Skipped steps stay in the window, as in OLMo-core; what is not finite is skipped under every rule and never enters it.",
                "Often called implicit gradient regularisation; that name belongs to arXiv:2009.11162.",
                "With plain gradients a skipped step repeats for ever unless chance, the mixing rule or the schedule changes something.",
            ],
        },
        Parameters.Choice<Skip, SkipRule>("rule", t => t.Rule, (t, v) => t with { Rule = v }, "which gradients a step is skipped for"),
        Parameters.Number<Skip>("maximum", t => t.Maximum, (t, v) => t with { Maximum = v }, NumberRange.Positive, "norm: the largest |g|"),
        Parameters.Number<Skip>(
            "threshold", t => t.Threshold, (t, v) => t with { Threshold = v }, NumberRange.Positive,
            "z-score: the largest distance from the mean, in standard deviations"),
        Parameters.Integer<Skip>(
            "window", t => t.Window, (t, v) => t with { Window = v }, new(Transforms.Skip.FewestForScore, Transforms.Skip.LargestWindow),
            "z-score: steps that are remembered"));
}
