using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments;

/// <summary>Draws an experiment's figures into its results folder.</summary>
internal static class FigureDrawing
{
    internal static void Write(
        ResultsFolder folder,
        Experiment experiment,
        byte[] recipe,
        IReadOnlyList<RunResult> results,
        IReadOnlyList<Trace> traces,
        IReadOnlyList<string> formats,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
    }
}
