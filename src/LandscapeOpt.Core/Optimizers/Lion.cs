using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Lion: the sign of an interpolated momentum, so that every coordinate moves by η.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta1">β₁, the momentum's share in the step, in [0, 1).</param>
/// <param name="Beta2">β₂, the decay of the momentum m, in [0, 1).</param>
/// <param name="WeightDecay">λ, at least 0: each step pulls w towards the origin by the share η λ.</param>
public sealed record Lion(double LearningRate = 1e-4, double Beta1 = 0.9, double Beta2 = 0.99, double WeightDecay = 0) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T beta1 = settings.Get<Lion>(o => o.Beta1), beta2 = settings.Get<Lion>(o => o.Beta2);
        private readonly T lambda = settings.Get<Lion>(o => o.WeightDecay);
        private Vec2<T> m, last;

        public readonly Vec2<T> Motion => Vec2<T>.Abs(beta1 * m) + Vec2<T>.Abs(lambda * last);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            Vec2<T> u = Vec2<T>.Sign((beta1 * m) + ((1 - beta1) * g));
            m = (beta2 * m) + ((1 - beta2) * g);
            last = ((1 - (eta * lambda)) * w) - (eta * u);
            return last;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Lion = Add(
        "lion",
        new Lion(),
        new(
            "Lion",
            "u = sign(β₁ m + (1−β₁) g);  w ← (1 − η λ) w − η u;  m ← β₂ m + (1−β₂) g,  sign(0) = 0",
            "Chen et al. 2023, arXiv:2302.06675")
        {
            Notes =
            [
                "As google/automl's lion; optax.lion is the same rule with λ = 1e-3.",
                "It never settles closer than about η in each coordinate, whatever the gradient's size; let the learning rate fall.",
            ],
        },
        Parameters.Number<Lion>("beta1", o => o.Beta1, (o, v) => o with { Beta1 = v }, NumberRange.Decay, "β₁, the momentum's share in the step"),
        Parameters.Number<Lion>("beta2", o => o.Beta2, (o, v) => o with { Beta2 = v }, NumberRange.Decay, "β₂, decay of the momentum"),
        Parameters.Number<Lion>("weightDecay", o => o.WeightDecay, (o, v) => o with { WeightDecay = v }, NumberRange.NonNegative, "λ, the pull to the origin"));
}
