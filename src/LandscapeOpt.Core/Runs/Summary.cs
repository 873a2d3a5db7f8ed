namespace LandscapeOpt.Runs;

/// <summary>Gathers what a result says about the whole path.</summary>
internal sealed class Summary
{
    private double bestLoss = double.PositiveInfinity;
    private int bestStep;

    internal void Row(StepView view)
    {
        if (view.Loss < bestLoss || (view.Step == 0 && double.IsNaN(view.Loss)))
        {
            (bestLoss, bestStep) = (view.Loss, view.Step);
        }
    }

    internal RunResult Result(Run run, Outcome outcome, StepView view) => new()
    {
        Run = run,
        Outcome = outcome,
        End = view.W,
        Loss = view.Loss,
        GradientNorm = view.GradientNorm,
        BestLoss = bestLoss,
        BestStep = bestStep,
        Evaluations = view.Evaluations,
        PathLength = view.PathLength,
        Straightness = view.PathLength == 0 ? 1 : (view.W - run.Start).Norm / view.PathLength,
    };
}
