using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>NAdam: Adam with Nesterov's look-ahead and a momentum that warms up.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the second moment v, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
/// <param name="MomentumDecay">ψ, at least 0: how fast the momentum reaches β₁.</param>
public sealed record NAdam(
    double LearningRate = 2e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, double MomentumDecay = 0.004) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<NAdam>(o => o.Beta1), beta2 = settings.Get<NAdam>(o => o.Beta2);
        private readonly T epsilon = settings.Get<NAdam>(o => o.Epsilon);
        private readonly T fade = T.Pow(0.96, settings.Get<NAdam>(o => o.MomentumDecay));
        private Vec2<T> m, v;
        private T beta2k = 1, fadek = 1, product = 1;

        public readonly Vec2<T> Motion => m;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            (beta2k, fadek) = (beta2k * beta2, fadek * fade);
            T mu = beta1 * (1 - (0.5 * fadek)), next = beta1 * (1 - (0.5 * fadek * fade));
            product *= mu;
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * Vec2<T>.Square(g));
            Vec2<T> mean = ((1 - mu) / (1 - product) * g) + (next / (1 - (product * next)) * m);
            return w - (eta * (mean / (Vec2<T>.Sqrt(v / (1 - beta2k)) + epsilon)));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> NAdam = Add(
        "nadam",
        new NAdam(),
        new(
            "NAdam",
            "μ_k = β₁ (1 − 0.96^(k ψ)/2);  P ← P μ_k,  P₀ = 1,  k = t + 1\nm ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²\n"
            + "w ← w − η [(1−μ_k)/(1−P) · g + μ_{k+1}/(1−P μ_{k+1}) · m] / (√(v/(1−β₂ᵏ)) + ε)",
            "Dozat 2016, ICLR workshop, openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ")
        {
            Notes =
            [
                "As torch.optim.NAdam from version 2.0 on; before that μ_k was counted twice in the second quotient.",
                "Keras 3 has ψ = 1, so its warm-up is over after some hundred steps; optax.nadam has none at all.",
            ],
        },
        Parameters.Number<NAdam>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<NAdam>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared gradient"),
        Parameters.Number<NAdam>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"),
        Parameters.Number<NAdam>(
            "momentumDecay", o => o.MomentumDecay, (o, v) => o with { MomentumDecay = v }, NumberRange.NonNegative, "ψ, how fast the momentum reaches β₁"));
}
