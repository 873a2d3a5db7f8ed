using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AdaMax: Adam with the largest recent gradient instead of the root mean square.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the norm u, in [0, 1).</param>
/// <param name="Epsilon">ε, added to |g|, greater than 0.</param>
public sealed record AdaMax(double LearningRate = 2e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<AdaMax>(o => o.Beta1), beta2 = settings.Get<AdaMax>(o => o.Beta2);
        private readonly T epsilon = settings.Get<AdaMax>(o => o.Epsilon);
        private Vec2<T> m, u;
        private T beta1k = 1;

        public readonly Vec2<T> Motion => m;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            u = Vec2<T>.Max(beta2 * u, Vec2<T>.Abs(g) + epsilon);
            beta1k *= beta1;
            return w - (eta / (1 - beta1k) * (m / u));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AdaMax = Add(
        "adamax",
        new AdaMax(),
        new(
            "AdaMax",
            "m ← β₁ m + (1−β₁) g;  u ← max(β₂ u, |g| + ε)\nw ← w − η/(1−β₁ᵏ) · m / u,  k = t + 1",
            "Kingma & Ba 2014, arXiv:1412.6980, section 7.1")
        {
            Notes =
            [
                "As torch.optim.Adamax and optax: ε is added to |g| inside the maximum.",
                "The paper has no ε; Keras adds it to u in the quotient.",
            ],
        },
        Parameters.Number<AdaMax>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<AdaMax>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the largest gradient"),
        Parameters.Number<AdaMax>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to |g|"));
}
