using System.CommandLine;
using System.Text.Json;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Experiment files: every problem at once.</summary>
internal static class ValidateCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("paths")
        {
            HelpName = "PATH…",
            Description = "Experiment files, or folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var quiet = new Option<bool>("--quiet") { Description = "Print nothing but errors." };
        var command = new Command("validate", "Experiment files: every problem at once, with its line; runs nothing.") { paths, json, quiet };
        Help.Examples(command, "validate experiments", "validate sweep.json --json");
        command.SetAction(parsed => Execute(parsed, ExperimentFiles.ReadTogether(parsed.GetValue(paths)!, [], _ => true), parsed.GetValue(json),
            parsed.GetValue(quiet)));
        return command;
    }

    private static int Execute(ParseResult parsed, IReadOnlyList<ExperimentFile> files, bool isJson, bool isQuiet)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        if (isJson)
        {
            Report.Json(output, json => Json(json, files));
        }

        foreach (Problem problem in isJson ? [] : Problem.Told([.. files.SelectMany(f => f.Problems)]))
        {
            parsed.InvocationConfiguration.Error.WriteLine(problem);
        }

        int bad = files.Count(f => f.Experiment is null);
        if (!isJson && !isQuiet)
        {
            string[][] rows = [.. files.Where(f => f.Experiment is not null)
                .Select(f => new[] { f.Path, f.Experiment!.Name, TextTable.Number(new RunPlan(f.Experiment).Count) })];
            foreach (string line in rows.Length == 0 ? [] : TextTable.Lines(["file", "experiment", "runs"], rows, 2))
            {
                output.WriteLine(line);
            }

            output.WriteLine(FormattableString.Invariant($"{files.Count - bad} of {files.Count} files are valid"));
        }

        return bad == 0 ? ExitCode.Done : ExitCode.WrongInput;
    }

    private static void Json(Utf8JsonWriter json, IReadOnlyList<ExperimentFile> files)
    {
        json.WriteStartArray("files");
        foreach (ExperimentFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("file", file.Path);
            json.WriteBoolean("valid", file.Experiment is not null);
            if (file.Experiment is { } experiment)
            {
                json.WriteString("experiment", experiment.Name);
                json.WriteNumber("runs", new RunPlan(experiment).Count);
            }

            json.WriteStartArray("problems");
            foreach (Problem problem in file.Problems)
            {
                json.WriteStartObject();
                json.WriteNumber("line", problem.At.Line);
                json.WriteNumber("column", problem.At.Column);
                json.WriteString("path", problem.At.Path);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
