using System.CommandLine;
using System.CommandLine.Completions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Cli.Commands;

/// <summary>What any two numbers make of a run.</summary>
internal static class MapHyperparameters
{
    private static readonly string[] Quantities = [.. Enum.GetValues<MapQuantity>().Select(Kebab.Of)];

    internal static Command Create()
    {
        var options = new MapCommandOptions();
        Option<string[]> axis = new("--axis")
        {
            HelpName = "PATH=from:to[:log]",
            Description = "A number of the run and its ends, twice: first what grows to the right, then what grows upward.",
        };
        Option<string?> quantity = InspectOptions.Text("--quantity", string.Join('|', Quantities), "What the colour says (default: final-loss).");
        quantity.CompletionSources.Add(_ => Quantities.Select(q => new CompletionItem(q)));
        var command = new Command("hyperparameters", "What any two numbers of optimizer, schedule, mixing, landscape or start make of a run.");
        options.AddTo(command, [axis, quantity]);
        Help.Examples(
            command,
            "map hyperparameters --landscape quadratic --optimizer momentum --steps 200 --axis optimizer.learningRate=0.001:1:log --axis "
                + "optimizer.momentum=0:0.99",
            "map hyperparameters --landscape rosenbrock --optimizer adam --axis optimizer.learningRate=1e-4:1:log --axis optimizer.beta1=0:0.99 --raw npy",
            "map hyperparameters --landscape himmelblau --lr 0.01 --axis start.x=-5:5 --axis optimizer.learningRate=0.001:0.05");
        command.SetAction((parsed, cancellation) => ExecuteAsync(parsed, options, (axis, quantity), cancellation));
        return command;
    }

    private static Task<int> ExecuteAsync(
        ParseResult parsed, MapCommandOptions options, (Option<string[]> Axis, Option<string?> Quantity) own, CancellationToken cancellation)
    {
        (int width, int height, Node pixels) = options.Size(parsed);
        string[] texts = parsed.GetValue(own.Axis) ?? [];
        if (texts.Length != 2)
        {
            throw new InputException(own.Axis.Name, "give two axes: --axis PATH=from:to[:log] --axis PATH=from:to[:log]");
        }

        (MapAxis horizontal, MapAxis vertical) = (Axis(texts[0]), Axis(texts[1]));
        Experiment experiment = options.Experiment(
            parsed,
            "hyperparameters",
            "hyperparameters",
            ("horizontal", ExperimentBuilder.Word(own.Axis, AxisText.Of(horizontal))),
            ("vertical", ExperimentBuilder.Word(own.Axis, AxisText.Of(vertical))),
            ("quantity", RunOptions.Word(parsed, own.Quantity)),
            ("pixels", pixels),
            ("retire", options.Retire(parsed)));
        return options.ExecuteAsync(parsed, experiment, (width, height), cancellation);

        MapAxis Axis(string text) => AxisText.Parse(text, out string complaint) ?? throw new InputException(own.Axis.Name, complaint);
    }
}
