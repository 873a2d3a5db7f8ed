using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The loss along a straight line.</summary>
internal static class InspectLine
{
    internal static Command Create()
    {
        var options = new InspectOptions();
        Option<string?> from = InspectOptions.Text("--from", "X,Y", "The line's first point.");
        Option<string?> to = InspectOptions.Text("--to", "X,Y", "The line's second point.");
        Option<string?> points = InspectOptions.Text("--points", "N", "How many samples (default: 201).");
        Option<string?> trace = InspectOptions.Text("--trace", "PATH", "Instead of points: a trace CSV or results folder, whose run's start and end they are.");
        var command = new Command("line", "The loss along a straight line: monotone or not, barriers, slope, curvature.");
        options.AddTo(command, from, to, points, trace);
        Help.Examples(
            command,
            "inspect line --landscape himmelblau --from 3,2 --to 3.5844,-1.8481",
            "inspect line --landscape easy-hard --from -1,1 --to 2.1479,2.0150 --points 401",
            "inspect line --trace out/guided-easy-hard/traces/guided.csv");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, (from, to, points, trace), cancellation)));
        return command;
    }

    private static int Execute(
        ParseResult parsed,
        InspectOptions options,
        (Option<string?> From, Option<string?> To, Option<string?> Points, Option<string?> Trace) own,
        CancellationToken cancellation)
    {
        TraceSource? source = parsed.GetValue(own.Trace) is { } path ? TraceSource.Read(path) : null;
        Point from = source is { } s && parsed.GetValue(own.From) is null ? s.Points[0] : InspectOptions.Point(parsed, own.From);
        Point to = source is { } e && parsed.GetValue(own.To) is null ? e.Points[^1] : InspectOptions.Point(parsed, own.To);
        int points = InspectOptions.Whole(parsed, own.Points, fallback: 201, LineProfile.FewestPoints, highest: 100_000);
        var builder = new ExperimentBuilder(parsed, options.Run);
        ListNode figures = builder.Figure(
            "line",
            title: null,
            subtitle: $"From {NumberText.Point(from, 5)} to {NumberText.Point(to, 5)}",
            ("from", InspectOptions.Node(own.From, from)),
            ("to", InspectOptions.Node(own.To, to)),
            ("points", ExperimentBuilder.Word(own.Points, FormattableString.Invariant($"{points}"))));
        Experiment experiment = options.Question(
            parsed, source?.NameOf("line") ?? options.NameOf(parsed, "line"), "Along a line", builder, figures, source?.Landscape);
        var question = new LineBetween(experiment.Landscape, from, to, points);
        (LineProfile line, ExperimentResults results) = options.Execute(
            parsed, experiment, ["line.csv"], context => context.Of(question), found => [TableCsv.Of(found.Table)], cancellation);
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", experiment.Landscape.Info.Title);
                JsonCells.Write(json, LineProfile.Facts, line);
            },
            [
                $"{experiment.Landscape.Info.Title}, from {from} to {to}",
                "",
                .. TextTable.Transposed(LineProfile.Facts, ("value", line)),
            ]);
        return ExitCode.Done;
    }
}
