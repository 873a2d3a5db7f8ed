using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Saddle-free Newton: Newton's step with the absolute values of the curvatures, so that saddles repel.</summary>
/// <param name="LearningRate">η, greater than 0; 1 is the full step.</param>
/// <param name="Damping">λ, added to each absolute curvature, at least 0.</param>
public sealed record SaddleFreeNewton(double LearningRate = 1, double Damping = 1e-3) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T lambda = settings.Get<SaddleFreeNewton>(o => o.Damping);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            Symmetric<T> h = oracle.Hessian(w);
            (T low, T high) = h.Eigenvalues();
            return w - (eta * h.WithEigenvalues(1 / (T.Abs(low) + lambda), 1 / (T.Abs(high) + lambda), g));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> SaddleFreeNewton = Add(
        "saddle-free-newton",
        new SaddleFreeNewton(),
        new(
            "Saddle-free Newton",
            "H = Σ λ_i v_i v_iᵀ;  p = −Σ ⟨v_i, g⟩/(|λ_i| + λ) v_i;  w ← w + η p",
            "Dauphin et al. 2014, arXiv:1406.2572")
        {
            Notes =
            [
                "On x² − y² from (1, 0.1) it goes to (0, 0.2), away from the saddle that Newton's method lands on.",
                "The paper works in a Krylov subspace; in the plane the eigenvalues are exact.",
                "Exactly on the line that leads into a saddle nothing repels it.",
            ],
            Cost = "1 gradient and 1 Hessian per step",
        },
        Parameters.Number<SaddleFreeNewton>(
            "damping", o => o.Damping, (o, v) => o with { Damping = v }, NumberRange.NonNegative, "λ, added to each |curvature|"));
}
