using System.CommandLine;
using System.Text.Json;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Says what came of a map: a table for people, or JSON.</summary>
internal static class MapReport
{
    // A terminal's table stops here; summary.csv has them all.
    private const int MostLines = 40;

    internal static void Write(ParseResult parsed, OutputOptions options, Experiment experiment, (int Width, int Height) size, MapResults results)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(options.Json))
        {
            Report.Json(output, json => Json(json, experiment, size, results));
        }
        else if (!parsed.GetValue(options.Quiet))
        {
            foreach (string line in Lines(experiment, size, results))
            {
                output.WriteLine(line);
            }
        }
    }

    /// <summary>How far a map is.</summary>
    /// <param name="progress">The pixels.</param>
    /// <param name="drawn">The share of the picture, where it is large.</param>
    /// <param name="seconds">The time since it began.</param>
    internal static string Progress(MapProgress progress, double drawn, double seconds)
    {
        (long done, long total) = (progress.Done, progress.Total);
        if (total == 0 || done == total)
        {
            return total == 0 ? "preparing"
                : drawn > 0 ? Invariant($"{Count(total)} runs done, {100 * drawn:0} % drawn")
                : Invariant($"{Count(total)} runs done, writing and drawing");
        }

        string left = done > 0 ? ", " + ProgressLine.Duration(seconds * (total - done) / done) + " left" : "";
        return Invariant($"{Count(done)} of {Count(total)} runs, {100.0 * done / total:0} %{left}");
    }

    private static IEnumerable<string> Lines(Experiment experiment, (int Width, int Height) size, MapResults results)
    {
        Run run = experiment.Runs[0];
        yield return Invariant(
            $"{experiment.Landscape.Info.Title}, {Kinds.Of("optimizer").Of(run.Optimizer).Name} with learning rate {run.Optimizer.LearningRate}, ")
            + Invariant($"{run.Steps} steps, {size.Width} x {size.Height} runs");
        yield return "";
        MapShare[] shown = [.. results.Shares.Where(s => s.Share > 0 || s.Minimum is { IsStated: true })];
        foreach (string line in TextTable.Lines(MapShares.Table(shown), MostLines))
        {
            yield return line;
        }

        yield return "";
        bool isBasins = experiment.Figures is [{ Kind: Figures.Kinds.Basins }, ..];
        if (results.GlobalShare is { } share)
        {
            string about = isBasins ? "Probability of the global minimum for a start drawn from the window" : "Share that reaches a minimum of lowest loss";
            yield return $"{about}: {MapShares.Percent(share)}";
        }

        MapResult computed = results.Computed;
        yield return Invariant($"{Count(computed.Steps)} steps in {computed.Seconds:0.###} s: {Count((long)computed.StepsPerSecond)} steps/s ")
            + Invariant($"on {computed.Threads} thread{(computed.Threads == 1 ? "" : "s")}");
        if (computed.Obstacle is { } obstacle)
        {
            yield return $"The runs were computed one after the other: {obstacle}.";
        }

        if (results.IsFull)
        {
            int minima = results.Shares.Count(s => s.Minimum is not null);
            yield return Invariant($"More than {minima} minima were met: ends at the last of them count as ends at none.");
        }

        yield return "";
        yield return "Written:";
        foreach (string file in results.Results.Files)
        {
            yield return "  " + Path.Combine(Report.Relative(results.Results.Folder), file);
        }
    }

    private static void Json(Utf8JsonWriter json, Experiment experiment, (int Width, int Height) size, MapResults results)
    {
        json.WriteString("experiment", experiment.Name);
        json.WriteString("landscape", experiment.Landscape.Info.Title);
        json.WriteNumber("width", size.Width);
        json.WriteNumber("height", size.Height);
        json.WriteNumber("steps", results.Computed.Steps);
        json.WriteNumber("seconds", results.Computed.Seconds);
        json.WriteNumber("steps_per_second", results.Computed.StepsPerSecond);
        json.WriteNumber("threads", results.Computed.Threads);
        json.WriteNumber("lanes", results.Computed.Lanes);
        json.WriteString("obstacle", results.Computed.Obstacle);
        JsonCells.Write(json, "global_share", results.GlobalShare);
        JsonCells.Write(json, "basins", MapShares.Table(results.Shares));
        json.WriteString("folder", Report.Relative(results.Results.Folder));
        json.WriteStartArray("files");
        foreach (string file in results.Results.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    }

    private static string Count(long count) => count switch
    {
        >= 10_000_000_000 => Invariant($"{count / 1e9:0.#} billion"),
        >= 1_000_000 => Invariant($"{count / 1e6:0.#} million"),
        _ => Invariant($"{count}"),
    };
}
