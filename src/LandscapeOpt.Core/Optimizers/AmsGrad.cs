using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AMSGrad: Adam whose second moment never falls.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the decay of the first moment m, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the second moment v, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
/// <param name="BiasCorrection">Whether the moments are corrected for their start at 0; the paper does not.</param>
public sealed record AmsGrad(
    double LearningRate = 1e-3, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8, bool BiasCorrection = true) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<AmsGrad>(o => o.Beta1), beta2 = settings.Get<AmsGrad>(o => o.Beta2);
        private readonly T epsilon = settings.Get<AmsGrad>(o => o.Epsilon);
        private Vec2<T> m, v, largest;

        // Powers that start at 0 stay there: the corrections are 1 then.
        private T beta1k = settings.Get<AmsGrad>(o => o.BiasCorrection ? 1 : 0), beta2k = settings.Get<AmsGrad>(o => o.BiasCorrection ? 1 : 0);

        public readonly Vec2<T> Motion => m;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            m = (beta1 * m) + ((1 - beta1) * g);
            v = (beta2 * v) + ((1 - beta2) * Vec2<T>.Square(g));
            largest = Vec2<T>.Max(largest, v);
            (beta1k, beta2k) = (beta1k * beta1, beta2k * beta2);
            return w - (eta / (1 - beta1k) * (m / ((Vec2<T>.Sqrt(largest) / T.Sqrt(1 - beta2k)) + epsilon)));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AmsGrad = Add(
        "amsgrad",
        new AmsGrad(),
        new(
            "AMSGrad",
            "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) g²;  V ← max(V, v)\nw ← w − η/(1−β₁ᵏ) · m / (√V/√(1−β₂ᵏ) + ε),  k = t + 1",
            "Reddi, Kale & Kumar 2018, arXiv:1904.09237")
        {
            Notes =
            [
                "As torch.optim.Adam(amsgrad=True): the maximum is over the raw v, although older documentation prints the corrected one.",
                "optax takes the maximum over the corrected v.",
                "biasCorrection=false is the paper's rule, which has no corrections.",
            ],
        },
        Parameters.Number<AmsGrad>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, decay of the mean gradient"),
        Parameters.Number<AmsGrad>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the mean squared gradient"),
        Parameters.Number<AmsGrad>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"),
        Parameters.Flag<AmsGrad>("biasCorrection", o => o.BiasCorrection, (o, v) => o with { BiasCorrection = v }, "correct the moments for their start at 0"));
}
