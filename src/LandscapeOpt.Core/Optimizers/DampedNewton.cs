using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Damped Newton (Levenberg): Newton steps shortened by a damping that falls with success and rises with failure.</summary>
/// <param name="LearningRate">η, greater than 0; 1 is the full step.</param>
/// <param name="Damping">λ before the first step, greater than 0.</param>
public sealed record DampedNewton(double LearningRate = 1, double Damping = 1e-3) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private T lambda = settings.Get<DampedNewton>(o => o.Damping);
        private Vec2<T> rejected;

        // A rejected step is tried again with more damping, so the point is not at rest.
        public readonly Vec2<T> Motion => rejected;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            (T f, Vec2<T> g) = oracle.Sample(w);
            Symmetric<T> h = oracle.Hessian(w);
            (T low, T high) = h.Eigenvalues();
            T positive = T.Max(-low, 0);
            Vec2<T> trial = w - (eta * h.SolveWithEigenvalues(T.Max(low, 0) + lambda, high + positive + lambda, g));
            T drop = f - oracle.Sample(trial).Loss;
            lambda = T.IfPositive(drop, lambda / 3, 3 * lambda);
            rejected = Vec2<T>.IfPositive(drop, default, trial - w);
            return Vec2<T>.IfPositive(drop, trial, w);
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> DampedNewton = Add(
        "damped-newton",
        new DampedNewton(),
        new(
            "Damped Newton (Levenberg)",
            "p = −(H + (λ + max(0, −λ_min)) I)⁻¹ g\nf(w + η p) < f(w):  w ← w + η p, λ ← λ/3;  otherwise:  w stays, λ ← 3 λ",
            "Levenberg 1944, doi:10.1090/qam/10666; Nocedal & Wright 2006, doi:10.1007/978-0-387-40065-5, chapter 3")
        {
            Notes =
            [
                "The shift by −λ_min keeps the damped Hessian positive where the loss is concave, so p always leads down.",
                "A rejected step leaves the point where it is; the next one is shorter.",
            ],
            Cost = "1 gradient at the trial point and 1 Hessian per step; 1 gradient more after a rejected step",
        },
        Parameters.Number<DampedNewton>("damping", o => o.Damping, (o, v) => o with { Damping = v }, NumberRange.Positive, "λ before the first step"));
}
