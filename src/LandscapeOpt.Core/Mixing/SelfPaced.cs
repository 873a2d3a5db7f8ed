using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>What keeps self-paced learning from taking everything, or nothing.</summary>
public enum SelfPacedRegularizer
{
    /// <summary>−λv: a component is in or out.</summary>
    Hard,

    /// <summary>λ(v²/2 − v).</summary>
    Linear,

    /// <summary>ζv − ζᵛ/log ζ with ζ = 1 − λ.</summary>
    Log,

    /// <summary>(μ − v) log(μ − v) + v log v − λv with μ = 1 + e^−λ.</summary>
    Logistic,

    /// <summary>λ(vᵗ/t − v).</summary>
    Polynomial,

    /// <summary>−z log(v + z/λ) with z = λλ₂/(λ − λ₂).</summary>
    Mixture,
}

/// <summary>
/// Self-paced learning: easy components first. The weights v ∈ [0, 1] minimise Σ v_k l_k + R(v_k; λ) for the current losses, and λ, the loss
/// that still counts as easy, grows each step until every weight is 1.
/// </summary>
/// <remarks>Losses must be of comparable size and at least 0; a negative one counts as 0.</remarks>
/// <param name="Regularizer">R.</param>
/// <param name="Lambda">λ at step 0, greater than 0; below 1 for log.</param>
/// <param name="Growth">The factor of λ from step to step, at least 1.</param>
/// <param name="Power">polynomial: t, greater than 1.</param>
/// <param name="Lambda2">mixture: λ₂ at step 0, below which a loss has weight 1; it grows like λ. Half of λ where none is given.</param>
/// <param name="Normalize">Whether the weights are divided by their sum.</param>
public sealed record SelfPaced(
    SelfPacedRegularizer Regularizer = SelfPacedRegularizer.Hard,
    double Lambda = 1,
    double Growth = 1.3,
    double Power = 3,
    double? Lambda2 = null,
    bool Normalize = false) : MixingRule
{
    /// <inheritdoc/>
    public override bool Varies(int components) => true;

    /// <inheritdoc/>
    public override bool Remembers => true;

    /// <inheritdoc/>
    public override string? Misfit(int components) => Regularizer switch
    {
        SelfPacedRegularizer.Log when Lambda >= 1 => "self-paced:regularizer=log needs a lambda below 1",
        SelfPacedRegularizer.Mixture when Lambda2 >= Lambda => "self-paced:regularizer=mixture needs a lambda2 below lambda",
        _ => null,
    };

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(this, setup.Count);

    private sealed class State<T>(SelfPaced rule, int components) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly T[] easiness = new T[components], easiest = new T[components];
        private readonly double ratio = (rule.Lambda2 ?? rule.Lambda / 2) / rule.Lambda;
        private T lambda = rule.Lambda;

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            T sum = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                easiness[k] = -at.Losses[k];
                weights[k] = Choice.Share(Weight(T.Max(0, at.Losses[k])));
                sum += weights[k];
            }

            // Nothing is easy enough yet: the easiest alone.
            Choice.Largest(easiness, easiest);
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = T.IfPositive(sum, rule.Normalize ? weights[k] / sum : weights[k], easiest[k]);
            }

            lambda = T.IfPositive(weights.Length - sum, Grown(), lambda);
        }

        private T Weight(T loss) => rule.Regularizer switch
        {
            SelfPacedRegularizer.Hard => T.IfPositive(lambda - loss, 1, 0),
            SelfPacedRegularizer.Linear => 1 - (loss / lambda),
            SelfPacedRegularizer.Log => T.IfPositive(lambda - loss, T.Log(loss + 1 - lambda) / T.Log(1 - lambda), 0),
            SelfPacedRegularizer.Logistic => (1 + T.Exp(-lambda)) / (1 + T.Exp(loss - lambda)),
            SelfPacedRegularizer.Polynomial => T.IfPositive(lambda - loss, T.Pow(1 - (loss / lambda), 1 / (rule.Power - 1)), 0),
            _ => T.IfPositive(loss, ((1 / loss) - (1 / lambda)) / ((1 / (ratio * lambda)) - (1 / lambda)), 1),
        };

        // log is defined for λ < 1 only: it stays where the next step would leave that.
        private T Grown()
        {
            T grown = rule.Growth * lambda;
            return rule.Regularizer == SelfPacedRegularizer.Log ? T.IfPositive(1 - grown, grown, lambda) : grown;
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> SelfPaced = Add(
        "self-paced",
        new SelfPaced(),
        new(
            "Self-paced learning",
            "v = argmin Σ v_k l_k + R(v_k; λ) on [0, 1];  a = v;  λ ← growth · λ until all v are 1\n" +
            "hard: 1 where l < λ;  linear: 1 − l/λ;  log: log(l + 1 − λ)/log(1 − λ);  logistic: (1 + e^−λ)/(1 + e^(l−λ))\n" +
            "polynomial: (1 − l/λ)^(1/(t−1));  mixture: z/l − z/λ with z = λλ₂/(λ − λ₂), 1 where l ≤ λ₂",
            "Kumar, Packer & Koller, NIPS 2010 (hard); Jiang et al. 2014, doi:10.1145/2647868.2654918 (linear, log, mixture)")
        {
            Notes =
            [
                "λ is in the units of the losses, which must be of comparable size and not negative; 1 suits landscapes of order 1.",
                "A round of the paper is a step here; where all weights are 0 the smallest loss has weight 1.",
                "log needs λ < 1, and λ stays below 1; mixture's λ₂ grows like λ.",
                "CurBench's polynomial has an operator-precedence slip and computes (1 − l/λ)/(t − 1).",
            ],
        },
        Parameters.Choice<SelfPaced, SelfPacedRegularizer>(
            "regularizer", m => m.Regularizer, (m, v) => m with { Regularizer = v }, "how weights depend on losses"),
        Parameters.Number<SelfPaced>(
            "lambda", m => m.Lambda, (m, v) => m with { Lambda = v }, NumberRange.Positive, "λ, the loss that counts as easy at step 0"),
        Parameters.Number<SelfPaced>("growth", m => m.Growth, (m, v) => m with { Growth = v }, NumberRange.AtLeast(1), "factor of λ from step to step"),
        Parameters.Number<SelfPaced>(
            "power", m => m.Power, (m, v) => m with { Power = v }, new(1, double.PositiveInfinity, IncludesFrom: false, IncludesTo: false), "polynomial: t"),
        Parameters.OptionalNumber<SelfPaced>("lambda2", m => m.Lambda2, (m, v) => m with { Lambda2 = v }, NumberRange.Positive, "mixture: λ₂ (default: λ/2)"),
        Parameters.Flag<SelfPaced>("normalize", m => m.Normalize, (m, v) => m with { Normalize = v }, "divide the weights by their sum"));
}
