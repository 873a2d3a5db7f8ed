using LandscapeOpt.Averaging;
using LandscapeOpt.Numbers;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Runs;

/// <summary>Looks at a run, row by row.</summary>
public interface IRunObserver
{
    /// <summary>Called for every step, and once more for the last point.</summary>
    void Row(StepView view);
}

/// <summary>The one loop that every run goes through.</summary>
public static class Engine
{
    /// <summary>Computes a run and shows every row to the observers.</summary>
    /// <exception cref="ArgumentException">The run's parts do not go together.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static RunResult Execute(Run run, CancellationToken cancellation, params ReadOnlySpan<IRunObserver> observers)
    {
        if (run.Misfits().FirstOrDefault() is { } misfit)
        {
            throw new ArgumentException($"{run.Name}: {misfit}.", nameof(run));
        }

        var optimizer = RunningOptimizer.Start(run.Optimizer);
        var view = new StepView(run, run.Landscape.Components) { Rule = optimizer };
        var oracle = new Oracle(run, view);
        var rest = new Rest(run);
        var summary = new Summary();
        Pace pace = run.Schedule.Start(new(run.Optimizer.LearningRate, run.Steps));
        RunningAverage? average = run.Averaging?.Start(run.Start, run.Steps);
        bool maySkip = run.Transforms.Any(t => t.MaySkip);

        Point w = run.Start;
        view.Average = average?.Value;
        for (int step = 0; ; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            oracle.Arrive(step, w);
            Outcome? outcome = run.Stop.Check(view);
            if (outcome is null)
            {
                view.LearningRate = pace.At(step, view.Loss);
                Point next = Step(optimizer, oracle, view, maySkip);
                view.Update = next - w;
                outcome = rest.Check(view, next, optimizer, oracle.Skips);
                w = next;
            }

            view.IsLast = outcome is not null;
            summary.Row(view);
            foreach (IRunObserver observer in observers)
            {
                observer.Row(view);
            }

            if (outcome is not null)
            {
                return summary.Result(run, outcome, view);
            }

            view.PathLength += view.Update.Norm;
            view.PreviousUpdate = view.Update;
            view.Evaluations = oracle.Evaluations;
            average?.Take(step + 1, w);
            view.Average = average?.Value;
        }
    }

    /// <summary>Computes a run and its trace.</summary>
    /// <param name="run">What to run.</param>
    /// <param name="columns">The trace's columns; the standard ones of the run where none are given.</param>
    /// <param name="cancellation">Stops the computation.</param>
    public static (RunResult Result, Trace Trace) Trace(Run run, IReadOnlyList<TraceColumn>? columns = null, CancellationToken cancellation = default)
    {
        var trace = new Trace(columns ?? TraceColumns.For(run));
        RunResult result = Execute(run, cancellation, trace);
        trace.Complete(result);
        return (result, trace);
    }

    private static Point Step(RunningOptimizer optimizer, Oracle oracle, StepView view, bool maySkip)
    {
        if (maySkip)
        {
            optimizer.Save();
        }

        Point next = optimizer.Step(view.W, view.LearningRate, oracle);
        if (!oracle.Skips)
        {
            return next;
        }

        optimizer.Restore();
        return view.W;
    }
}
