using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>How far Newton's method goes along its direction.</summary>
public enum NewtonLineSearch
{
    /// <summary>By η, whatever the loss does.</summary>
    None,

    /// <summary>By η, halved until the loss falls enough.</summary>
    Armijo,
}

/// <summary>Newton's method: the step to the stationary point of the local quadratic, be it minimum, saddle or maximum.</summary>
/// <param name="LearningRate">η, greater than 0; 1 is the full step.</param>
/// <param name="LineSearch">How far to go.</param>
public sealed record Newton(double LearningRate = 1, NewtonLineSearch LineSearch = NewtonLineSearch.None) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override bool RunsInLanes => LineSearch == NewtonLineSearch.None;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => LineSearch == NewtonLineSearch.None
        ? starter.Started(default(FullState<T>))
        : ScalarOptimizer.Scalar(starter).Started(default(ArmijoState));

    private struct FullState<T> : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            return w - (eta * oracle.Hessian(w).SolveOr(g, instead: g));
        }
    }

    private struct ArmijoState : IOptimizerState<Real>
    {
        public string? StopReason { get; private set; }

        public Vec2<Real> Step<TOracle>(Vec2<Real> w, Real eta, TOracle oracle)
            where TOracle : struct, IOracle<Real>
        {
            Sample<Real> at = oracle.Sample(w);
            Vec2<Real> p = -oracle.Hessian(w).SolveOr(at.Gradient, instead: at.Gradient);
            var end = Armijo.Descend(w, at, p, eta, oracle);
            StopReason = end is null ? Armijo.Failure : null;
            return end?.W ?? w;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Newton = Add(
        "newton",
        new Newton(),
        new(
            "Newton's method",
            "H p = −g;  w ← w + η p;  p = −g where |det H| < 10⁻¹² (1 + |H|²)\narmijo:  a = η, halved up to 30 times until f(w + a p) <= f(w) + 10⁻⁴ "
                + "a ⟨g, p⟩;  p = −g where ⟨g, p⟩ >= 0",
            "Nocedal & Wright 2006, doi:10.1007/978-0-387-40065-5, chapter 3")
        {
            Notes =
            [
                "Saddles and maxima attract it as minima do: on x² − y² it lands on the saddle in one step.",
                "Solved in closed form from the exact Hessian; where that is singular it takes a gradient step.",
                "Where 30 halvings bring no descent, armijo leaves the point where it is.",
            ],
            Cost = "1 gradient and 1 Hessian per step; armijo: 1 gradient per trial point, and the accepted one's serves the next step",
        },
        Parameters.Choice<Newton, NewtonLineSearch>("lineSearch", o => o.LineSearch, (o, v) => o with { LineSearch = v }, "how far to go along the direction"));
}
