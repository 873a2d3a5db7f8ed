using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>RAdam: Adam that waits with the second moment until its variance is known, and then rectifies it.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the second moment v, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
public sealed record RAdam(double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<RAdam>(o => o.Beta1), beta2 = settings.Get<RAdam>(o => o.Beta2);
        private readonly T epsilon = settings.Get<RAdam>(o => o.Epsilon);
        private readonly T rhoInf = settings.Get<RAdam>(o => (2 / (1 - o.Beta2)) - 1);
        private Vec2<T> m, v;
        private T k = 0, beta1k = 1;

        public readonly Vec2<T> Motion => m;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * Vec2<T>.Square(g));
            (k, beta1k) = (k + 1, beta1k * beta1);

            // ρ is the small difference of two large numbers: what repeated products round away would be multiplied by thousands.
            T beta2k = T.Pow(beta2, k);
            Vec2<T> mean = m / (1 - beta1k);
            T rho = rhoInf - (2 * k * beta2k / (1 - beta2k));
            T r = T.Sqrt((rho - 4) * (rho - 2) * rhoInf / ((rhoInf - 4) * (rhoInf - 2) * rho));
            Vec2<T> adaptive = r * T.Sqrt(1 - beta2k) * (mean / (Vec2<T>.Sqrt(v) + epsilon));
            return w - (eta * Vec2<T>.IfPositive(rho - 5, adaptive, mean));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> RAdam = Add(
        "radam",
        new RAdam(),
        new(
            "RAdam",
            "m, v as in Adam;  m̂ = m/(1−β₁ᵏ);  ρ∞ = 2/(1−β₂) − 1;  ρ_k = ρ∞ − 2k β₂ᵏ/(1−β₂ᵏ),  k = t + 1\n"
            + "ρ_k > 5:    r = √[(ρ_k−4)(ρ_k−2)ρ∞ / ((ρ∞−4)(ρ∞−2)ρ_k)];  w ← w − η r m̂ √(1−β₂ᵏ) / (√v + ε)\notherwise:  w ← w − η m̂",
            "Liu et al. 2019, arXiv:1908.03265")
        {
            Notes =
            [
                "As torch.optim.RAdam and optax, which test ρ > 5; the paper tests ρ > 4.",
                "With β₂ = 0.999 the first 5 steps are plain momentum steps: a learning rate that suits Adam can explode there on a steep loss.",
            ],
        },
        Parameters.Number<RAdam>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<RAdam>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared gradient"),
        Parameters.Number<RAdam>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"));
}
