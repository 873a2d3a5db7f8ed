using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Which history heavy-ball momentum keeps.</summary>
public enum MomentumForm
{
    /// <summary>v ← μ v + η g; w ← w − v: every gradient keeps the learning rate of its own step.</summary>
    Sutskever,

    /// <summary>b ← μ b + g; w ← w − η b: the whole history is scaled by the current learning rate.</summary>
    Pytorch,
}

/// <summary>Heavy-ball momentum. Both forms give the same iterates at a constant learning rate.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Momentum">μ, in [0, 1).</param>
/// <param name="Form">Which history is kept.</param>
public sealed record HeavyBall(double LearningRate = 0.01, double Momentum = 0.9, MomentumForm Form = MomentumForm.Sutskever) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => Form == MomentumForm.Sutskever
        ? starter.Started(new SutskeverState<T>(settings))
        : starter.Started(new PytorchState<T>(settings));

    private struct SutskeverState<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T mu = settings.Get<HeavyBall>(s => s.Momentum);
        private Vec2<T> v;

        public readonly Vec2<T> Motion => mu * v;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            v = (mu * v) + (eta * oracle.Gradient(w));
            return w - v;
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) => eta * hessian.Eigenvalues().High / (2 + (2 * mu));
    }

    private struct PytorchState<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T mu = settings.Get<HeavyBall>(s => s.Momentum);
        private Vec2<T> b;

        public readonly Vec2<T> Motion => mu * b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            b = (mu * b) + oracle.Gradient(w);
            return w - (eta * b);
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) => eta * hessian.Eigenvalues().High / (2 + (2 * mu));
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Momentum = Add(
        "momentum",
        new HeavyBall(),
        new(
            "Heavy-ball momentum",
            "sutskever:  v ← μ v + η g(w);  w ← w − v\npytorch:    b ← μ b + g(w);  w ← w − η b",
            "Polyak 1964, doi:10.1016/0041-5553(64)90137-5; Sutskever et al. 2013, ICML (both forms)")
        {
            Notes =
            [
                "The forms agree at a constant learning rate and differ as soon as a schedule varies it: pytorch rescales the whole history with the "
                    + "current rate, "
                + "sutskever keeps each gradient at the rate of its step. The key form chooses: form=pytorch to compare with PyTorch.",
                "torch.optim.SGD and optax are the pytorch form (dampening 0); Keras is the sutskever form.",
                "The sin/cos post's printed results need momentum 0.99, which it does not state.",
                "On a quadratic it is stable where λ_max < (2 + 2μ)/η.",
            ],
        },
        Parameters.Number<HeavyBall>(
            "momentum", o => o.Momentum, (o, v) => o with { Momentum = v }, NumberRange.Decay, "μ, the share of the last step that is kept"),
        Parameters.Choice<HeavyBall, MomentumForm>("form", o => o.Form, (o, v) => o with { Form = v }, "which history is kept when the learning rate varies"));
}
