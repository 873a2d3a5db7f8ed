using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Cli.Commands;

/// <summary>One optimizer on one landscape.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        var options = new RunOptions();
        var command = new Command("run", "One optimizer on one landscape.");
        options.AddTo(command);
        Help.Examples(
            command,
            "run --landscape rosenbrock --optimizer adam --lr 0.05 --steps 500",
            "run --landscape sin-cos --optimizer momentum:momentum=0.99 --lr 0.01 --start 10,10",
            "run --landscape easy-hard --mixing fixed:alpha=0.3 --lr 0.12 --schedule exponential:decay=0.999");
        command.SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, options, cancellation)));
        return command;
    }

    private static int Execute(ParseResult parsed, RunOptions options, CancellationToken cancellation)
    {
        var builder = new ExperimentBuilder(parsed, options);
        Node? landscape = builder.Landscape(fallback: null);
        string optimizer = Names.From((parsed.GetValue(options.Optimizer) ?? "gd").Split(':')[0]);
        Experiment experiment = builder.Build(
            Names.From($"{(landscape is WordNode word ? word.Value.Split(':')[0] : "formula")}-{optimizer}"),
            landscape,
            RunOptions.Pair(parsed, options.Target),
            steps: null,
            [builder.Run(optimizer, "gd", "constant", RunOptions.Word(parsed, options.Mixing))],
            builder.Figures(title: null, "trajectory"));
        ExperimentResults results = Executor.Execute(experiment, options.Output.Execute(parsed), cancellation);
        Report.Write(parsed, options.Output, experiment, results);
        return ExitCode.Done;
    }
}
