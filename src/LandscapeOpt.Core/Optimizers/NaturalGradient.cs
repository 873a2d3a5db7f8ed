using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// Natural gradient: the steepest descent in the metric of the model's own predictions. For a loss ½ Σ r_i² of residuals with Gaussian noise
/// of variance 1 the Fisher matrix is JᵀJ.
/// </summary>
/// <param name="LearningRate">η, greater than 0; 1 is the full step.</param>
/// <param name="Damping">λ, added to the Fisher matrix's diagonal, at least 0.</param>
public sealed record NaturalGradient(double LearningRate = 1, double Damping = 1e-3) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override bool NeedsResiduals => true;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T lambda = settings.Get<NaturalGradient>(o => o.Damping);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            return w - (eta * oracle.GaussNewton(w).Shift(lambda).SolveOr(g, instead: g));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> NaturalGradient = Add(
        "natural-gradient",
        new NaturalGradient(),
        new(
            "Natural gradient",
            "F = JᵀJ;  w ← w − η (F + λ I)⁻¹ g;  a gradient step where F + λ I is singular",
            "Amari 1998, doi:10.1162/089976698300017746")
        {
            Notes =
            [
                "F is the Fisher matrix of a Gaussian likelihood of variance 1, which is the Gauss-Newton matrix; a landscape without residuals has none.",
                "The empirical Fisher, made of gradients at the true labels, is another matrix.",
            ],
            Cost = "1 gradient and 1 Gauss-Newton matrix per step",
        },
        Parameters.Number<NaturalGradient>("damping", o => o.Damping, (o, v) => o with { Damping = v }, NumberRange.NonNegative, "λ, added to F's diagonal"));
}
