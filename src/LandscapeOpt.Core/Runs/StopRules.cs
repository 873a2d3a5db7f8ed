using System.Globalization;
using static System.FormattableString;

namespace LandscapeOpt.Runs;

/// <summary>When a run ends before its last step.</summary>
public sealed record StopRules
{
    /// <summary>Converged where the norm of the objective's gradient is at most this; null never.</summary>
    public double? GradientNorm { get; init; }

    /// <summary>Converged where the objective's loss is at most this; null never.</summary>
    public double? LossBelow { get; init; }

    /// <summary>Whether leaving the landscape's domain ends the run.</summary>
    public bool LeaveDomain { get; init; }

    /// <summary>Diverged where a coordinate exceeds this in absolute value; greater than 0.</summary>
    public double DivergedBeyond { get; init; } = 1e6;

    /// <summary>The outcome at the point that the view shows, if the run ends here.</summary>
    internal Outcome? Check(StepView view, int steps)
    {
        (OutcomeKind Kind, string Reason)? end = Diverged(view) ?? Converged(view);
        if (end is null && LeaveDomain && !view.Domain.Contains(view.W))
        {
            end = (OutcomeKind.LeftDomain, "the point left the domain");
        }

        if (end is null && view.Step == steps)
        {
            end = (OutcomeKind.Finished, steps == 1 ? "the one step is done" : Invariant($"all {steps} steps are done"));
        }

        return end is { } e ? new(e.Kind, view.Step, e.Reason) : null;
    }

    private (OutcomeKind Kind, string Reason)? Diverged(StepView view)
    {
        if (!view.W.IsFinite)
        {
            return (OutcomeKind.Diverged, "the point is not finite");
        }

        if (Math.Max(Math.Abs(view.W.X), Math.Abs(view.W.Y)) > DivergedBeyond)
        {
            return (OutcomeKind.Diverged, $"a coordinate is beyond {DivergedBeyond.ToString("0.###e0", CultureInfo.InvariantCulture)}");
        }

        return !double.IsFinite(view.Loss) ? (OutcomeKind.Diverged, "the loss is not finite")
            : !view.Gradient.IsFinite ? (OutcomeKind.Diverged, "the gradient is not finite")
            : null;
    }

    private (OutcomeKind Kind, string Reason)? Converged(StepView view) =>
        view.Loss <= LossBelow ? (OutcomeKind.Converged, Invariant($"the loss is at most {LossBelow}"))
        : view.GradientNorm <= GradientNorm ? (OutcomeKind.Converged, Invariant($"the gradient norm is at most {GradientNorm}"))
        : null;
}
