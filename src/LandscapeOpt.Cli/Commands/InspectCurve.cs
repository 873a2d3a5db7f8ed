using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Cli.Commands;

/// <summary>Curves of low loss between two minima.</summary>
internal static class InspectCurve
{
    internal static Command Create()
    {
        var options = new InspectOptions();
        Option<string?> from = InspectOptions.Text("--from", "X,Y", "One end."), to = InspectOptions.Text("--to", "X,Y", "The other end.");
        Option<string?> bends = InspectOptions.Text("--bends", "N", "Bends of the polygonal chain and the Bezier curve (default: 1).");
        var command = new Command("curve", "Curves between two minima: polygonal chain, Bezier, a minimum-energy path and the saddles it crosses.");
        options.AddTo(command, from, to, bends);
        Help.Examples(
            command, "inspect curve --landscape himmelblau --from 3,2 --to -3.7793,-3.2832",
            "inspect curve --landscape averaged --from 2.1479,2.0150 --to 1.6,1.5 --bends 3");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, (from, to, bends), cancellation)));
        return command;
    }

    private static int Execute(
        ParseResult parsed, InspectOptions options, (Option<string?> From, Option<string?> To, Option<string?> Bends) own, CancellationToken cancellation)
    {
        Point from = InspectOptions.Point(parsed, own.From), to = InspectOptions.Point(parsed, own.To);
        int bends = InspectOptions.Whole(parsed, own.Bends, fallback: 1, lowest: 1, highest: 20);
        var builder = new ExperimentBuilder(parsed, options.Run);
        Experiment experiment = options.Question(
            parsed,
            options.NameOf(parsed, "curve"),
            "Ways between two points",
            builder,
            builder.Figure(
                "curve",
                title: null,
                subtitle: $"From {NumberText.Point(from, 5)} to {NumberText.Point(to, 5)}",
                ("from", InspectOptions.Node(own.From, from)),
                ("to", InspectOptions.Node(own.To, to)),
                ("bends", ExperimentBuilder.Word(own.Bends, FormattableString.Invariant($"{bends}")))));
        var question = new CurvesBetween(experiment.Landscape, from, to, bends);
        (CurveReport report, ExperimentResults results) = options.Execute(
            parsed, experiment, ["curve.csv"], context => context.Of(question), found => [TableCsv.Of(found.Points)], cancellation);
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", experiment.Landscape.Info.Title);
                JsonCells.Write(json, "curves", report.Table);
            },
            Lines(experiment, report));
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(Experiment experiment, CurveReport report)
    {
        yield return experiment.Landscape.Info.Title;
        yield return "";
        foreach (string line in TextTable.Lines(report.Table))
        {
            yield return line;
        }

        foreach (ModeCurve path in report.Curves.Where(c => c.Kind == CurveKind.MinimumEnergy))
        {
            yield return path.IsLowest
                ? "The minimum-energy path takes the lowest passes: every way between the ends climbs as high."
                : "A minimum-energy path: another may stay lower.";
        }

        foreach (CriticalFinding saddle in report.Curves.SelectMany(c => c.Saddles))
        {
            yield return $"Crosses the saddle at ({TextTable.Number(saddle.At.X)}, {TextTable.Number(saddle.At.Y)}), loss {TextTable.Number(saddle.Loss)}.";
        }
    }
}
