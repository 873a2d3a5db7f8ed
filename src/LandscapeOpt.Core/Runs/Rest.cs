using LandscapeOpt.Numbers;

namespace LandscapeOpt.Runs;

/// <summary>
/// Finds out whether a step that did not move the point was the last that ever could: the rule remembers no motion, and neither chance,
/// the step number nor a rising learning rate can bring any.
/// </summary>
internal sealed class Rest(Run run)
{
    private readonly bool isRandom = run.Transforms.Any(t => t.IsRandom);
    private double[]? highestLater;

    internal Outcome? Check(StepView view, Point next, Point motion, string? stopReason, bool skipped)
    {
        if (next != view.W || motion != default || isRandom || skipped)
        {
            return null;
        }

        bool flat = Array.TrueForAll(view.ComponentGradients, g => g == default);
        if (run.Mixing.Varies(view.Weights.Length) && !flat)
        {
            return null;
        }

        if (view.MixedGradient != default)
        {
            return stopReason is not null ? new(OutcomeKind.Stalled, view.Step, stopReason)
                : view.LearningRate > 0 && HighestLater(view.Step) <= view.LearningRate
                ? new(OutcomeKind.Stalled, view.Step, "the update is smaller than the spacing of doubles, so no step can move the point any more")
                : null;
        }

        return run.Mixing.NeedsTarget && view.W == run.Target ? new(OutcomeKind.Converged, view.Step, "the point is the target")
            : !flat && Array.TrueForAll(view.Weights, a => a == 0) ? new(OutcomeKind.Stalled, view.Step, Deadlock)
            : new(OutcomeKind.Converged, view.Step, "the gradient is exactly 0");
    }

    private string Deadlock => run.Mixing.NeedsTarget
        ? "no component's gradient leads towards the target, so all weights are 0 and no step can move the point any more"
        : "all weights are 0, so no step can move the point any more";

    // The highest learning rate after a step; looked up only by runs that stand still.
    private double HighestLater(int step)
    {
        if (highestLater is null)
        {
            highestLater = new double[run.Steps + 1];
            for (int t = run.Steps - 1; t > 0; t--)
            {
                double rate = run.Schedule.At(t, new(run.Optimizer.LearningRate, run.Steps));
                highestLater[t - 1] = Math.Max(highestLater[t], rate);
            }
        }

        return highestLater[step];
    }
}
