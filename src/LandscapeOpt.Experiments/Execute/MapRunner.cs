using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Store;
using LandscapeOpt.Figures.Kinds;
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
    /// <summary>Computes and publishes the map that an experiment's only figure shows of its only run.</summary>
    /// <param name="experiment">The question.</param>
    /// <param name="raw">How the pixels' values are written.</param>
    /// <param name="map">How it is computed; what becomes of runs that end early says the figure, and where rows are kept is decided here.</param>
    /// <param name="options">Where, which formats, whether other results may be replaced.</param>
    /// <param name="cancellation">Stops the work; the folder is as it was before.</param>
    /// <exception cref="ArgumentException">The figure shows no map.</exception>
    /// <exception cref="InputException">The folder holds other results, or cannot be written to.</exception>
    public static MapResults Execute(Experiment experiment, RawFormat raw, MapOptions map, ExecuteOptions options, CancellationToken cancellation)
    {
        Run model = experiment.Runs[0];
        switch (experiment.Figures[0].Kind)
        {
            case Basins figure:
                BasinsOf starts = figure.Question(model);
                return Execute(experiment, raw, map with { Retire = starts.Retire }, options, (chosen, answers) =>
                {
                    ComputedBasins basins = BasinMaps.Compute(starts.Model, starts.Grid, chosen, starts.Smooth, raw is not RawFormat.None, cancellation);
                    answers.Add(starts, basins);
                    return new(basins.Computed, MapShares.Of(basins), basins.GlobalShare, basins.IsFull, () => new RawMap(basins));
                }, cancellation);
            case Hyperparameters figure:
                ParametersOf values = figure.Question(model);
                (Parameter across, Parameter up) = (Find(model, values.Horizontal), Find(model, values.Vertical));
                return Execute(experiment, raw, map with { Retire = values.Retire }, options, (chosen, answers) =>
                {
                    ComputedParameters parameters = ParameterMaps.Compute(
                        model, values.Horizontal, across, values.Vertical, up, values.Width, values.Height, chosen, cancellation);
                    answers.Add(values, parameters);
                    return new(parameters.Computed, MapShares.Of(parameters), parameters.GlobalShare, parameters.IsFull, () => new RawMap(parameters));
                }, cancellation);
            default:
                throw new ArgumentException($"The figure {experiment.Figures[0].Name} shows no map.", nameof(experiment));
        }
    }

    /// <summary>The number that an axis runs over.</summary>
    /// <exception cref="InputException">There is none, or the ends do not suit it.</exception>
    private static Parameter Find(Run run, MapAxis axis)
    {
        Parameter parameter =
            RunPath.Parse(axis.Path, [run.Name]).Find(run, out string complaint) ?? throw new InputException("--axis", $"{axis.Path}: {complaint}");
        return AxisRuns.Misfit(axis, parameter) is { } misfit ? throw new InputException("--axis", $"{axis.Path}: {misfit}") : parameter;
    }

    private static MapResults Execute(
        Experiment experiment, RawFormat raw, MapOptions map, ExecuteOptions options, Func<MapOptions, Answers, Map> compute, CancellationToken cancellation)
    {
        string? values = raw is RawFormat.None ? null : $"{ResultsLayout.Maps}/{experiment.Name}.{(raw is RawFormat.Npy ? "npy" : "csv")}";
        Map? computed = null;
        using var stores = new MapStores();
        var analysis = new Analysis(
            [ResultsLayout.SummaryFile, MapShares.MinimaName(experiment.Name) + ".csv", .. values is null ? Array.Empty<string>() : [values]], Find);
        ExperimentResults results = Executor.Execute(experiment, options, cancellation, analysis);
        return new(results, computed!.Computed, computed.Shares, computed.GlobalShare, computed.IsFull);

        IEnumerable<ResultFile> Find(AnalysisContext context)
        {
            stores.File = context.TemporaryFile;
            computed = compute(map with { Store = stores.Make }, context.Answers);
            yield return TableCsv.Of(MapShares.Table(computed.Shares));
            yield return TableCsv.Of(MapShares.Minima(experiment.Name, computed.Shares));
            if (values is not null)
            {
                yield return new(values, stream => computed.Raw().Write(stream, raw, cancellation));
            }
        }
    }

    private sealed record Map(MapResult Computed, IReadOnlyList<MapShare> Shares, double? GlobalShare, bool IsFull, Func<RawMap> Raw);
}
