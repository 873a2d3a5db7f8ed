using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

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

    /// <summary>
    /// Finished where the optimizer has asked for this many gradients and Hessians; null never. Steps are not cut short, so that rules
    /// with several evaluations a step may end above it by less than a step's. The number of steps stays a limit of its own.
    /// </summary>
    public long? Evaluations { get; init; }

    /// <summary>The rules as files and sweeps write them.</summary>
    public static IReadOnlyList<Parameter> Keys { get; } =
    [
        Parameters.OptionalNumber<StopRules>(
            "gradientNorm",
            s => s.GradientNorm,
            (s, v) => s with { GradientNorm = v },
            NumberRange.NonNegative,
            "converged where the gradient's norm is at most this"),
        Parameters.OptionalNumber<StopRules>(
            "lossBelow", s => s.LossBelow, (s, v) => s with { LossBelow = v }, NumberRange.Any, "converged where the loss is at most this"),
        Parameters.Flag<StopRules>(
            "leaveDomain", s => s.LeaveDomain, (s, v) => s with { LeaveDomain = v }, "whether leaving the landscape's domain ends the run"),
        Parameters.Number<StopRules>(
            "divergedBeyond",
            s => s.DivergedBeyond,
            (s, v) => s with { DivergedBeyond = v },
            NumberRange.Positive,
            "diverged where a coordinate exceeds this in absolute value"),
        Parameters.OptionalInteger<StopRules>(
            "evaluations",
            s => s.Evaluations,
            (s, v) => s with { Evaluations = v },
            NumberRange.NonNegative,
            "finished where the optimizer has asked for this many gradients and Hessians"),
    ];

    /// <summary>Whether and why a run ends at a point, whatever its step.</summary>
    internal Ending At(Point w, double loss, Point gradient, in Domain domain) =>
        !w.IsFinite ? Ending.PointNotFinite
        : Math.Max(Math.Abs(w.X), Math.Abs(w.Y)) > DivergedBeyond ? Ending.BeyondLimit
        : !double.IsFinite(loss) ? Ending.LossNotFinite
        : !gradient.IsFinite ? Ending.GradientNotFinite
        : loss <= LossBelow ? Ending.LossReached
        : gradient.Norm <= GradientNorm ? Ending.GradientReached
        : LeaveDomain && !domain.Contains(w) ? Ending.OutsideDomain
        : Ending.None;

    /// <summary>The outcome at the point that the view shows, if the run ends here.</summary>
    internal Outcome? Check(StepView view)
    {
        Ending ending = At(view.W, view.Loss, view.Gradient, view.Domain);
        return (ending != Ending.None ? ending
            : view.Step == view.Run.Steps ? Ending.AllSteps
            : view.Evaluations >= Evaluations ? Ending.AllEvaluations
            : Ending.None).Outcome(view.Step, view.Run);
    }
}
