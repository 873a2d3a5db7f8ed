using System.CommandLine;
using LandscapeOpt.Analyses;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The recipe inside a figure, and making it again.</summary>
internal static class ExplainCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "A PNG or SVG figure made by this tool." };
        var rerun = new Option<bool>("--rerun") { Description = "Run the experiment again, make its results folder, and compare the figure's pixels." };
        var output = new OutputOptions();
        var command = new Command("explain", "The recipe inside a figure: what was run, by which version.") { file, rerun };
        output.AddTo(command);
        Help.Examples(command, "explain out/guided-easy-hard/figures/trajectory.png", "explain figure.svg --rerun");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, parsed.GetValue(file)!, parsed.GetValue(rerun), output, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, string file, bool rerun, OutputOptions output, CancellationToken cancellation)
    {
        FigureInfo info = FigureFile.Read(file);
        FigureRecipe recipe = FigureFile.Recipe(file) ?? throw new InputException(file, "the figure has no recipe of this tool inside");
        TextWriter stdout = parsed.InvocationConfiguration.Output;
        if (!rerun)
        {
            stdout.WriteLine(parsed.GetValue(output.Json) ? info.Recipe : $"{info.Title}\n{info.Description}\n\n{info.Recipe}");
            return ExitCode.Done;
        }

        var problems = new List<Problem>();
        Experiment? experiment = JsonText.Read(file, recipe.Experiment, problems) is { } document ? ExperimentReader.Read(document, problems) : null;
        if (experiment is null || problems.Count > 0)
        {
            throw new InputException(problems);
        }

        ExecuteOptions options = output.Execute(parsed);
        ExperimentResults results = Executor.Execute(experiment, options, cancellation);
        Report.Write(parsed, output, experiment, results);

        // What was up to date was not run again, and without a format nothing was drawn.
        string? drawn = results.Outcome is ExecuteOutcome.Done && options.Formats is [var first, ..] ? first : null;
        return Compare(parsed, recipe, experiment, drawn is null ? Again : spec =>
            FigureFile.Recipe(Path.Combine(results.Folder, FigureRenderer.FileOf(spec, drawn)))!);

        FigureRecipe Again(FigureSpec spec)
        {
            DrawnRuns runs = DrawnRuns.Compute(experiment, ExperimentWriter.Write(experiment), new Answers(cancellation), cancellation);
            return FigureRecipe.Read(FigureRenderer.Render(spec, runs).Info(cancellation).Recipe)!;
        }
    }

    private static int Compare(ParseResult parsed, FigureRecipe recipe, Experiment experiment, Func<FigureSpec, FigureRecipe> draw)
    {
        FigureSpec? spec = experiment.Figures.FirstOrDefault(f => string.Equals(f.Name, recipe.Figure, StringComparison.Ordinal));
        if (spec is null)
        {
            parsed.InvocationConfiguration.Error.WriteLine($"the recipe's experiment has no figure '{recipe.Figure}'");
            return ExitCode.Failed;
        }

        FigureRecipe again = draw(spec);
        string[] differences =
        [
            .. again.Pixels == recipe.Pixels ? Array.Empty<string>() : ["the pixels differ"],
            .. RecipeDifference.Traces(recipe, again) is { Count: > 0 } runsThatDiffer
                ? ["the numbers differ in the trace of " + string.Join(", ", runsThatDiffer)] : Array.Empty<string>(),
        ];
        parsed.InvocationConfiguration.Error.WriteLine(differences.Length == 0
            ? $"{recipe.Figure}: every pixel is as it was, and so are the numbers in the traces"
            : $"{recipe.Figure}: {string.Join(", and ", differences)}: the recipe was changed by hand, or version {recipe.Version} computed or drew otherwise");
        return differences.Length == 0 ? ExitCode.Done : ExitCode.Failed;
    }
}
