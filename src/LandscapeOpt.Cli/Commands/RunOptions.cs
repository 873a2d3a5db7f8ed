using System.CommandLine;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Cli.Terminal;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Commands;

/// <summary>
/// The options that every command shares that runs something: one for each key of a run and of a page, made from its description, and a few
/// that only a command line has.
/// </summary>
internal sealed class RunOptions
{
    /// <summary>What an experiment says for all its runs.</summary>
    internal IReadOnlyList<KeyOption> Settings { get; } = Of(Run.Settings);

    /// <summary>The rules of a run.</summary>
    internal IReadOnlyList<KeyOption> Rules { get; } = Of(Run.Rules);

    /// <summary>How figures look: how large they are, then their colours.</summary>
    internal IReadOnlyList<KeyOption> Page { get; } = Of(
        [.. PageStyle.Keys.Where(k => !IsColour(k)), .. PageStyle.Keys.Where(IsColour)], new PageStyle());

    internal KeyOption ColumnNames { get; } = KeyOption.Of(Experiment.Tail.First(k => k.Name is "columns"));

    internal Option<string?> Formula { get; } = Text("--formula", "\"…\"", "A formula in x and y instead of a landscape (see describe expression).");

    internal Option<string?> LearningRate { get; } = Text("--learning-rate", "R", "The learning rate; wins over the optimizer's key.", "--lr");

    internal Option<string?> Name { get; } = Text("--name", "NAME", "Name of the experiment and its results folder.");

    internal Option<string?> Landscape => Find(Settings, "landscape").Text;

    internal Option Start => Find(Settings, "start").Option;

    internal Option<string?> Steps => Find(Settings, "steps").Text;

    internal Option<string?> Target => Find(Settings, "target").Text;

    internal Option<string?> Seed => Find(Settings, "seed").Text;

    internal Option<string?> Optimizer => Find(Rules, "optimizer").Text;

    internal Option<string?> Mixing => Find(Rules, "mixing").Text;

    internal Option Columns => ColumnNames.Option;

    internal OutputOptions Output { get; } = new();

    /// <summary>The run's options in the order of help: where it is, by which rules, what it aims at.</summary>
    internal IEnumerable<Option> OfRun =>
    [
        .. Settings.Select(o => o.Option).Except([Target, Seed]),
        LearningRate,
        .. Rules.Select(o => o.Option),
        Target,
        Seed,
    ];

    /// <summary>The page's options.</summary>
    internal IEnumerable<Option> OfPage => Page.Select(o => o.Option);

    /// <summary>Adds the options to a command, but for some.</summary>
    internal void AddTo(Command command, params IReadOnlyList<Option> without)
    {
        foreach (Option option in (Option[])[Landscape, Formula, .. OfRun.Except([Landscape]).Append(Columns).Except(without), Name, .. OfPage])
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

    private static KeyOption[] Of(IEnumerable<Parameter> keys, object? prototype = null) =>
        [.. keys.Where(KeyOption.Suits).Select(k => KeyOption.Of(k, prototype))];

    private static bool IsColour(Parameter key) => key.Name is "theme" or "transparent";

    private static KeyOption Find(IEnumerable<KeyOption> options, string key) => options.First(o => o.Key.Name == key);

    private static Option<string?> Text(string name, string helpName, string description, params string[] aliases) => new(name, aliases)
    {
        HelpName = helpName,
        Description = description,
    };
}
