using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Regenerates the pictures beside experiment files, or checks that they have not drifted.</summary>
internal static class FiguresCommand
{
    internal static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            HelpName = "PATH",
            Description = "Experiment files or folders of them (default: experiments).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var check = new Option<bool>("--check") { Description = "Compare with the pictures that are there; change nothing; exit with 1 where one differs." };
        var jobs = new Option<string?>("--jobs") { HelpName = "N", Description = "How many experiments at a time (default: all cores)." };
        var output = new OutputOptions();
        var command = new Command("figures", "Regenerate the pictures of experiment files, or check them.") { paths, check, jobs };
        output.AddTo(command);
        Help.Examples(command, "figures", "figures --check", "figures experiments/blog --format png --format svg");
        command.SetAction((parsed, cancellation) =>
        {
            IReadOnlyList<(string Path, Experiment Experiment)> experiments =
                ExperimentFiles.ReadAll(parsed.GetValue(paths) is { Length: > 0 } given ? given : ["experiments"]);
            ExecuteOptions options = output.Execute(parsed);
            int atATime = Jobs(parsed, jobs);
            IReadOnlyList<Gallery.Entry> entries = parsed.GetValue(check)
                ? Gallery.Check(experiments, Path.Combine(options.Out, "differences"), atATime, cancellation)
                : Gallery.Regenerate(experiments, options.Formats, atATime, cancellation);
            return Task.FromResult(Tell(parsed, output, entries, parsed.GetValue(check)));
        });
        return command;
    }

    private static int Tell(ParseResult parsed, OutputOptions output, IReadOnlyList<Gallery.Entry> entries, bool checks)
    {
        Gallery.Entry[] differing = [.. entries.Where(e => e.Difference is not null)];
        TextWriter stdout = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(output.Json))
        {
            Report.Json(stdout, json =>
            {
                json.WriteStartArray("figures");
                foreach (Gallery.Entry entry in entries)
                {
                    json.WriteStartObject();
                    json.WriteString("file", entry.Path);
                    json.WriteString("difference", entry.Difference);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else if (!parsed.GetValue(output.Quiet))
        {
            foreach (Gallery.Entry entry in entries.Where(e => e.Difference is null))
            {
                stdout.WriteLine((checks ? "same     " : "written  ") + entry.Path);
            }
        }

        foreach (Gallery.Entry entry in differing)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"differs  {entry.Path}: {entry.Difference}");
        }

        return differing.Length == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Jobs(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return Environment.ProcessorCount;
        }

        return InvariantNumber.TryParse(text, out long jobs) && jobs is >= 1 and <= 1024
            ? (int)jobs
            : throw new InputException(option.Name, $"'{text}' is no number of jobs: expected a whole number from 1 to 1024");
    }
}
