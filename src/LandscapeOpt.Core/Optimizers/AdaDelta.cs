using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>AdaDelta: the gradient scaled by the ratio of the root mean squares of earlier steps and of gradients.</summary>
/// <param name="LearningRate">η, greater than 0; 1 is the paper's rule.</param>
/// <param name="Rho">ρ, the decay of both averages, in [0, 1).</param>
/// <param name="Epsilon">ε, added inside both roots, greater than 0.</param>
public sealed record AdaDelta(double LearningRate = 1, double Rho = 0.9, double Epsilon = 1e-6) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T rho = settings.Get<AdaDelta>(o => o.Rho), epsilon = settings.Get<AdaDelta>(o => o.Epsilon);
        private Vec2<T> e, d, step;

        public readonly Vec2<T> Motion => step;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            e = (rho * e) + ((1 - rho) * Vec2<T>.Square(g));
            step = Vec2<T>.Sqrt(d + epsilon) / Vec2<T>.Sqrt(e + epsilon) * g;
            d = (rho * d) + ((1 - rho) * Vec2<T>.Square(step));
            return w - (eta * step);
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> AdaDelta = Add(
        "adadelta",
        new AdaDelta(),
        new(
            "AdaDelta",
            "E ← ρ E + (1−ρ) g²;  d = √(D + ε)/√(E + ε) · g;  D ← ρ D + (1−ρ) d²\nw ← w − η d",
            "Zeiler 2012, arXiv:1212.5701")
        {
            Notes =
            [
                "As torch.optim.Adadelta and optax; η = 1 is the paper's rule, which has no learning rate.",
                "Keras takes η = 0.001 and ρ = 0.95.",
                "D starts at 0, so ε sets the length of the first steps: about √(ε/(1−ρ)).",
            ],
        },
        Parameters.Number<AdaDelta>("rho", o => o.Rho, (o, v) => o with { Rho = v }, NumberRange.Decay, "ρ, decay of the mean squares"),
        Parameters.Number<AdaDelta>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added inside both roots"));
}
