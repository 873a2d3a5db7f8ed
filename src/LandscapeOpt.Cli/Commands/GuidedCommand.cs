using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The trajectory blog's experiment: a path-guided run and, beside it, a run with random weights.</summary>
internal static class GuidedCommand
{
    // The blog's target for its own landscape; every other landscape aims at its known minimum.
    private const string BlogLandscape = "easy-hard", BlogTarget = "2.15;2.0125";

    internal static Command Create()
    {
        var options = new RunOptions();
        var command = new Command("guided", "The path-guided run and, beside it, the random-weights run (the trajectory blog's experiment).");
        options.AddTo(command);
        Help.Examples(
            command,
            "guided --landscape easy-hard",
            "guided --mixing guided:escape=best-cosine --steps 60 --name escape",
            "guided --optimizer adam --lr 0.1 --target minimum --format svg");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, RunOptions options, CancellationToken cancellation)
    {
        var builder = new ExperimentBuilder(parsed, options);
        Node? landscape = builder.Landscape(BlogLandscape);
        string name = landscape is WordNode word ? word.Value : "formula";
        Experiment experiment = builder.Build(
            Names.From("guided-" + name),
            landscape,
            RunOptions.Pair(parsed, options.Target)
                ?? ExperimentBuilder.Word(name.Equals(BlogLandscape, StringComparison.OrdinalIgnoreCase) ? BlogTarget : "minimum"),
            steps: 20,
            [
                builder.Run("guided", "gd:learningRate=0.15", "exponential:decay=0.999",
                    RunOptions.Word(parsed, options.Mixing) ?? ExperimentBuilder.Word("guided")),
                builder.Run("random", "gd:learningRate=0.2", "constant", ExperimentBuilder.Word("random:seed=0")),
            ],
            builder.Figures(title: "Following the straight line to the target", "trajectory"));
        ExperimentResults results = Executor.Execute(experiment, options.Output.Execute(parsed), cancellation);
        Report.Write(parsed, options.Output, experiment, results);
        return ExitCode.Done;
    }
}
