using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AdaGrad: each coordinate's step shrinks with the sum of its squared gradients.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
/// <param name="InitialAccumulator">S before the first step, at least 0.</param>
/// <param name="LearningRateDecay">ℓ, at least 0: step k = 1, 2, … uses η/(1 + (k−1) ℓ).</param>
public sealed record AdaGrad(double LearningRate = 0.01, double Epsilon = 1e-10, double InitialAccumulator = 0, double LearningRateDecay = 0) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T epsilon = settings.Get<AdaGrad>(o => o.Epsilon), decay = settings.Get<AdaGrad>(o => o.LearningRateDecay);
        private Vec2<T> s = default(Vec2<T>) + settings.Get<AdaGrad>(o => o.InitialAccumulator);
        private T t = 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            s += Vec2<T>.Square(g);
            T rate = eta / (1 + (t * decay));
            t += 1;
            return w - (rate * (g / (Vec2<T>.Sqrt(s) + epsilon)));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AdaGrad = Add(
        "adagrad",
        new AdaGrad(),
        new(
            "AdaGrad",
            "S ← S + g²,  S₀ = initialAccumulator\nw ← w − η/(1 + t learningRateDecay) · g / (√S + ε)",
            "Duchi, Hazan & Singer 2011, JMLR 12:2121 (the diagonal form)")
        {
            Notes =
            [
                "As torch.optim.Adagrad.",
                "optax and Keras start S at 0.1 and add ε (1e-7) inside the root.",
                "The sum never shrinks, so the steps fade like 1/√k.",
            ],
        },
        Parameters.Number<AdaGrad>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"),
        Parameters.Number<AdaGrad>(
            "initialAccumulator", o => o.InitialAccumulator, (o, v) => o with { InitialAccumulator = v }, NumberRange.NonNegative, "S before the first step"),
        Parameters.Number<AdaGrad>(
            "learningRateDecay", o => o.LearningRateDecay, (o, v) => o with { LearningRateDecay = v }, NumberRange.NonNegative, "how fast η itself falls"));
}
