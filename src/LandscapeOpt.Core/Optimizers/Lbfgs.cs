using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>How far L-BFGS goes along its direction.</summary>
public enum LbfgsLineSearch
{
    /// <summary>By η, whatever the loss does.</summary>
    None,

    /// <summary>Until the strong Wolfe conditions hold, beginning with η.</summary>
    StrongWolfe,
}

/// <summary>L-BFGS: a quasi-Newton method that keeps the last steps and gradient changes instead of a matrix.</summary>
/// <param name="LearningRate">η, greater than 0; 1 is the full quasi-Newton step.</param>
/// <param name="Memory">How many steps are kept, from 1 to 10,000.</param>
/// <param name="LineSearch">How far to go.</param>
public sealed record Lbfgs(double LearningRate = 1, int Memory = 100, LbfgsLineSearch LineSearch = LbfgsLineSearch.None) : ScalarOptimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    protected override TResult Start<TResult>(IStarter<Real, TResult> starter) => starter.Started(new State(this));

    private struct State(Lbfgs settings) : IOptimizerState<Real>
    {
        private const double GradientTolerance = 1e-7, ChangeTolerance = 1e-9;

        private readonly bool searches = settings.LineSearch == LbfgsLineSearch.StrongWolfe;
        private LbfgsMemory memory = new(settings.Memory);
        private Vec2<Real> before;
        private Sample<Real> there;
        private bool hasMoved;

        public Vec2<Real> Step<TOracle>(Vec2<Real> w, Real eta, TOracle oracle)
            where TOracle : struct, IOracle<Real>
        {
            Sample<Real> at = oracle.Sample(w);
            Vec2<Real> g = at.Gradient;
            if (Largest(g) <= GradientTolerance
                || (hasMoved && (Largest(w - before) <= ChangeTolerance || Math.Abs(at.Loss - there.Loss) < ChangeTolerance)))
            {
                return w;
            }

            double t = eta;
            if (hasMoved)
            {
                memory.Keep(w - before, g - there.Gradient);
            }
            else
            {
                t *= Math.Min(1, 1 / (Math.Abs(g.X) + Math.Abs(g.Y)));
            }

            Vec2<Real> p = memory.Direction(g);
            if (Vec2<Real>.Dot(g, p) > -ChangeTolerance)
            {
                return w;
            }

            (before, there, hasMoved) = (w, at, true);
            return w + ((Real)(searches ? StrongWolfe.Search(w, at, p, t, oracle) : t) * p);
        }

        private static double Largest(Vec2<Real> v) => Math.Max(Math.Abs(v.X), Math.Abs(v.Y));
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Lbfgs = Add(
        "lbfgs",
        new Lbfgs(),
        new(
            "L-BFGS",
            "s = w − w₋;  y = g − g₋, kept where ⟨y, s⟩ > 10⁻¹⁰;  r_i = 1/⟨y_i, s_i⟩;  q = −g\n"
            + "newest to oldest: a_i = r_i ⟨s_i, q⟩, q ← q − a_i y_i;  q ← ⟨y, s⟩/⟨y, y⟩ q;  oldest to newest: q ← q + (a_i − r_i ⟨y_i, q⟩) s_i\n"
            + "w ← w + t q;  t = η, in the first step η min(1, 1/|g|₁);  strong-wolfe: t from the line search, 10⁻⁴ and 0.9",
            "Liu & Nocedal 1989, doi:10.1007/BF01589116; line search: Nocedal & Wright 2006, doi:10.1007/978-0-387-40065-5, chapter 3.5")
        {
            Notes =
            [
                "As torch.optim.LBFGS with one iteration a step; the line search interpolates cubically and ends after 25 evaluations.",
                "It stops moving, as there, where |g|∞ <= 1e-7, ⟨g, q⟩ > −1e-9, the last step was at most 1e-9 or changed the loss by less than 1e-9.",
                "It assumes one function: weights that change from step to step, and noise, spoil the pairs (s, y).",
            ],
            Cost = "1 gradient per step; strong-wolfe also 1 per trial point",
        },
        Parameters.Integer<Lbfgs>("memory", o => o.Memory, (o, v) => o with { Memory = (int)v }, new(1, 10_000), "how many steps are kept"),
        Parameters.Choice<Lbfgs, LbfgsLineSearch>("lineSearch", o => o.LineSearch, (o, v) => o with { LineSearch = v }, "how far to go along the direction"));
}
