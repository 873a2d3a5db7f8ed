using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The critical points of (1 − α) first + α second as α goes from 0 to 1.</summary>
internal static class InspectHomotopy
{
    private const int MostLines = 30;

    internal static Command Create()
    {
        var options = new InspectOptions();
        Option<string?> alphas = InspectOptions.Text("--alphas", "N", "At how many values of alpha counts and barriers are taken (default: 200).");
        Option<string?> axis = InspectOptions.Text("--axis", "x|y|loss", "What the figure shows upward (default: x).");
        var command = new Command("homotopy", "All critical points of (1 - alpha) first + alpha second, from alpha 0 to 1: births, mergers, pitchforks.");
        options.AddTo(command, alphas, axis);
        Help.Examples(command, "inspect homotopy --landscape easy-hard", "inspect homotopy --landscape easy-hard --axis loss --alphas 400");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, alphas, axis, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, InspectOptions options, Option<string?> alphas, Option<string?> axis, CancellationToken cancellation)
    {
        int count = InspectOptions.Whole(parsed, alphas, fallback: 200, lowest: 2, highest: 10_000);
        var builder = new ExperimentBuilder(parsed, options.Run);
        Experiment experiment = options.Question(
            parsed,
            options.NameOf(parsed, "homotopy"),
            "Homotopy",
            builder,
            builder.Figure(
                "homotopy",
                title: null,
                subtitle: "Critical points of (1 − α) first + α second",
                ("alphas", ExperimentBuilder.Word(Invariant($"{count}"))),
                ("axis", RunOptions.Word(parsed, axis))));
        if (experiment.Landscape.Components.Count != 2)
        {
            throw new InputException(
                options.Run.Landscape.Name,
                Invariant($"a homotopy goes between two components, and {experiment.Landscape.Info.Title} has {experiment.Landscape.Components.Count}"));
        }

        (Homotopy homotopy, ExperimentResults results) = options.Execute(
            parsed,
            experiment,
            ["homotopy.csv", "events.csv", "levels.csv"],
            context => context.Of(new HomotopyOf(experiment.Landscape, count)),
            found => [TableCsv.Of(found.BranchTable), TableCsv.Of(found.EventTable), TableCsv.Of(found.LevelTable)],
            cancellation);
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", experiment.Landscape.Info.Title);
                json.WriteNumber("branches", homotopy.Branches.Count);
                JsonCells.Write(json, "events", homotopy.EventTable);
            },
            Lines(experiment, homotopy));
        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(Experiment experiment, Homotopy homotopy)
    {
        HomotopyLevel first = homotopy.Levels[0], last = homotopy.Levels[^1];
        yield return experiment.Landscape.Info.Title;
        yield return Invariant($"minima: {first.Minima} at alpha 0, {last.Minima} at alpha 1; ")
            + Invariant($"branches: {homotopy.Branches.Count}; events: {homotopy.Events.Count}");
        yield return "";
        foreach (HomotopyEvent e in homotopy.Events.Take(MostLines))
        {
            yield return e.Description;
        }

        if (homotopy.Events.Count > MostLines)
        {
            yield return Invariant($"and {homotopy.Events.Count - MostLines} more in events.csv");
        }
    }
}
