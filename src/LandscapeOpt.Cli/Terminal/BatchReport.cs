using System.CommandLine;
using System.Text.Json;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Execute;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Terminal;

/// <summary>Says what came of a batch, or what would: a table for people, or JSON.</summary>
internal static class BatchReport
{
    internal static void Preview(ParseResult parsed, OutputOptions options, Executor runner)
    {
        (string Name, int Runs, string Reason)[] rows = [.. runner.Preview()];
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(options.Json))
        {
            Report.Json(output, json =>
            {
                json.WriteStartArray("experiments");
                foreach ((string name, int runs, string reason) in rows)
                {
                    json.WriteStartObject();
                    json.WriteString("experiment", name);
                    json.WriteNumber("runs_left", runs);
                    json.WriteString("reason", reason);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
            return;
        }

        foreach (string line in TextTable.Lines(["experiment", "runs left", "why"],
            [.. rows.Select(r => new[] { r.Name, TextTable.Number(r.Runs), r.Reason })], 1))
        {
            output.WriteLine(line);
        }
    }

    internal static void Write(ParseResult parsed, OutputOptions options, IReadOnlyList<ExperimentResults> results)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(options.Json))
        {
            Report.Json(output, json => Json(json, results));
        }
        else if (!parsed.GetValue(options.Quiet))
        {
            string[][] rows = [.. results.Select(r =>
                new[] { r.Name, Kebab.Of(r.Outcome).Replace('-', ' '), TextTable.Number(r.Runs), TextTable.Number(r.Computed), Report.Relative(r.Folder) })];
            foreach (string line in TextTable.Lines(["experiment", "result", "runs", "computed", "folder"], rows, 2, 3))
            {
                output.WriteLine(line);
            }

            int bad = results.Count(r => r.Problems.Count > 0);
            output.WriteLine(Invariant($"{results.Count - bad} of {results.Count} experiments are done"));
        }
    }

    private static void Json(Utf8JsonWriter json, IReadOnlyList<ExperimentResults> results)
    {
        json.WriteStartArray("experiments");
        foreach (ExperimentResults result in results)
        {
            json.WriteStartObject();
            json.WriteString("experiment", result.Name);
            json.WriteString("folder", Report.Relative(result.Folder));
            json.WriteString("result", Kebab.Of(result.Outcome));
            json.WriteNumber("runs", result.Runs);
            json.WriteNumber("computed", result.Computed);
            json.WriteStartArray("problems");
            foreach (string problem in result.Problems)
            {
                json.WriteStringValue(problem);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
