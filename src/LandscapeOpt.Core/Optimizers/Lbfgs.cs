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
/// <param name="GradientTolerance">The largest gradient coordinate at which it stops moving, at least 0.</param>
/// <param name="ChangeTolerance">The step, the change of the loss and the slope at which it stops moving, at least 0.</param>
public sealed record Lbfgs(
    double LearningRate = 1,
    int Memory = 100,
    LbfgsLineSearch LineSearch = LbfgsLineSearch.None,
    double GradientTolerance = 1e-7,
    double ChangeTolerance = 1e-9) : ScalarOptimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    protected override TResult Start<TResult>(IStarter<Real, TResult> starter) => starter.Started(new State(this));

    private struct State(Lbfgs settings) : IOptimizerState<Real>
    {
        private readonly double gradientTolerance = settings.GradientTolerance, changeTolerance = settings.ChangeTolerance;
        private readonly bool searches = settings.LineSearch == LbfgsLineSearch.StrongWolfe;
        private LbfgsMemory memory = new(settings.Memory);
        private Vec2<Real> s;
        private Sample<Real> there;
        private bool hasMoved;

        public string? StopReason { get; private set; }

        public Vec2<Real> Step<TOracle>(Vec2<Real> w, Real eta, TOracle oracle)
            where TOracle : struct, IOracle<Real>
        {
            Sample<Real> at = oracle.Sample(w);
            Vec2<Real> g = at.Gradient;
            StopReason = Largest(g) <= gradientTolerance ? "the gradient is within the rule's gradientTolerance"
                : hasMoved && Largest(s) <= changeTolerance ? "the last step was within the rule's changeTolerance"
                : hasMoved && Math.Abs(at.Loss - there.Loss) < changeTolerance ? "the loss changed by less than the rule's changeTolerance"
                : null;
            if (StopReason is not null)
            {
                return w;
            }

            double t = eta;
            LbfgsMemory pairs = memory;
            if (hasMoved)
            {
                pairs.Keep(s, g - there.Gradient);
            }
            else
            {
                t *= Math.Min(1, 1 / (Math.Abs(g.X) + Math.Abs(g.Y)));
            }

            Vec2<Real> p = pairs.Direction(g);
            if (Vec2<Real>.Dot(g, p) > -changeTolerance)
            {
                StopReason = "the slope along the step is within the rule's changeTolerance";
                return w;
            }

            (s, there, memory, hasMoved) = ((Real)(searches ? StrongWolfe.Search(w, at, p, t, oracle) : t) * p, at, pairs, true);
            return w + s;
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
                "It stops moving, as there, where |g|∞ is within gradientTolerance, or the slope ⟨g, q⟩, the last step or its change of the loss "
                    + "within changeTolerance.",
                "It assumes one function: weights that change from step to step, and noise, spoil the pairs (s, y).",
            ],
            Cost = "1 gradient per step; strong-wolfe: 1 per trial point, and the last one's serves the next step where it is taken",
        },
        Parameters.Integer<Lbfgs>("memory", o => o.Memory, (o, v) => o with { Memory = (int)v }, new(1, 10_000), "how many steps are kept"),
        Parameters.Choice<Lbfgs, LbfgsLineSearch>("lineSearch", o => o.LineSearch, (o, v) => o with { LineSearch = v }, "how far to go along the direction"),
        Parameters.Number<Lbfgs>(
            "gradientTolerance", o => o.GradientTolerance, (o, v) => o with { GradientTolerance = v }, NumberRange.NonNegative,
            "gradient at which it stops moving"),
        Parameters.Number<Lbfgs>(
            "changeTolerance", o => o.ChangeTolerance, (o, v) => o with { ChangeTolerance = v }, NumberRange.NonNegative,
            "step, slope and change of loss at which it stops moving"));
}
