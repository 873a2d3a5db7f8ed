using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Analyses;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Mapping;

/// <summary>What a map is computed and written as.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Raw">How the pixels' values are written.</param>
/// <param name="Options">How it is computed; where its rows are kept is decided here.</param>
public sealed record MapRequest(int Width, int Height, RawFormat Raw, MapOptions Options)
{
    /// <summary>Told the share of a large picture that is drawn, from 0 to 1; null for nobody.</summary>
    public Action<double>? Drawing { get; init; }
}

/// <summary>What came of a map.</summary>
/// <param name="Folder">The results folder, absolute.</param>
/// <param name="Files">The files in it, relative, sorted.</param>
/// <param name="Computed">What computing it came to.</param>
/// <param name="Shares">How much of it has each label.</param>
/// <param name="GlobalShare">The share from which runs reach a minimum of lowest loss; null where the landscape varies.</param>
/// <param name="IsFull">Whether more minima were met than there are labels.</param>
public sealed record MapResults(
    string Folder, IReadOnlyList<string> Files, MapResult Computed, IReadOnlyList<MapShare> Shares, double? GlobalShare, bool IsFull);

/// <summary>
/// Computes a map, draws it and publishes its folder: the figure, the shares, the minima, the pixels' values. Large maps go through a temporary
/// file, so that the memory stays flat.
/// </summary>
public static class MapRunner
{
    /// <summary>A map of basins.</summary>
    /// <param name="experiment">The question: one run, one figure that shows the map.</param>
    /// <param name="grid">The starts.</param>
    /// <param name="smooth">Into how many samples along each side pixels at boundaries are divided; 1 for none.</param>
    /// <param name="request">How it is computed and written.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    public static MapResults Basins(
        Experiment experiment, MapGrid grid, int smooth, MapRequest request, RunnerOptions options, CancellationToken cancellation) => Publish(
        experiment,
        request,
        options,
        map =>
        {
            ComputedBasins basins = BasinMaps.Compute(experiment.Runs[0], grid, map, smooth, request.Raw is not RawFormat.None, cancellation);
            var question = new BasinsOf(experiment.Runs[0], grid, map.Retire, smooth);
            return new(
                basins.Computed, MapShares.Of(basins), basins.GlobalShare, basins.IsFull, answers => answers.Add(question, basins), () => new RawMap(basins));
        },
        cancellation);

    /// <summary>A map over two parameters.</summary>
    /// <param name="experiment">The question: one run, one figure that shows the map.</param>
    /// <param name="horizontal">What grows to the right.</param>
    /// <param name="vertical">What grows upward.</param>
    /// <param name="request">How it is computed and written.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">An axis is wrong, or the folder holds other results or cannot be written to.</exception>
    public static MapResults Parameters(
        Experiment experiment, MapAxis horizontal, MapAxis vertical, MapRequest request, RunnerOptions options, CancellationToken cancellation)
    {
        Run run = experiment.Runs[0];
        (Parameter across, Parameter up) = (Find(run, horizontal), Find(run, vertical));
        return Publish(experiment, request, options, map =>
        {
            ComputedParameters parameters = ParameterMaps.Compute(run, horizontal, across, vertical, up, request.Width, request.Height, map, cancellation);
            var question = new ParametersOf(run, horizontal, vertical, request.Width, request.Height, map.Retire) { Across = across, Up = up };
            return new(
                parameters.Computed, MapShares.Of(parameters), parameters.GlobalShare, parameters.IsFull, answers => answers.Add(question, parameters), () => new RawMap(parameters));
        }, cancellation);
    }

    /// <summary>The number that an axis runs over.</summary>
    /// <exception cref="InputException">There is none, or the ends do not suit it.</exception>
    public static Parameter Find(Run run, MapAxis axis)
    {
        Parameter parameter = RunPath.Parse(axis.Path, [run.Name]).Find(run, out string complaint) ?? throw new InputException("--axis", $"{axis.Path}: {complaint}");
        return AxisRuns.Misfit(axis, parameter) is { } misfit ? throw new InputException("--axis", $"{axis.Path}: {misfit}") : parameter;
    }

    private static MapResults Publish(Experiment experiment, MapRequest request, RunnerOptions options, Func<MapOptions, Map> compute, CancellationToken cancellation)
    {
        string path = Path.GetFullPath(Path.Combine(options.Out, experiment.Name));
        byte[] resolved = ExperimentWriter.Write(experiment);
        Map? map = null;
        IReadOnlyList<string> files = ResultsWriter.Write(path, resolved, options.Force, (folder, scratch) =>
        {
            using var stores = new MapStores(scratch);
            map = compute(request.Options with { Store = stores.Make });
            folder.Write(ResultsFolder.SummaryFile, MapShares.Summary(map.Shares));
            folder.Write($"maps/{experiment.Name}-minima.csv", MapShares.Minima(map.Shares));
            if (request.Raw is not RawFormat.None)
            {
                string ending = request.Raw is RawFormat.Npy ? "npy" : "csv";
                folder.Write($"maps/{experiment.Name}.{ending}", stream => map.Raw().Write(stream, request.Raw, cancellation));
            }

            if (options.Formats.Count > 0)
            {
                var answers = new Answers();
                map.Note(answers);
                FigureRenderer.Write(folder, ExperimentRunner.Compute(experiment, resolved, answers, cancellation), options.Formats, cancellation, request.Drawing, options.MostKept);
            }

            cancellation.ThrowIfCancellationRequested();
        });
        return new(path, files, map!.Computed, map.Shares, map.GlobalShare, map.IsFull);
    }

    private sealed record Map(
        MapResult Computed, IReadOnlyList<MapShare> Shares, double? GlobalShare, bool IsFull, Action<Answers> Note, Func<RawMap> Raw);
}
