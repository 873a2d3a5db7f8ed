using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Which sequence Nesterov's method reports.</summary>
public enum NesterovForm
{
    /// <summary>The gradient is taken at the look-ahead point q = w − μ v; w is reported.</summary>
    Lookahead,

    /// <summary>The gradient is taken at w, which plays the look-ahead point's part.</summary>
    Pytorch,
}

/// <summary>Nesterov's accelerated gradient with constant momentum.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Momentum">μ, in [0, 1).</param>
/// <param name="Form">Which sequence is reported.</param>
public sealed record Nesterov(double LearningRate = 0.01, double Momentum = 0.9, NesterovForm Form = NesterovForm.Lookahead) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => Form == NesterovForm.Lookahead
        ? starter.Started(new LookaheadState<T>(settings))
        : starter.Started(new PytorchState<T>(settings));

    private struct LookaheadState<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T mu = settings.Get<Nesterov>(s => s.Momentum);
        private Vec2<T> v;

        public readonly Vec2<T> Motion => mu * v;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> q = w - (mu * v);
            v = (mu * v) + (eta * oracle.Gradient(q));
            return w - v;
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) =>
            eta * hessian.Eigenvalues().High * (1 + (2 * mu)) / (2 + (2 * mu));
    }

    private struct PytorchState<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T mu = settings.Get<Nesterov>(s => s.Momentum);
        private Vec2<T> b;

        public readonly Vec2<T> Motion => mu * b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            b = (mu * b) + g;
            return w - (eta * (g + (mu * b)));
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) =>
            eta * hessian.Eigenvalues().High * (1 + (2 * mu)) / (2 + (2 * mu));
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Nesterov = Add(
        "nesterov",
        new Nesterov(),
        new(
            "Nesterov momentum",
            "lookahead:  q = w − μ v;  v ← μ v + η g(q);  w ← w − v\npytorch:    b ← μ b + g(w);  w ← w − η (g(w) + μ b)",
            "Nesterov 1983, Doklady AN SSSR 269:543; Sutskever et al. 2013, ICML")
        {
            Notes =
            [
                "At a constant learning rate the pytorch iterate is the look-ahead point w − μ v of the other form.",
                "torch.optim.SGD(nesterov=True) and optax are the pytorch form.",
                "On a quadratic it is stable where λ_max < (2 + 2μ)/((1 + 2μ) η).",
            ],
        },
        Parameters.Number<Nesterov>(
            "momentum", o => o.Momentum, (o, v) => o with { Momentum = v }, NumberRange.Decay, "μ, the share of the last step that is kept"),
        Parameters.Choice<Nesterov, NesterovForm>("form", o => o.Form, (o, v) => o with { Form = v }, "which sequence is reported"));
}
