using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AdaBelief: Adam that divides by how far gradients stray from their mean, instead of by their size.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the mean m, in (0, 1): at 0 nothing would stray from the mean.</param>
/// <param name="Beta2">β₂, the decay of the spread s, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the spread in every step and to the root, greater than 0.</param>
public sealed record AdaBelief(double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<AdaBelief>(o => o.Beta1), beta2 = settings.Get<AdaBelief>(o => o.Beta2);
        private readonly T epsilon = settings.Get<AdaBelief>(o => o.Epsilon);
        private Vec2<T> m, s;
        private T beta1k = 1, beta2k = 1;

        public readonly Vec2<T> Motion => m;

        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            s = (beta2 * s) + ((1 - beta2) * Vec2<T>.Square(g - m)) + epsilon;
            (beta1k, beta2k) = (beta1k * beta1, beta2k * beta2);
            return w - (eta / (1 - beta1k) * (m / ((Vec2<T>.Sqrt(s) / T.Sqrt(1 - beta2k)) + epsilon)));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AdaBelief = Add(
        "adabelief",
        new AdaBelief(),
        new(
            "AdaBelief",
            "m ← β₁ m + (1−β₁) g;  s ← β₂ s + (1−β₂)(g − m)² + ε\nw ← w − η/(1−β₁ᵏ) · m / (√s/√(1−β₂ᵏ) + ε),  k = t + 1",
            "Zhuang et al. 2020, arXiv:2010.07468")
        {
            Notes =
            [
                "Algorithm 2 of the paper, with the new m in the spread; optax.adabelief has two epsilons and adds the inner one likewise.",
                "The authors' PyTorch code defaults to ε = 1e-16 and rectification; both are off here.",
            ],
        },
        Parameters.Number<AdaBelief>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, new(0, 1, false, false), "β₁, decay of the mean gradient"),
        Parameters.Number<AdaBelief>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared deviation"),
        Parameters.Number<AdaBelief>(
            "epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the deviation and to the root"));
}
