using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Cli.Commands;

/// <summary>All measures of sharpness at a point or along a trace.</summary>
internal static class InspectSharpness
{
    // A long trace is measured at about this many of its steps.
    private const int MostRows = 2000;

    internal static Command Create()
    {
        var options = new InspectOptions();
        Option<string?> at = InspectOptions.Text("--at", "X,Y", "The point.");
        Option<string?> trace = InspectOptions.Text("--trace", "PATH", "Instead of a point: a trace CSV, or a results folder with one trace.");
        Option<string?> epsilon = InspectOptions.Text("--epsilon", "R", "Keskar's box, relative to |w| + 1 (default: 0.001).");
        Option<string?> rho = InspectOptions.Text("--rho", "R", "Radius of the SAM and adaptive measures, deviation of the average (default: 0.05).");
        var command = new Command("sharpness", "All measures of sharpness at a point or along a trace.");
        options.AddTo(command, at, trace, epsilon, rho);
        Help.Examples(command, "inspect sharpness --landscape scalar-factorization --at 10,0.1", "inspect sharpness --trace out/rosenbrock-gd");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, (at, trace, epsilon, rho), cancellation)));
        return command;
    }

    private static int Execute(
        ParseResult parsed,
        InspectOptions options,
        (Option<string?> At, Option<string?> Trace, Option<string?> Epsilon, Option<string?> Rho) own,
        CancellationToken cancellation)
    {
        TraceSource? source = parsed.GetValue(own.Trace) is { } path ? TraceSource.Read(path) : null;
        double epsilon = InspectOptions.Positive(parsed, own.Epsilon, 1e-3), rho = InspectOptions.Positive(parsed, own.Rho, 0.05);
        var settings = new SharpnessSettings { Epsilon = epsilon, Rho = rho, Deviation = rho, AdaptiveRho = rho };
        Point[] points = source is null ? [InspectOptions.Point(parsed, own.At)] : [.. source.Points.TakeWhile(p => p.IsFinite)];
        if (points.Length == 0)
        {
            throw new InputException(own.Trace.Name, "the trace has no finite point");
        }

        var builder = new ExperimentBuilder(parsed, options.Run);
        string name = source?.NameOf("sharpness") ?? options.NameOf(parsed, "sharpness");
        bool isElsewhere = parsed.GetValue(options.Run.Landscape) is not null || parsed.GetValue(options.Run.Formula) is not null;
        Experiment experiment = source?.Run is { } told && !isElsewhere
            ? options.Repeated(parsed, source, told, "sharpness", "Sharpness", builder, Along(builder, epsilon, rho))
            : options.Question(
                parsed, name, "Sharpness", builder, source is null ? Rescaled(builder, own.At, points[0]) : builder.Figures(title: null), source?.Landscape);
        int stride = Math.Max(1, points.Length / MostRows);
        ((int? Step, Sharpness Sharpness)[] rows, ExperimentResults results) = options.Execute(
            parsed,
            experiment,
            ["sharpness.csv"],
            (int? Step, Sharpness Sharpness)[] (context) => [.. Enumerable.Range(0, points.Length)
                .Where(t => t % stride == 0 || t == points.Length - 1)
                .Select(t => (source is null ? (int?)null : t, context.Of(new SharpnessAt(experiment.Landscape, points[t], settings))))],
            found => [TableCsv.Of(Sharpness.Table(found))],
            cancellation);
        Sharpness first = rows[0].Sharpness, last = rows[^1].Sharpness;
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", experiment.Landscape.Info.Title);
                Write(json, source is null ? "sharpness" : "first", first);
                if (source is not null)
                {
                    Write(json, "last", last);
                }
            },
            [
                $"{experiment.Landscape.Info.Title}, at {first.At}{(source is null ? "" : $" and {last.At}")}",
                "",
                .. TextTable.Transposed(Sharpness.Columns, source is null ? [("value", first)] : [("start", first), ("end", last)]),
            ]);
        return ExitCode.Done;
    }

    private static ListNode Along(ExperimentBuilder builder, double epsilon, double rho) => builder.Figure(
        "sharpness",
        title: null,
        subtitle: null,
        ("epsilon", ExperimentBuilder.Word(FormattableString.Invariant($"{epsilon:R}"))),
        ("rho", ExperimentBuilder.Word(FormattableString.Invariant($"{rho:R}"))));

    private static ListNode Rescaled(ExperimentBuilder builder, Option<string?> option, Point at) => builder.Figure(
        "rescaling", title: null, subtitle: $"f(x/a, a y) at ({Factor(at.X)}a, {Short(at.Y)}/a)", ("at", InspectOptions.Node(option, at)));

    private static string Factor(double number) => number == 1 ? "" : Short(number) + " ";

    private static string Short(double number) => NumberText.Short(number, 6);

    private static void Write(System.Text.Json.Utf8JsonWriter json, string name, Sharpness sharpness)
    {
        json.WriteStartObject(name);
        JsonCells.Write(json, Sharpness.Columns, sharpness);
        json.WriteEndObject();
    }
}
