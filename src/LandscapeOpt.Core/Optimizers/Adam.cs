using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Adam: bias-corrected first and second moments of the gradient.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the second moment v, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
public sealed record Adam(double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<Adam>(s => s.Beta1), beta2 = settings.Get<Adam>(s => s.Beta2);
        private readonly T epsilon = settings.Get<Adam>(s => s.Epsilon);
        private Vec2<T> m, v;
        private T beta1k = 1, beta2k = 1;

        public readonly Vec2<T> Motion => m;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * Vec2<T>.Square(g));
            (beta1k, beta2k) = (beta1k * beta1, beta2k * beta2);
            T s = T.Sqrt(1 - beta2k);
            return w - (eta * s / (1 - beta1k) * (m / Denominator(s)));
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta)
        {
            T s = T.Sqrt(1 - beta2k);
            return eta * hessian.Sharpest((1 - beta1k) / s * Denominator(s)) * (1 - beta1) / (2 + (2 * beta1));
        }

        // √v/√(1−β₂ᵏ) + ε, times s = √(1−β₂ᵏ).
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private readonly Vec2<T> Denominator(T s) => Vec2<T>.Sqrt(v) + (epsilon * s);
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Adam = Add(
        "adam",
        new Adam(),
        new(
            "Adam",
            "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²\nw ← w − η/(1−β₁ᵏ) · m / (√v/√(1−β₂ᵏ) + ε),  k = t + 1",
            "Kingma & Ba 2014, arXiv:1412.6980")
        {
            Notes =
            [
                "Algorithm 1 of the paper with ε outside the corrected root, as in PyTorch and optax (eps); both sides of the fraction are "
                    + "multiplied by √(1−β₂ᵏ), which saves two divisions.",
                "TensorFlow adds ε to the uncorrected root (\"epsilon hat\" of the paper's section 2): its ε acts differently in the first steps.",
                "Stable on a quadratic where λ_max of the preconditioned Hessian < (2 + 2β₁)/((1−β₁) η) (arXiv:2207.14484).",
            ],
        },
        Parameters.Number<Adam>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<Adam>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared gradient"),
        Parameters.Number<Adam>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"));
}
