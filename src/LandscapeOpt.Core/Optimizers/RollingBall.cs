using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>
/// Rolling ball: a ball of radius ρ rests on the graph of the loss. Its centre moves along the tangent, and the next point is where the
/// graph is nearest to the moved centre, so the ball rolls over valleys that it does not fit into.
/// </summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Radius">ρ, at least 0.</param>
/// <param name="ProjectionRate">γ, the step size of the projection, greater than 0.</param>
/// <param name="ProjectionSteps">N, the steps of the projection, from 1 to 10,000.</param>
public sealed record RollingBall(
    double LearningRate = 0.01, double Radius = 0.1, double ProjectionRate = 1e-3, int ProjectionSteps = 100) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T rho = settings.Get<RollingBall>(o => o.Radius), gamma = settings.Get<RollingBall>(o => o.ProjectionRate);
        private readonly int steps = settings.Common<RollingBall>().ProjectionSteps;

        public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            (T f, Vec2<T> g) = oracle.Sample(w);
            T n = T.Sqrt(1 + Vec2<T>.Dot(g, g));
            Vec2<T> centre = w - (rho / n * g) - (eta * g);
            T height = f + (rho / n) - (eta * Vec2<T>.Dot(g, g));
            Vec2<T> u = w;
            for (int i = 0; i < steps; i++)
            {
                (T fu, Vec2<T> gu) = oracle.Sample(u);
                u -= gamma * (u - centre + ((fu - height) * gu));
            }

            return u;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> RollingBall = Add(
        "rolling-ball",
        new RollingBall(),
        new(
            "Rolling ball",
            "n = √(1 + |g|²);  c = w − ρ g/n − η g;  c_z = f + ρ/n − η |g|²\nu₀ = w;  N times:  u ← u − γ [(u − c) + (f(u) − c_z) g(u)];  w ← u_N",
            "Belgoumri et al. 2025, arXiv:2505.19527 (the later version of its code)")
        {
            Notes =
            [
                "A minimum of curvature above 1/ρ cannot be reached: the ball does not fit.",
                "The projection diverges where γ λ_max(I + g gᵀ + (f − c_z) H) > 2.",
                "Its code's default is γ = 0.1, N = 10; its examples take (η, ρ, γ, N) = (0.001, 0.03, 0.05, 20) and (1, 10, 0.001, 100).",
            ],
            Cost = "1 + projectionSteps gradients per step",
        },
        Parameters.Number<RollingBall>("radius", o => o.Radius, (o, v) => o with { Radius = v }, NumberRange.NonNegative, "ρ, the ball's radius"),
        Parameters.Number<RollingBall>(
            "projectionRate", o => o.ProjectionRate, (o, v) => o with { ProjectionRate = v }, NumberRange.Positive,
            "γ, step size of the projection on the graph"),
        Parameters.Integer<RollingBall>(
            "projectionSteps", o => o.ProjectionSteps, (o, v) => o with { ProjectionSteps = (int)v }, new(1, 10_000), "N, steps of the projection"));
}
