using LandscapeOpt.Numbers;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Runs;

/// <summary>
/// Finds out whether a step that did not move the point was the last that ever could: the rule remembers no motion, and neither chance,
/// the step number nor a rising learning rate can bring any.
/// </summary>
internal sealed class Rest(Run run)
{
    private readonly bool isRandom = run.Transforms.Any(t => t.IsRandom), varies = run.Mixing.Varies(run.Landscape.Components.Count);
    private double[]? highestLater;

    internal Outcome? Check(StepView view, Point next, RunningOptimizer optimizer, bool skipped)
    {
        // The rule is asked only where the point rests: states that keep the interface's default answers are boxed to give them.
        if (next != view.W || skipped || optimizer.Motion != default)
        {
            return null;
        }

        string? stopReason = optimizer.StopReason;
        bool isFlat = Array.TrueForAll(view.ComponentGradients, g => g == default), isWeightless = Array.TrueForAll(view.Weights, a => a == 0);
        return After(view.Step, view.W, view.LearningRate, view.MixedGradient, stopReason is not null, isFlat, isWeightless)
            .Outcome(view.Step, run, stopReason);
    }

    /// <summary>Whether and why the run ends after a step that moved neither point nor memory.</summary>
    /// <param name="step">The step.</param>
    /// <param name="w">Where it was taken.</param>
    /// <param name="rate">Its learning rate.</param>
    /// <param name="mixed">The gradient that the optimizer saw last.</param>
    /// <param name="stops">Whether the rule has decided by a criterion of its own to stay.</param>
    /// <param name="isFlat">Whether every component's gradient is zero there.</param>
    /// <param name="isWeightless">Whether every weight is zero.</param>
    internal Ending After(int step, Point w, double rate, Point mixed, bool stops, bool isFlat, bool isWeightless)
    {
        if (isRandom || (varies && !isFlat))
        {
            return Ending.None;
        }

        if (mixed != default)
        {
            return stops ? Ending.RuleStops
                : rate > 0 && HighestLater(step) <= rate ? Ending.UpdateTooSmall
                : Ending.None;
        }

        return run.Mixing.NeedsTarget && w == run.Target ? Ending.AtTarget
            : !isFlat && isWeightless ? Ending.NoWeight
            : Ending.NoGradient;
    }

    // The highest learning rate after a step; looked up only by runs that stand still.
    private double HighestLater(int step)
    {
        if (run.Schedule is Constant)
        {
            return step + 1 < run.Steps ? run.Optimizer.LearningRate : 0;
        }

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
