using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Cli.Commands;

/// <summary>All critical points of a landscape.</summary>
internal static class InspectCritical
{
    // A terminal's table stops here; critical.csv has them all.
    private const int MostLines = 40;

    internal static Command Create()
    {
        var options = new InspectOptions();
        Option<string?> window = InspectOptions.Text("--window", "x0,x1,y0,y1", "Where to look (default: the landscape's domain).");
        var command = new Command("critical", "All critical points in a window: minima, saddles, maxima, degenerate sets.");
        options.AddTo(command, window);
        Help.Examples(command, "inspect critical --landscape himmelblau", "inspect critical --landscape averaged --window -1.5,3.5,-1.5,3.5");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, window, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, InspectOptions options, Option<string?> window, CancellationToken cancellation)
    {
        var builder = new ExperimentBuilder(parsed, options.Run);
        Experiment experiment = options.Question(
            parsed,
            options.NameOf(parsed, "critical"),
            "Critical points",
            builder,
            builder.Figure(
                "critical-points",
                title: null,
                subtitle: "Critical points, found and proved by interval arithmetic",
                ("window", InspectOptions.Window(parsed, window))));
        var question = new CriticalPointsOf(experiment.Landscape, ((CriticalMap)experiment.Figures[0].Kind).Window);
        (CriticalReport report, ExperimentResults results) = options.Execute(
            parsed, experiment, ["critical.csv"], context => context.Of(question), found => [TableCsv.Of(found.Table)], cancellation);
        options.Report(
            parsed,
            results,
            json =>
            {
                json.WriteString("landscape", experiment.Landscape.Info.Title);
                json.WriteBoolean("complete", report.IsComplete && report.Poles.Count == 0);
                json.WriteNumber("minima", report.Count(CriticalKind.Minimum));
                json.WriteNumber("saddles", report.Count(CriticalKind.Saddle));
                json.WriteNumber("maxima", report.Count(CriticalKind.Maximum));
                json.WriteNumber("degenerate", report.Count(CriticalKind.Degenerate));
                JsonCells.Write(json, "poles", report.Poles.Select(p => p.At));
                JsonCells.Write(json, "points", report.Table);
            },
            Lines(experiment.Landscape.Info, report));
        return ExitCode.Done;
    }

    // Points that the tolerance cannot tell from each other count as one.
    private static string Merged(CriticalFinding[] regions, int others)
    {
        string where = regions.Length == 1 ? "a flat region, which counts as one" : Invariant($"{regions.Length} flat regions, each of which counts as one");
        string count = Array.TrueForAll(regions, r => r.Merged is not null)
            ? Invariant($"{regions.Sum(r => r.Merged)} critical points lie")
            : "An unknown number of critical points lies";
        return Invariant($"{count} in {where}: gradient and curvature are within 1e-8 of 0 there. {others} others are told apart.");
    }

    private static IEnumerable<string> Lines(LandscapeInfo info, CriticalReport report)
    {
        yield return Invariant(
            $"{info.Title}: minima {report.Count(CriticalKind.Minimum)}, saddles {report.Count(CriticalKind.Saddle)}, ")
            + Invariant($"maxima {report.Count(CriticalKind.Maximum)}, degenerate {report.Count(CriticalKind.Degenerate)}");
        CriticalFinding[] regions = [.. report.Points.Where(p => p is { Kind: CriticalKind.Degenerate, IsKink: false, Boxes.Count: > 0 })];
        if (regions.Length > 0)
        {
            yield return Merged(regions, report.Points.Count - regions.Length);
        }

        foreach (Pole pole in report.Poles)
        {
            Domain around = pole.Extent;
            yield return Invariant($"The loss has no bound or no value at ({pole.At.X:G6}, {pole.At.Y:G6}): nothing is proved about such places ")
                + Invariant($"within [{around.X0:G3}, {around.X1:G3}] x [{around.Y0:G3}, {around.Y1:G3}].");
        }

        yield return !report.IsComplete ? "A part of the window could not be decided: there may be others."
            : report.Poles.Count > 0 ? "Interval arithmetic proves that the rest of the window holds no others."
            : "Interval arithmetic proves that the window holds no others.";
        yield return "";
        foreach (string line in TextTable.Lines(report.Table, MostLines))
        {
            yield return line;
        }
    }
}
