using LandscapeOpt.Analyses;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Results;

namespace LandscapeOpt.Experiments.Inspection;

/// <summary>A table that an inspection writes.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">CSV: UTF-8, comma, \n, a header.</param>
public sealed record InspectionTable(string Name, byte[] Content);

/// <summary>What an inspection wrote.</summary>
/// <param name="Folder">The results folder, absolute.</param>
/// <param name="Files">The files in it, relative, sorted.</param>
public sealed record InspectionResults(string Folder, IReadOnlyList<string> Files);

/// <summary>
/// Writes what an inspection found: its tables, its figures and the experiment that holds the question, so that the figures carry it and can be
/// drawn again from it.
/// </summary>
public static class InspectionRunner
{
    /// <summary>Makes sure, before anything is computed, that the results folder can be published.</summary>
    /// <param name="experiment">The question.</param>
    /// <param name="options">Where, and whether other results may be replaced.</param>
    /// <exception cref="InputException">The folder holds something that may not be replaced.</exception>
    public static void Refuse(Experiment experiment, RunnerOptions options) =>
        ResultsWriter.Refuse(
            Path.GetFullPath(Path.Combine(options.Out, experiment.Name)), ExperimentWriter.Write(experiment), options.Force,
            ResultsLayout.FiguresOf(experiment, options.Formats));

    /// <summary>Computes the experiment's runs, draws its figures and publishes the folder.</summary>
    /// <param name="experiment">The question: a landscape, runs, figures.</param>
    /// <param name="tables">What was found.</param>
    /// <param name="answers">What the tables were made of, so that the figures show the same and nothing is computed twice.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    public static InspectionResults Execute(
        Experiment experiment, IReadOnlyList<InspectionTable> tables, Answers answers, RunnerOptions options, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(Path.Combine(options.Out, experiment.Name));
        byte[] resolved = ExperimentWriter.Write(experiment);
        IEnumerable<string> files = [.. tables.Select(t => t.Name), .. ResultsLayout.FiguresOf(experiment, options.Formats)];
        return new(path, ResultsWriter.Write(path, resolved, options.Force, files, folder =>
        {
            DrawnRuns runs = ExperimentRunner.Compute(experiment, resolved, answers, cancellation);
            foreach (InspectionTable table in tables)
            {
                folder.Write(table.Name, table.Content);
            }

            FigureRenderer.Write(folder, runs, options.Formats, cancellation);
        }));
    }
}
