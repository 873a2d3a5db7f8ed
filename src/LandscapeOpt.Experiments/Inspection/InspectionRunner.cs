using System.Diagnostics;
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
    /// <summary>Computes the experiment's runs, draws its figures and publishes the folder.</summary>
    /// <param name="experiment">The question: a landscape, runs, figures.</param>
    /// <param name="tables">What was found.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    public static InspectionResults Execute(
        Experiment experiment, IReadOnlyList<InspectionTable> tables, RunnerOptions options, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(Path.Combine(options.Out, experiment.Name));
        byte[] resolved = ExperimentWriter.Write(experiment);
        if (!options.Force && HoldsOther(path, resolved))
        {
            throw new InputException("--name", $"{path} holds other results: choose another --name or --out, or replace them with --force");
        }

        try
        {
            DateTimeOffset started = DateTimeOffset.UtcNow;
            long clock = Stopwatch.GetTimestamp();
            using ResultsFolder folder = ResultsFolder.Begin(path);
            DrawnRuns runs = ExperimentRunner.Compute(experiment, resolved, cancellation);
            foreach (InspectionTable table in tables)
            {
                folder.Write(table.Name, table.Content);
            }

            folder.Write(ExperimentRunner.ExperimentFile, resolved);
            FigureRenderer.Write(folder, runs, options.Formats, cancellation);
            folder.Write("provenance.json", Provenance.Write(started, Stopwatch.GetElapsedTime(clock).TotalSeconds));
            folder.Publish();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write the results to {path}: {e.Message.TrimEnd('.')}");
        }

        return new(path, [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)]);
    }

    private static bool HoldsOther(string path, byte[] resolved)
    {
        string file = Path.Combine(path, ExperimentRunner.ExperimentFile);
        return File.Exists(path)
            || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()
                && !(File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(resolved)));
    }
}
