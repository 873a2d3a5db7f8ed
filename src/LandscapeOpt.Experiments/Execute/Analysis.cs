using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>What an experiment is executed for where it is not the runs themselves: what an analysis finds, as files beside the figures.</summary>
/// <param name="Files">The names of the files, as far as they are known before.</param>
/// <param name="Compute">Computes and gives the files.</param>
public sealed record Analysis(IReadOnlyList<string> Files, Func<AnalysisContext, IEnumerable<ResultFile>> Compute);

/// <summary>What an analysis is computed with; whatever it asks for here, figures do not compute again.</summary>
/// <param name="Answers">The answers of the work.</param>
/// <param name="Runs">The experiment's runs, computed when they are asked for.</param>
/// <param name="TemporaryFile">Where numbers may lie that are too many for the memory; it is removed in any case.</param>
/// <param name="Cancellation">Stops the work.</param>
public sealed record AnalysisContext(Answers Answers, Lazy<DrawnRuns> Runs, string TemporaryFile, CancellationToken Cancellation)
{
    /// <summary>The answer to a question.</summary>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public TResult Of<TResult>(IAnalysis<TResult> question)
        where TResult : class => Answers.Of(question);
}
