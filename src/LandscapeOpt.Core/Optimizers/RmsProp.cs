using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>RMSProp: the gradient divided by the root of a moving average of its square.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Alpha">α, the decay of the averages, in [0, 1).</param>
/// <param name="Epsilon">ε, added to the root, greater than 0.</param>
/// <param name="Momentum">μ, in [0, 1).</param>
/// <param name="Centered">Whether the mean gradient's square is taken off, so that the root is a standard deviation.</param>
public sealed record RmsProp(
    double LearningRate = 0.01, double Alpha = 0.99, double Epsilon = 1e-8, double Momentum = 0, bool Centered = false) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T alpha = settings.Get<RmsProp>(o => o.Alpha), epsilon = settings.Get<RmsProp>(o => o.Epsilon);
        private readonly T mu = settings.Get<RmsProp>(o => o.Momentum), centered = settings.Get<RmsProp>(o => o.Centered ? 1 : 0);
        private Vec2<T> v, c, b;

        public readonly Vec2<T> Motion => b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            v = (alpha * v) + ((1 - alpha) * Vec2<T>.Square(g));
            c = (alpha * c) + ((1 - alpha) * g);

            b = (mu * b) + (g / Preconditioner);
            return w - (eta * b);
        }

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) =>
            eta * hessian.Sharpest(Preconditioner) / (2 + (2 * mu));

        // Rounding can take the variance below 0.
        private readonly Vec2<T> Preconditioner => Vec2<T>.Sqrt(Vec2<T>.Max(v - (centered * Vec2<T>.Square(c)), default)) + epsilon;
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> RmsProp = Add(
        "rmsprop",
        new RmsProp(),
        new(
            "RMSProp",
            "v ← α v + (1−α) g²\ncentered:  c ← α c + (1−α) g;  v̄ = max(v − c², 0);  otherwise v̄ = v\nb ← μ b + g / (√v̄ + ε);  w ← w − η b",
            "Tieleman & Hinton 2012, Coursera lecture 6.5; centered: Graves 2013, arXiv:1308.0850")
        {
            Notes =
            [
                "As torch.optim.RMSprop; its centered form has no guard against a variance that rounds below 0.",
                "Keras and optax take α = 0.9 and add ε inside the root.",
                "On a quadratic, with v at rest, it is stable where λ_max of the preconditioned Hessian < (2 + 2μ)/η (arXiv:2207.14484).",
                "No bias correction: with v starting at 0 the first step is η/√(1−α) long in each coordinate.",
            ],
        },
        Parameters.Number<RmsProp>("alpha", o => o.Alpha, (o, v) => o with { Alpha = v }, NumberRange.Decay, "α, decay of the mean squared gradient"),
        Parameters.Number<RmsProp>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root"),
        Parameters.Number<RmsProp>(
            "momentum", o => o.Momentum, (o, v) => o with { Momentum = v }, NumberRange.Decay, "μ, the share of the last step that is kept"),
        Parameters.Flag<RmsProp>("centered", o => o.Centered, (o, v) => o with { Centered = v }, "divide by the standard deviation instead"));
}
