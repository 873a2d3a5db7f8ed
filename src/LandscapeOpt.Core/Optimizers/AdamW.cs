using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AdamW: Adam with weight decay beside the gradient instead of in it.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the second moment v, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
/// <param name="WeightDecay">λ, at least 0: each step pulls w towards the origin by the share η λ.</param>
public sealed record AdamW(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double WeightDecay = 0.01) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<AdamW>(o => o.Beta1), beta2 = settings.Get<AdamW>(o => o.Beta2);
        private readonly T epsilon = settings.Get<AdamW>(o => o.Epsilon), lambda = settings.Get<AdamW>(o => o.WeightDecay);
        private Vec2<T> m, v, last;
        private T beta1k = 1, beta2k = 1;

        public readonly Vec2<T> Motion => Vec2<T>.Abs(m) + Vec2<T>.Abs(lambda * last);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * Vec2<T>.Square(g));
            (beta1k, beta2k) = (beta1k * beta1, beta2k * beta2);
            Vec2<T> decayed = (1 - (eta * lambda)) * w;
            last = decayed - (eta / (1 - beta1k) * (m / ((Vec2<T>.Sqrt(v) / T.Sqrt(1 - beta2k)) + epsilon)));
            return last;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AdamW = Add(
        "adamw",
        new AdamW(),
        new(
            "AdamW",
            "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²\nw ← (1 − η λ) w − η/(1−β₁ᵏ) · m / (√v/√(1−β₂ᵏ) + ε),  k = t + 1",
            "Loshchilov & Hutter 2017, arXiv:1711.05101")
        {
            Notes =
            [
                "As torch.optim.AdamW: the decay is multiplied by the learning rate; in the paper it follows the schedule but not the rate.",
                "optax.adamw is the same rule with λ = 1e-4.",
                "It settles where the decay balances the step, not at the loss's minimum.",
            ],
        },
        Parameters.Number<AdamW>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<AdamW>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared gradient"),
        Parameters.Number<AdamW>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"),
        Parameters.Number<AdamW>(
            "weightDecay", o => o.WeightDecay, (o, v) => o with { WeightDecay = v }, NumberRange.NonNegative, "λ, the pull to the origin"));
}
