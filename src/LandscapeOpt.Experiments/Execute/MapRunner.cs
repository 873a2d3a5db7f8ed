using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Mapping;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>What came of a map.</summary>
/// <param name="Results">Its results folder.</param>
/// <param name="Computed">What computing it came to.</param>
/// <param name="Shares">How much of it has each label.</param>
/// <param name="GlobalShare">The share from which runs reach a minimum of lowest loss; null where the landscape varies.</param>
/// <param name="IsFull">Whether more minima were met than there are labels.</param>
public sealed record MapResults(ExperimentResults Results, MapResult Computed, IReadOnlyList<MapShare> Shares, double? GlobalShare, bool IsFull);

/// <summary>
/// Computes a map, draws it and publishes its folder: the figure, the shares, the minima, the pixels' values. Large maps go through a temporary
/// file, so that the memory stays flat.
/// </summary>
public static class MapRunner
{
    /// <summary>A map of basins.</summary>
    /// <param name="experiment">The question: one run, one figure that shows the map.</param>
    /// <param name="question">What the figure shows.</param>
    /// <param name="raw">How the pixels' values are written.</param>
    /// <param name="map">How it is computed; where its rows are kept is decided here.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    public static MapResults Basins(
        Experiment experiment, BasinsOf question, RawFormat raw, MapOptions map, ExecuteOptions options, CancellationToken cancellation) => Execute(
        experiment,
        raw,
        map with { Retire = question.Retire },
        options,
        (chosen, answers) =>
        {
            ComputedBasins basins = BasinMaps.Compute(question.Model, question.Grid, chosen, question.Smooth, raw is not RawFormat.None, cancellation);
            answers.Add(question, basins);
            return new(basins.Computed, MapShares.Of(basins), basins.GlobalShare, basins.IsFull, () => new RawMap(basins));
        },
        cancellation);

    /// <summary>A map over two parameters.</summary>
    /// <param name="experiment">The question: one run, one figure that shows the map.</param>
    /// <param name="question">What the figure shows.</param>
    /// <param name="raw">How the pixels' values are written.</param>
    /// <param name="map">How it is computed; where its rows are kept is decided here.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="InputException">The folder holds other results or cannot be written to.</exception>
    public static MapResults Parameters(
        Experiment experiment, ParametersOf question, RawFormat raw, MapOptions map, ExecuteOptions options, CancellationToken cancellation) => Execute(
        experiment,
        raw,
        map with { Retire = question.Retire },
        options,
        (chosen, answers) =>
        {
            ComputedParameters parameters = ParameterMaps.Compute(
                question.Model, question.Horizontal, question.Across, question.Vertical, question.Up, question.Width, question.Height, chosen, cancellation);
            answers.Add(question, parameters);
            return new(parameters.Computed, MapShares.Of(parameters), parameters.GlobalShare, parameters.IsFull, () => new RawMap(parameters));
        },
        cancellation);

    /// <summary>The number that an axis runs over.</summary>
    /// <exception cref="InputException">There is none, or the ends do not suit it.</exception>
    public static Parameter Find(Run run, MapAxis axis)
    {
        Parameter parameter = RunPath.Parse(axis.Path, [run.Name]).Find(run, out string complaint) ?? throw new InputException("--axis", $"{axis.Path}: {complaint}");
        return AxisRuns.Misfit(axis, parameter) is { } misfit ? throw new InputException("--axis", $"{axis.Path}: {misfit}") : parameter;
    }

    private static MapResults Execute(
        Experiment experiment, RawFormat raw, MapOptions map, ExecuteOptions options, Func<MapOptions, Answers, Map> compute, CancellationToken cancellation)
    {
        string minima = $"{ResultsLayout.Maps}/{experiment.Name}-minima.csv";
        string? values = raw is RawFormat.None ? null : $"{ResultsLayout.Maps}/{experiment.Name}.{(raw is RawFormat.Npy ? "npy" : "csv")}";
        Map? computed = null;
        using var stores = new MapStores();
        var analysis = new Analysis([ResultsLayout.SummaryFile, minima, .. values is null ? Array.Empty<string>() : [values]], Find);
        ExperimentResults results = Executor.Execute(experiment, options, cancellation, analysis);
        return new(results, computed!.Computed, computed.Shares, computed.GlobalShare, computed.IsFull);

        IEnumerable<ResultFile> Find(AnalysisContext context)
        {
            stores.File = context.TemporaryFile;
            computed = compute(map with { Store = stores.Make }, context.Answers);
            yield return new(ResultsLayout.SummaryFile, MapShares.Summary(computed.Shares));
            yield return new(minima, MapShares.Minima(computed.Shares));
            if (values is not null)
            {
                yield return new(values, stream => computed.Raw().Write(stream, raw, cancellation));
            }
        }
    }

    private sealed record Map(MapResult Computed, IReadOnlyList<MapShare> Shares, double? GlobalShare, bool IsFull, Func<RawMap> Raw);
}
