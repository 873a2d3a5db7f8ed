using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>What an experiment is executed for where it is not the runs themselves: what an analysis finds, as files beside the figures.</summary>
/// <param name="Files">The names of the files, as far as they are known before.</param>
/// <param name="Compute">Computes and gives the files.</param>
public sealed record Analysis(IReadOnlyList<string> Files, Func<AnalysisContext, IEnumerable<ResultFile>> Compute);

/// <summary>What an analysis is computed with; whatever it asks for here, figures do not compute again.</summary>
/// <param name="Experiment">The question.</param>
/// <param name="Answers">The answers of the work.</param>
/// <param name="TemporaryFile">Where numbers may lie that are too many for the memory; it is removed in any case.</param>
/// <param name="Cancellation">Stops the work.</param>
public sealed record AnalysisContext(Experiment Experiment, Answers Answers, string TemporaryFile, CancellationToken Cancellation)
{
    private readonly Dictionary<string, TracedRun> traced = new(StringComparer.Ordinal);

    /// <summary>Computes a run of the experiment.</summary>
    /// <param name="run">The run.</param>
    /// <param name="observers">Who looks at it, beside the figures.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public RunResult Execute(Run run, params ReadOnlySpan<IRunObserver> observers)
    {
        traced[run.Name] = TracedRun.Of(run, Experiment.Columns, Cancellation, observers);
        return traced[run.Name].Result;
    }

    /// <summary>A run that was computed; null where it was not.</summary>
    internal TracedRun? Traced(string run) => traced.GetValueOrDefault(run);

    /// <summary>The answer to a question.</summary>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public TResult Of<TResult>(IAnalysis<TResult> question)
        where TResult : class => Answers.Of(question);
}
