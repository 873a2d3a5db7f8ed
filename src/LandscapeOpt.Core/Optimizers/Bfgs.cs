using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>BFGS: a quasi-Newton method that learns the inverse Hessian from the changes of the gradient.</summary>
/// <param name="LearningRate">η, greater than 0: the longest step that the line search tries, as a share of the quasi-Newton step.</param>
public sealed record Bfgs(double LearningRate = 1) : ScalarOptimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    protected override TResult Start<TResult>(IStarter<Real, TResult> starter) => starter.Started(new State());

    private struct State() : IOptimizerState<Real>
    {
        private Symmetric<Real> b = new(1, 0, 1);
        private bool isScaled;

        public string? StopReason { get; private set; }

        public Vec2<Real> Step<TOracle>(Vec2<Real> w, Real eta, TOracle oracle)
            where TOracle : struct, IOracle<Real>
        {
            Sample<Real> at = oracle.Sample(w);
            if (Armijo.Descend(w, at, -(b * at.Gradient), eta, oracle) is not { } end)
            {
                StopReason = Armijo.Failure;
                return w;
            }

            StopReason = null;
            Learn(end.W - w, end.Sample.Gradient - at.Gradient);
            return end.W;
        }

        private void Learn(Vec2<Real> s, Vec2<Real> y)
        {
            Real curvature = Vec2<Real>.Dot(y, s);
            if (curvature <= 1e-10)
            {
                return;
            }

            if (!isScaled)
            {
                Real scale = curvature / Vec2<Real>.Dot(y, y);
                (b, isScaled) = (new(scale, 0, scale), true);
            }

            // (I − r s yᵀ) B (I − r y sᵀ) + r s sᵀ, multiplied out.
            Real r = 1 / curvature;
            Vec2<Real> by = b * y;
            Real square = r + (r * r * Vec2<Real>.Dot(y, by));
            b = new(
                b.XX - (2 * r * s.X * by.X) + (square * s.X * s.X),
                b.XY - (r * ((s.X * by.Y) + (s.Y * by.X))) + (square * s.X * s.Y),
                b.YY - (2 * r * s.Y * by.Y) + (square * s.Y * s.Y));
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Bfgs = Add(
        "bfgs",
        new Bfgs(),
        new(
            "BFGS",
            "p = −B g, or −g where ⟨g, p⟩ >= 0;  a = η, halved up to 30 times until f(w + a p) <= f(w) + 10⁻⁴ a ⟨g, p⟩\n"
            + "w′ = w + a p;  s = w′ − w;  y = g(w′) − g;  r = 1/⟨y, s⟩\nB ← (I − r s yᵀ) B (I − r y sᵀ) + r s sᵀ  where ⟨y, s⟩ > 10⁻¹⁰",
            "Broyden 1970, doi:10.1093/imamat/6.1.76; Fletcher 1970, doi:10.1093/comjnl/13.3.317; Goldfarb 1970, "
                + "doi:10.1090/S0025-5718-1970-0258249-6; Shanno 1970, doi:10.1090/S0025-5718-1970-0274029-X")
        {
            Notes =
            [
                "The inverse form, as in SciPy; SciPy searches with the strong Wolfe conditions, this with Armijo's alone, and skips updates of "
                    + "small curvature.",
                "B starts as I and is scaled to ⟨y, s⟩/⟨y, y⟩ before the first update.",
                "Where 30 halvings bring no descent the point stays where it is.",
            ],
            Cost = "1 gradient per trial point; the accepted one's serves the next step",
        });
}
