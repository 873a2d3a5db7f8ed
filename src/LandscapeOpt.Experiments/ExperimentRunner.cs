using System.Diagnostics;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Runs;
using Trace = LandscapeOpt.Runs.Trace;

namespace LandscapeOpt.Experiments;

/// <summary>What to do with an experiment's results.</summary>
public sealed record RunnerOptions
{
    /// <summary>The folder that result folders are made in.</summary>
    public string Out { get; init; } = "out";

    /// <summary>The figure formats: "png", "svg"; empty draws none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["png"];

    /// <summary>Whether to replace the results of another experiment, and to run again what is up to date.</summary>
    public bool Force { get; init; }
}

/// <summary>What came of an experiment.</summary>
/// <param name="Folder">The results folder, absolute.</param>
/// <param name="Files">The files in it, relative, sorted.</param>
/// <param name="Summary">One row per run.</param>
/// <param name="WasUpToDate">Whether the results were there already, so that nothing was run.</param>
public sealed record ExperimentResults(string Folder, IReadOnlyList<string> Files, SummaryTable Summary, bool WasUpToDate);

/// <summary>Runs an experiment and writes its results folder.</summary>
public static class ExperimentRunner
{
    /// <summary>The name of the resolved experiment's file.</summary>
    public const string ExperimentFile = "experiment.json";

    /// <summary>Runs all runs, draws all figures and publishes the folder; does nothing where it is there already.</summary>
    /// <exception cref="InputException">The folder holds the results of another experiment, or cannot be written to.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled; the folder is as it was before.</exception>
    public static ExperimentResults Execute(Experiment experiment, RunnerOptions options, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(Path.Combine(options.Out, experiment.Name));
        byte[] resolved = ExperimentWriter.Write(experiment);
        if (!options.Force && Existing(path, experiment, resolved, options.Formats) is { } done)
        {
            return done;
        }

        try
        {
            using ResultsFolder folder = ResultsFolder.Begin(path);
            IReadOnlyList<RunResult> results = Write(folder, experiment, resolved, options, cancellation);
            folder.Publish();
            return new(path, Files(path), SummaryTable.Of(results), WasUpToDate: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException("--out", $"cannot write the results to {path}: {e.Message.TrimEnd('.')}");
        }
    }

    private static RunResult[] Write(
        ResultsFolder folder, Experiment experiment, byte[] resolved, RunnerOptions options, CancellationToken cancellation)
    {
        DateTimeOffset started = DateTimeOffset.UtcNow;
        long clock = Stopwatch.GetTimestamp();
        DrawnRuns runs = Compute(experiment, resolved, cancellation, (name, trace) => folder.Write($"traces/{name}.csv", trace));
        RunResult[] results = [.. runs.Runs.Select(r => r.Result)];
        folder.Write("summary.csv", stream => SummaryCsv.Write(stream, results));
        folder.Write(ExperimentFile, resolved);
        FigureRenderer.Write(folder, runs, options.Formats, cancellation);
        folder.Write("provenance.json", Provenance.Write(started, Stopwatch.GetElapsedTime(clock).TotalSeconds));
        return results;
    }

    /// <summary>Computes all runs of an experiment.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="resolved">The resolved experiment, UTF-8 JSON.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <param name="written">Takes each run's trace as CSV; null where only the results count.</param>
    public static DrawnRuns Compute(Experiment experiment, byte[] resolved, CancellationToken cancellation, Action<string, byte[]>? written = null)
    {
        var runs = new List<(RunResult Result, Trace Trace)>();
        var hashes = new List<KeyValuePair<string, string>>();
        foreach (Run run in experiment.Runs)
        {
            (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, experiment.Columns), cancellation);
            using var csv = new MemoryStream();
            TraceCsv.Write(csv, trace);
            byte[] bytes = csv.ToArray();
            written?.Invoke(run.Name, bytes);
            hashes.Add(new(run.Name, FigureRecipe.Hash(bytes)));
            runs.Add((result, trace));
        }

        return new(experiment, resolved, runs, hashes);
    }

    private static ExperimentResults? Existing(string path, Experiment experiment, byte[] resolved, IReadOnlyList<string> formats)
    {
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return File.Exists(path) ? throw new InputException("--out", $"{path} is a file, not a folder") : null;
        }

        string file = Path.Combine(path, ExperimentFile);
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(resolved))
        {
            throw new InputException("--name", $"{path} holds other results: choose another --name or --out, or replace them with --force");
        }

        IEnumerable<string> expected = experiment.Runs.Select(r => $"traces/{r.Name}.csv")
            .Concat(experiment.Figures.SelectMany(f => formats.Select(format => $"figures/{f.Name}.{format}")))
            .Append("summary.csv");
        return expected.All(name => File.Exists(Path.Combine(path, name)))
            ? new(path, Files(path), SummaryTable.Read(Path.Combine(path, "summary.csv")), WasUpToDate: true)
            : null;
    }

    private static string[] Files(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(path, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
