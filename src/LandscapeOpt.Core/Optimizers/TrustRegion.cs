using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Trust region: the exact minimum of the local quadratic within a radius that grows while the quadratic predicts well.</summary>
/// <param name="LearningRate">η, greater than 0: the share of the step that is tried; 1 is the published rule.</param>
/// <param name="Radius">Δ before the first step, greater than 0.</param>
/// <param name="MaximumRadius">The largest Δ, greater than 0.</param>
/// <param name="Accept">The ratio of actual to predicted reduction above which a step is taken, in [0, 0.25).</param>
/// <param name="GradientTolerance">The gradient norm at which it stops moving, at least 0.</param>
public sealed record TrustRegion(
    double LearningRate = 1, double Radius = 1, double MaximumRadius = 1000, double Accept = 0.15, double GradientTolerance = 1e-4) : ScalarOptimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    protected override TResult Start<TResult>(IStarter<Real, TResult> starter) => starter.Started(new State(this));

    private struct State(TrustRegion settings) : IOptimizerState<Real>
    {
        private readonly double accept = settings.Accept, maximum = settings.MaximumRadius, tolerance = settings.GradientTolerance;
        private double radius = Math.Min(settings.Radius, settings.MaximumRadius);
        private Vec2<Real> rejected;

        // A rejected step is tried again within a smaller radius, so the point is not at rest.
        public readonly Vec2<Real> Motion => rejected;

        public string? StopReason { get; private set; }

        public Vec2<Real> Step<TOracle>(Vec2<Real> w, Real eta, TOracle oracle)
            where TOracle : struct, IOracle<Real>
        {
            (rejected, StopReason) = (default, null);
            (Real f, Vec2<Real> g) = oracle.Sample(w);
            if (Vec2<Real>.Norm(g) <= tolerance)
            {
                StopReason = "the gradient norm is within the rule's gradientTolerance";
                return w;
            }

            Symmetric<Real> h = oracle.Hessian(w);
            Vec2<Real> whole = TrustRegionModel.Minimum(g, h, radius), p = eta * whole;
            double predicted = -(Vec2<Real>.Dot(g, p) + (0.5 * Vec2<Real>.Dot(p, h * p)));
            if (!(predicted > 0))
            {
                StopReason = "the quadratic model predicts no reduction";
                return w;
            }

            Vec2<Real> trial = w + p;
            double ratio = (f - oracle.Sample(trial).Loss) / predicted;
            bool isAtEdge = Vec2<Real>.Norm(whole) >= radius * (1 - 1e-10);
            radius = !(ratio >= 0.25) ? radius / 4 : ratio > 0.75 && isAtEdge ? Math.Min(2 * radius, maximum) : radius;
            if (ratio > accept)
            {
                return trial;
            }

            rejected = trial - w;
            return w;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> TrustRegion = Add(
        "trust-region",
        new TrustRegion(),
        new(
            "Trust region, exact",
            "p = η argmin_{|p| <= Δ} m(p),  m(p) = ⟨g, p⟩ + ½ ⟨p, H p⟩;  ρ = (f(w) − f(w + p))/(−m(p))\n"
            + "ρ < 1/4: Δ ← Δ/4;  ρ > 3/4 and |p| = Δ: Δ ← min(2Δ, maximumRadius);  ρ > accept: w ← w + p",
            "Moré & Sorensen 1983, doi:10.1137/0904038; Nocedal & Wright 2006, doi:10.1007/978-0-387-40065-5, chapter 4")
        {
            Notes =
            [
                "Radii and thresholds as SciPy's trust-exact; the model's minimum is exact, also in the hard case.",
                "In the hard case, where g has no part along the most negative curvature, it steps along that eigenvector's positive side.",
                "It stops moving where |g| <= gradientTolerance or the model predicts no reduction; a rejected step leaves the point for one step.",
            ],
            Cost = "1 gradient at the trial point and 1 Hessian per step; 1 gradient more after a rejected step",
        },
        Parameters.Number<TrustRegion>("radius", o => o.Radius, (o, v) => o with { Radius = v }, NumberRange.Positive, "Δ before the first step"),
        Parameters.Number<TrustRegion>("maximumRadius", o => o.MaximumRadius, (o, v) => o with { MaximumRadius = v }, NumberRange.Positive, "the largest Δ"),
        Parameters.Number<TrustRegion>(
            "accept", o => o.Accept, (o, v) => o with { Accept = v }, new(0, 0.25, IncludesTo: false),
            "ratio of actual to predicted reduction above which a step is taken"),
        Parameters.Number<TrustRegion>(
            "gradientTolerance", o => o.GradientTolerance, (o, v) => o with { GradientTolerance = v }, NumberRange.NonNegative,
            "gradient norm at which it stops moving"));
}
