using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Says what came of an experiment: a table for people, or JSON.</summary>
internal static class Report
{
    internal static void Write(ParseResult parsed, OutputOptions options, Experiment experiment, ExperimentResults results)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(options.Json))
        {
            Json(output, json => Summary(json, experiment, results));
        }
        else if (!parsed.GetValue(options.Quiet))
        {
            Text(output, experiment, results);
        }
    }

    private static void Text(TextWriter output, Experiment experiment, ExperimentResults results)
    {
        // A map's summary has labels instead of runs.
        if (results.ReadSummary() is var summary && summary.Columns.Contains("run"))
        {
            Runs(output, experiment, summary);
        }

        output.WriteLine(results.Outcome is ExecuteOutcome.UpToDate ? "Up to date, nothing was run:" : "Written:");
        string folder = Relative(results.Folder);
        foreach (string file in results.Files)
        {
            output.WriteLine("  " + Path.Combine(folder, file));
        }

        foreach ((string file, string altText) in AltTexts(results))
        {
            output.WriteLine();
            output.WriteLine($"{file}: {altText}");
        }
    }

    private static void Runs(TextWriter output, Experiment experiment, SummaryTable summary)
    {
        bool hasTarget = summary.Columns.Contains("distance_to_target");
        string[] header = ["run", "ended", "end point", "loss", "gradient", .. hasTarget ? (string[])["distance", "path length", "straightness"] : []];
        string[][] rows = [.. Enumerable.Range(0, summary.Rows.Count).Select(r => Row(summary, r, hasTarget))];
        Point start = experiment.Runs[0].Start;
        output.WriteLine($"{experiment.Landscape.Info.Title}, from {TextTable.Number(start.X)}, {TextTable.Number(start.Y)}");
        output.WriteLine();
        foreach (string line in TextTable.Lines(header, rows, 3, 4, 5, 6, 7))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        for (int r = 0; r < summary.Rows.Count; r++)
        {
            output.WriteLine($"{summary.Cell(r, "run")}: {summary.Cell(r, "outcome")}: {summary.Cell(r, "reason")}");
        }

        output.WriteLine();
    }

    // What a figure shows, for readers who cannot see it; the same in every format of a figure.
    private static IEnumerable<(string File, string AltText)> AltTexts(ExperimentResults results) => results.Files
        .Where(f => f.StartsWith("figures/", StringComparison.Ordinal))
        .DistinctBy(f => Path.ChangeExtension(f, null))
        .Select(f => (f, FigureFile.Read(Path.Combine(results.Folder, f)).Description));

    private static string[] Row(SummaryTable summary, int row, bool hasTarget)
    {
        string Cell(string column) => TextTable.Number(summary.Cell(row, column));
        string[] common =
        [
            Cell("run"),
            $"{Cell("outcome")} at step {Cell("steps")}",
            $"({Cell("x")}, {Cell("y")})",
            Cell("loss"),
            Cell("gradient_norm"),
        ];
        return hasTarget ? [.. common, Cell("distance_to_target"), Cell("path_length"), Cell("straightness")] : common;
    }

    /// <summary>Writes one JSON object.</summary>
    internal static void Json(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write(System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static void Summary(Utf8JsonWriter json, Experiment experiment, ExperimentResults results)
    {
        json.WriteString("experiment", experiment.Name);
        json.WriteString("folder", Relative(results.Folder));
        json.WriteBoolean("up_to_date", results.Outcome is ExecuteOutcome.UpToDate);
        json.WriteStartArray("runs");
        SummaryTable summary = results.ReadSummary();
        foreach (IReadOnlyList<object?> row in summary.Rows)
        {
            json.WriteStartObject();
            foreach ((string column, object? cell) in summary.Columns.Zip(row))
            {
                JsonCells.Write(json, column, cell);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (string file in results.Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach ((string file, string altText) in AltTexts(results))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("alt_text", altText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A folder as seen from the current one, unless it lies elsewhere.</summary>
    internal static string Relative(string folder)
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), folder);
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
