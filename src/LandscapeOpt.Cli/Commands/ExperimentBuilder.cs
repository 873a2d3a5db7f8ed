using System.CommandLine;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Cli.Commands;

/// <summary>
/// Puts the words of a command line together to the document that an experiment file would be, so that both go through the same checks.
/// </summary>
internal sealed class ExperimentBuilder(ParseResult parsed, RunOptions options)
{
    private static readonly Origin Nowhere = Origin.Option("command line");
    private readonly List<Problem> problems = [];

    /// <summary>The experiment; its problems are thrown together.</summary>
    /// <exception cref="InputException">Something is wrong with the options.</exception>
    internal Experiment Build(string name, Node? landscape, Node? target, int? steps, IReadOnlyList<ObjectNode> runs, ListNode figures)
    {
        Dictionary<string, Node?> given = options.Settings.ToDictionary(o => o.Key.Name, o => o.Node(parsed), StringComparer.Ordinal);
        given["landscape"] = landscape;
        given["target"] = target;
        given["steps"] ??= steps is { } n ? Word(FormattableString.Invariant($"{n}")) : null;
        ObjectNode document = Object(
        [
            ("name", RunOptions.Word(parsed, options.Name) ?? Text(name)),
            .. given.Select(g => (g.Key, g.Value)),
            ("columns", options.ColumnNames.Node(parsed)),
            ("runs", new ListNode(Nowhere, runs)),
            ("figures", figures.Items.Count > 0 ? figures : null),
        ]);
        Experiment? experiment = ExperimentReader.Read(document, problems);
        if (landscape is null)
        {
            // Said in the words of the command line, not of files.
            problems.RemoveAll(p => p.At.Equals(Nowhere));
            problems.Insert(0, new(Origin.Option(options.Landscape.Name), "give a landscape (see list landscapes) or a --formula"));
        }

        return experiment is not null && problems.Count == 0 ? experiment : throw new InputException([.. problems.Distinct()]);
    }

    /// <summary>The landscape: --landscape, --formula or the default; null, which is a problem of the experiment, where there is none of them.</summary>
    internal Node? Landscape(string? fallback)
    {
        Node? landscape = RunOptions.Word(parsed, options.Landscape);
        if (parsed.GetValue(options.Formula) is not { } formula)
        {
            return landscape ?? (fallback is null ? null : Word(fallback));
        }

        if (landscape is not null)
        {
            throw new InputException(options.Formula.Name, "a formula stands instead of a landscape: give one of both");
        }

        Origin at = Origin.Option(options.Formula.Name);
        return new ObjectNode(at, [new("kind", at, new TextNode(at, "expression")), new("formula", at, new TextNode(at, formula))]);
    }

    /// <summary>A run with the rules that the options name, or these defaults.</summary>
    internal ObjectNode Run(string name, string optimizer, string schedule, Node? mixing)
    {
        Dictionary<string, Node?> rules = options.Rules.ToDictionary(o => o.Key.Name, o => o.Node(parsed), StringComparer.Ordinal);
        rules["optimizer"] = Optimizer(optimizer);
        rules["schedule"] ??= Word(schedule);
        rules["mixing"] = mixing;
        return Object([("name", Text(name)), .. rules.Select(r => (r.Key, r.Value))]);
    }

    internal static Node Word(string text) => new WordNode(Nowhere, text);

    /// <summary>A word that an option stands for.</summary>
    internal static Node Word(Option option, string text) => new WordNode(Origin.Option(option.Name), text);

    /// <summary>Figures of these kinds on the page that the options describe.</summary>
    internal ListNode Figures(string? title, params ReadOnlySpan<string> kinds) => new(Nowhere, [.. kinds.ToArray().Select(kind => Object(
        ("kind", Text(kind)),
        ("title", title is null ? null : Text(title)),
        ("page", Page())))]);

    /// <summary>One figure with settings of its own.</summary>
    internal ListNode Figure(string kind, string? title, string? subtitle, params ReadOnlySpan<(string Name, Node? Value)> settings) => new(
        Nowhere,
        [
            Object(
            [
                ("kind", Text(kind)),
                ("title", title is null ? null : Text(title)),
                ("subtitle", subtitle is null ? null : Text(subtitle)),
                .. settings,
                ("page", Page()),
            ]),
        ]);

    // What is wrong with the page as a whole is the first thing that was said of it.
    private ObjectNode Page()
    {
        (string Name, Node? Value)[] page = [.. options.Page.Select(o => (o.Key.Name, o.Node(parsed)))];
        return Object(page.FirstOrDefault(p => p.Value is not null).Value?.At ?? Nowhere, page);
    }

    // The option --learning-rate takes the place of the optimizer's own key.
    private Node Optimizer(string fallback)
    {
        Node optimizer = RunOptions.Word(parsed, options.Optimizer) ?? Word(fallback);
        if (RunOptions.Word(parsed, options.LearningRate) is not { } rate || Spec.Read(((WordNode)optimizer).Value, optimizer.At, problems) is not { } spec)
        {
            return optimizer;
        }

        return spec with { Members = [.. spec.Members.Where(m => m.Name is not "learningRate"), new("learningRate", rate.At, rate)] };
    }

    private static TextNode Text(string text) => new(Nowhere, text);

    private static ObjectNode Object(params ReadOnlySpan<(string Name, Node? Value)> members) => Object(Nowhere, members);

    private static ObjectNode Object(Origin at, ReadOnlySpan<(string Name, Node? Value)> members)
    {
        var list = new List<MemberNode>();
        foreach ((string name, Node? value) in members)
        {
            if (value is not null)
            {
                list.Add(new(name, value.At, value));
            }
        }

        return new(at, list);
    }
}
