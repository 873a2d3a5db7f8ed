using System.CommandLine;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>The options that every command shares that runs something. Values stay text: the experiment binder reads and checks them.</summary>
internal sealed class RunOptions
{
    internal Option<string?> Landscape { get; } = Spec("--landscape", "landscape", "The landscape to descend.");

    internal Option<string?> Formula { get; } = Text("--formula", "\"…\"", "A formula in x and y instead of a landscape (see describe expression).");

    internal Option<string?> Start { get; } = Text("--start", "X,Y", "Where the run begins (default: the landscape's start).");

    internal Option<string?> Steps { get; } = Text("--steps", "N", "How many steps.");

    internal Option<string?> LearningRate { get; } = Text("--learning-rate", "R", "The learning rate; wins over the optimizer's key.", "--lr");

    internal Option<string?> Optimizer { get; } = Spec("--optimizer", "optimizer", "The update rule (default: gd).");

    internal Option<string?> Schedule { get; } = Spec("--schedule", "schedule", "The learning rate over time (default: constant).");

    internal Option<string?> Mixing { get; } = Spec("--mixing", "mixing", "How the components' gradients are weighed.");

    internal Option<string[]> Transform { get; } = new("--transform")
    {
        HelpName = "SPEC",
        Description = "What happens to the gradient before the optimizer; repeatable.",
    };

    internal Option<string?> Averaging { get; } = Spec("--averaging", "averaging", "A second sequence beside the iterates.");

    internal Option<string?> Target { get; } = Text("--target", "X,Y|minimum", "The known final point.");

    internal Option<string?> Seed { get; } = Text("--seed", "N", "Seed of the random streams (default: 0).");

    internal Option<string[]> Columns { get; } = new("--columns")
    {
        HelpName = "NAME,…",
        Description = "Further trace columns (see list columns).",
    };

    internal Option<string?> Name { get; } = Text("--name", "NAME", "Name of the experiment and its results folder.");

    internal Option<string?> Size { get; } = Text("--size", "WxH", "Size of the figures in points (default: what suits them).");

    internal Option<string?> Scale { get; } = Text("--scale", "N", "Pixels per point (default: 2).");

    internal Option<string?> Theme { get; } = Text("--theme", "light|dark", "Colours of the figures (default: light).");

    internal Option<bool> Transparent { get; } = new("--transparent") { Description = "Draw figures without a background." };

    internal OutputOptions Output { get; } = new();

    /// <summary>Adds the options to a command, but for some.</summary>
    internal void AddTo(Command command, params IReadOnlyList<Option> without)
    {
        Transform.CompletionSources.Add(_ => Kinds.Of("transform").All.Select(m => new System.CommandLine.Completions.CompletionItem(m.Name)));
        Columns.CompletionSources.Add(_ => TraceColumns.Optional.Select(c => new System.CommandLine.Completions.CompletionItem(c)));
        Option[] options =
        [
            Landscape, Formula, Start, Steps, LearningRate, Optimizer, Schedule, Mixing, Transform, Averaging, Target, Seed, Columns, Name,
            Size, Scale, Theme, Transparent,
        ];
        foreach (Option option in options.Except(without))
        {
            command.Add(option);
        }

        Output.AddTo(command);
    }

    /// <summary>The value of an option as a node; null where it is not given.</summary>
    internal static Node? Word(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? new WordNode(Origin.Option(option.Name), text) : null;

    /// <summary>A point written X,Y.</summary>
    internal static Node? Pair(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } text ? new WordNode(Origin.Option(option.Name), text) { Separator = ',' } : null;

    internal IReadOnlyList<Node> Transforms(ParseResult parsed) =>
        [.. (parsed.GetValue(Transform) ?? []).Select(text => new WordNode(Origin.Option(Transform.Name), text))];

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = helpName,
        Description = description,
    };

    private static Option<string?> Spec(string name, string noun, string description)
    {
        var option = new Option<string?>(name) { HelpName = "SPEC", Description = description };
        option.CompletionSources.Add(_ => Kinds.Of(noun).All.Select(m => new System.CommandLine.Completions.CompletionItem(m.Name)));
        return option;
    }
}
