using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Gradient descent: w ← w − η g.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
public sealed record HalvedDescent(double LearningRate = 0.01) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(default(State<T>));

    private struct State<T> : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T> => w - (0.5 * eta * oracle.Gradient(w));

        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta) => 0.5 * eta * hessian.Eigenvalues().High;
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> HalvedDescent = Add(
        "halved-gd",
        new HalvedDescent(),
        new("Gradient descent", "w ← w − η g(w)", "Cauchy 1847, Comptes rendus 25:536")
        {
            Notes =
            [
                "As torch.optim.SGD without momentum.",
                "On a quadratic it is stable where λ_max < 2/η. That edge is its own: momentum, Adam, SAM and others have theirs (describe stability).",
            ],
        });
}
