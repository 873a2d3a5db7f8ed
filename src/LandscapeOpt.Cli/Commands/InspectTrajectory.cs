using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Metrics and events of a path.</summary>
internal static class InspectTrajectory
{
    internal static Command Create()
    {
        var options = new InspectOptions();
        RunOptions run = options.Run;
        Option<string?> trace = InspectOptions.Text("--trace", "PATH", "Instead of a run: a trace CSV, or a results folder with one trace.");
        var command = new Command("trajectory", "Metrics of a path and what happened on it: saddles, basins, oscillation, plateaus, conflicts.");
        options.AddTo(command, [trace, .. run.OfRun.Except([run.Landscape])]);
        Help.Examples(
            command,
            "inspect trajectory --landscape rosenbrock --optimizer adam --lr 0.05 --steps 500",
            "inspect trajectory --trace out/guided-easy-hard/traces/guided.csv");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, trace, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, InspectOptions options, Option<string?> trace, CancellationToken cancellation)
    {
        TraceSource? source = parsed.GetValue(trace) is { } path ? TraceSource.Read(path) : null;
        Experiment experiment = source?.Run is { } told
            ? Repeated(parsed, options, source, told)
            : source is null ? FromOptions(parsed, options)
                : throw new InputException(trace.Name, "there is no experiment.json beside the trace that tells its run");
        Run run = experiment.Runs[0];
        (TrajectoryReport report, ExperimentResults results) = options.Execute(
            parsed, experiment, TrajectoryReport.Names, context => TrajectoryReport.Of(run, context), found => found.Tables, cancellation);
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", run.Landscape.Info.Title);
                json.WriteString("run", run.Name);
                json.WriteString("outcome", Kebab.Of(report.Result.Outcome.Kind));
                json.WriteStartObject("metrics");
                JsonCells.Write(json, TrajectoryMetrics.Columns, report.Metrics);
                json.WriteEndObject();
                json.WriteStartArray("summary");
                foreach (TrajectoryEvent e in report.Events)
                {
                    json.WriteStringValue(e.Sentence);
                }

                json.WriteEndArray();
                JsonCells.Write(json, "events", TrajectoryEvent.Table(report.Events));
            },
            [
                $"{run.Landscape.Info.Title}, {run.Name}: {report.Result.Outcome.Reason}",
                "",
                .. report.Events.Select(e => e.Sentence),
                "",
                .. TextTable.Transposed(TrajectoryMetrics.Columns, ("value", report.Metrics)),
            ]);
        return ExitCode.Done;
    }

    private static Experiment Repeated(ParseResult parsed, InspectOptions options, TraceSource source, Run told)
    {
        var builder = new ExperimentBuilder(parsed, options.Run);
        return options.Repeated(parsed, source, told, "trajectory", "Events", builder, builder.Figure("events", title: null, subtitle: null)) with
        {
            Columns = TrajectoryReport.Columns,
        };
    }

    private static Experiment FromOptions(ParseResult parsed, InspectOptions options)
    {
        RunOptions run = options.Run;
        var builder = new ExperimentBuilder(parsed, run);
        string optimizer = Names.From((parsed.GetValue(run.Optimizer) ?? "gd").Split(':')[0]);
        Experiment experiment = builder.Build(
            $"{options.NameOf(parsed, "trajectory")}-{optimizer}",
            builder.Landscape(fallback: null),
            RunOptions.Pair(parsed, run.Target),
            steps: null,
            [builder.Run(optimizer, "gd", "constant", RunOptions.Word(parsed, run.Mixing))],
            builder.Figure("events", title: null, subtitle: null));
        return InspectOptions.Titled("Events", experiment) with { Columns = TrajectoryReport.Columns };
    }
}
