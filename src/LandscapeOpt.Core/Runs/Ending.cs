using System.Globalization;
using static System.FormattableString;

namespace LandscapeOpt.Runs;

/// <summary>Why a run ends: what <see cref="Outcome"/> says in words.</summary>
internal enum Ending
{
    /// <summary>It does not end here.</summary>
    None,

    /// <summary>A coordinate of the point is NaN or infinite.</summary>
    PointNotFinite,

    /// <summary>A coordinate is beyond <see cref="StopRules.DivergedBeyond"/>.</summary>
    BeyondLimit,

    /// <summary>The loss is NaN or infinite.</summary>
    LossNotFinite,

    /// <summary>The gradient is NaN or infinite.</summary>
    GradientNotFinite,

    /// <summary>The rule <see cref="StopRules.LossBelow"/> holds.</summary>
    LossReached,

    /// <summary>The rule <see cref="StopRules.GradientNorm"/> holds.</summary>
    GradientReached,

    /// <summary>The point is outside the domain and the run stops there.</summary>
    OutsideDomain,

    /// <summary>All steps are done.</summary>
    AllSteps,

    /// <summary>The budget <see cref="StopRules.Evaluations"/> is used.</summary>
    AllEvaluations,

    /// <summary>Updates are smaller than the spacing of doubles.</summary>
    UpdateTooSmall,

    /// <summary>A criterion of the update rule's own.</summary>
    RuleStops,

    /// <summary>A guided run has arrived.</summary>
    AtTarget,

    /// <summary>All weights are zero although gradients are not.</summary>
    NoWeight,

    /// <summary>The gradient is exactly zero.</summary>
    NoGradient,
}

/// <summary>What an ending is called and how it reads.</summary>
internal static class Endings
{
    internal static OutcomeKind Kind(this Ending ending) => ending switch
    {
        Ending.AllSteps or Ending.AllEvaluations => OutcomeKind.Finished,
        Ending.LossReached or Ending.GradientReached or Ending.AtTarget or Ending.NoGradient => OutcomeKind.Converged,
        Ending.UpdateTooSmall or Ending.RuleStops or Ending.NoWeight => OutcomeKind.Stalled,
        Ending.OutsideDomain => OutcomeKind.LeftDomain,
        _ => OutcomeKind.Diverged,
    };

    /// <summary>The ending in words.</summary>
    /// <param name="ending">Why.</param>
    /// <param name="step">When.</param>
    /// <param name="run">The run that ends.</param>
    /// <param name="ofRule">The update rule's own reason, if it has one.</param>
    internal static Outcome? Outcome(this Ending ending, int step, Run run, string? ofRule = null) =>
        ending == Ending.None ? null : new(ending.Kind(), step, ending == Ending.RuleStops ? ofRule! : ending.Reason(run));

    private static string Reason(this Ending ending, Run run) => ending switch
    {
        Ending.PointNotFinite => "the point is not finite",
        Ending.BeyondLimit => $"a coordinate is beyond {run.Stop.DivergedBeyond.ToString("0.###e0", CultureInfo.InvariantCulture)}",
        Ending.LossNotFinite => "the loss is not finite",
        Ending.GradientNotFinite => "the gradient is not finite",
        Ending.LossReached => Invariant($"the loss is at most {run.Stop.LossBelow}"),
        Ending.GradientReached => Invariant($"the gradient norm is at most {run.Stop.GradientNorm}"),
        Ending.OutsideDomain => "the point left the domain",
        Ending.AllSteps => run.Steps == 1 ? "the one step is done" : Invariant($"all {run.Steps} steps are done"),
        Ending.AllEvaluations => Invariant($"the budget of {run.Stop.Evaluations} evaluations is used"),
        Ending.UpdateTooSmall => "the update is smaller than the spacing of doubles, so no step can move the point any more",
        Ending.AtTarget => "the point is the target",
        Ending.NoWeight when run.Mixing.NeedsTarget =>
            "no component's gradient leads towards the target, so all weights are 0 and no step can move the point any more",
        Ending.NoWeight => "all weights are 0, so no step can move the point any more",
        _ => "the gradient is exactly 0",
    };
}
