using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Turns nodes into the values of parameters; whatever is wrong becomes a problem at its place.</summary>
internal sealed partial class ValueReader(ICollection<Problem> problems)
{
    private static readonly (string, string, string) PlanePoint = ("a point", "x", "y");

    private int depth;

    /// <summary>How many problems there are so far.</summary>
    internal int ProblemCount => problems.Count;

    internal object? Fail(Node node, string message)
    {
        problems.Add(new(node.At, message));
        return null;
    }

    internal Fields Fields(ObjectNode node, IReadOnlyList<string> keys) => new(node, keys, problems);

    internal object? Value(Node node, Parameter parameter)
    {
        if (parameter.Words.Count > 0 && (node is TextNode || (node as WordNode)?.Value is { } word && parameter.Words.Contains(word, StringComparer.Ordinal)))
        {
            return Text(node) is { } known && parameter.Words.Contains(known, StringComparer.Ordinal)
                ? known
                : Fail(node, $"{Show(node)} is no {parameter.Name}: expected {parameter.Accepts}");
        }

        object? value = parameter.Type switch
        {
            ParameterType.Number => Number(node, parameter.Accepts),
            ParameterType.Integer => Integer(node, parameter.Accepts),
            ParameterType.Flag => Flag(node),
            ParameterType.Choice => Choice(node, parameter.Choices),
            ParameterType.Text => Text(node, parameter.MaximumLength),
            ParameterType.Texts => Texts(node, parameter),
            ParameterType.Numbers => Numbers(node, parameter.Accepts, parameter.SpecForm!) is { } list ? new NumberList(list) : null,
            ParameterType.Point => Pair(node, parameter.Pair),
            ParameterType.Domain => Rectangle(node),
            ParameterType.Member => Member(node, Kinds.Of(parameter.Catalogue!)),
            ParameterType.Members => Members(node, Kinds.Of(parameter.Catalogue!)),
            ParameterType.MemberList => List(node, item => Member(item, Kinds.Of(parameter.Catalogue!))),
            ParameterType.Block => Block(node, parameter.Prototype!, parameter.Keys, parameter.Name),
            _ => NamedNumbers(node),
        };
        if (value is null || parameter.Allows(value))
        {
            return value;
        }

        Node[] outside = value switch
        {
            NumberList numbers => [.. (node as ListNode)?.Items.Where((_, i) => !parameter.Range.Contains(numbers[i])) ?? []],
            Point pair when pair.IsFinite => [.. (node as ListNode)?.Items.Where((_, i) => !parameter.Range.Contains(i == 0 ? pair.X : pair.Y)) ?? []],
            _ => [],
        };
        string accepts = value is Point ? parameter.Range.Describe("a number") : parameter.Accepts;
        foreach (Node item in outside is [] ? [node] : outside)
        {
            Fail(item, $"{Show(item)} is out of range: expected {accepts}");
        }

        return null;
    }

    /// <summary>An object with keys of its own.</summary>
    /// <param name="node">The object.</param>
    /// <param name="prototype">What an empty object stands for.</param>
    /// <param name="keys">Its keys, over the prototype.</param>
    /// <param name="noun">What the object is called.</param>
    internal object? Block(Node node, object prototype, IReadOnlyList<Parameter> keys, string noun)
    {
        if (node is not ObjectNode entries)
        {
            return Fail(node, $"{Show(node)} is not an object: expected {{{string.Join(", ", keys.Select(k => $"\"{k.Name}\": …"))}}}");
        }

        int before = ProblemCount;
        object made = Block(Fields(entries, [.. keys.Select(k => k.Name)]), prototype, keys);
        foreach (Parameter missing in keys.Where(k => k.IsRequired && entries.Find(k.Name) is null))
        {
            Fail(node, $"the {noun} needs the key '{missing.Name}': {missing.Accepts}");
        }

        return ProblemCount > before ? null : made;
    }

    /// <summary>An object with what the fields say of some keys.</summary>
    internal object Block(Fields fields, object made, IEnumerable<Parameter> keys) => keys.Aggregate(
        made, (current, key) => fields[key.Name] is { } given && Value(given, key) is { } value ? key.With(current, value) : current);

    internal double? Number(Node node, string accepts)
    {
        switch (node)
        {
            case NumberNode { Value: var value } when double.IsFinite(value):
                return value;
            case NumberNode number:
                Fail(node, $"{Show(number)} is too large for a double: expected {accepts}");
                return null;
            case WordNode word when InvariantNumber.TryParse(word.Value, out double value):
                return value;
            case WordNode word:
                Fail(node, $"{InvariantNumber.Complaint(word.Value)}: expected {accepts}");
                return null;
            default:
                Fail(node, $"{Show(node)} is not a number: expected {accepts}");
                return null;
        }
    }

    internal long? Integer(Node node, string accepts)
    {
        string? text = node switch
        {
            NumberNode number => number.Text,
            WordNode word => word.Value,
            _ => null,
        };
        if (text is not null && InvariantNumber.TryParse(text, out long whole))
        {
            return whole;
        }

        // 1e3 and 100.0 are whole numbers too.
        if (text is not null && InvariantNumber.TryParse(text, out double value) && value == Math.Floor(value) && Math.Abs(value) < -(double)long.MinValue)
        {
            return (long)value;
        }

        Fail(node, $"{Show(node)} is not a whole number: expected {accepts}");
        return null;
    }

    internal bool? Flag(Node node)
    {
        switch (node)
        {
            case FlagNode flag:
                return flag.Value;
            case WordNode { Value: "true" }:
                return true;
            case WordNode { Value: "false" }:
                return false;
            default:
                Fail(node, $"{Show(node)} is neither true nor false");
                return null;
        }
    }

    internal string? Text(Node node, int most = TextLimits.Any)
    {
        string? text = node is TextNode quoted ? quoted.Value : (node as WordNode)?.Value;
        if (text?.Length <= most)
        {
            return text;
        }

        Fail(node, text is null
            ? $"{Show(node)} is not a text: expected one in quotation marks"
            : FormattableString.Invariant($"{Show(node)} has {text.Length:N0} characters: expected at most {most:N0}"));
        return null;
    }

    internal string? Name(Node node) => Text(node) is not { } name || Names.IsKebab(name)
        ? Text(node)
        : (string?)Fail(node, $"{Show(node)} is not a name: expected {Names.Rule}");

    /// <summary>The entries of a list that are right; null where it is none.</summary>
    internal List<T>? List<T>(Node node, Func<Node, T?> item)
        where T : class
    {
        if (node is ListNode list)
        {
            return [.. list.Items.Select(item).OfType<T>()];
        }

        Fail(node, $"{Show(node)} is not a list: expected one");
        return null;
    }

    internal object? Member(Node node, Catalogue catalogue)
    {
        if (depth == Catalogues.Member.DeepestNesting)
        {
            return Fail(node, FormattableString.Invariant($"{catalogue.Plural} are nested more than {Catalogues.Member.DeepestNesting} deep"));
        }

        depth++;
        object? member = new MemberReader(catalogue, this, problems).Bind(node);
        depth--;
        return member;
    }

    internal string? Choice(Node node, IReadOnlyList<string> choices)
    {
        if (Text(node) is not { } text || choices.Contains(text, StringComparer.Ordinal))
        {
            return Text(node);
        }

        Fail(node, $"'{text}' is unknown: expected one of {string.Join(", ", choices)}{Spelling.Suggest(text, choices)}");
        return null;
    }

    /// <summary>A node as a message shows it.</summary>
    internal static string Show(Node node) => node switch
    {
        NumberNode number => Short(number.Text),
        TextNode text => $"'{Short(text.Value)}'",
        WordNode word => $"'{Short(word.Value)}'",
        FlagNode flag => flag.Value ? "true" : "false",
        ObjectNode => "an object",
        ListNode => "a list",
        _ => "null",
    };

    private static string Short(string text) => Clip.Beginning(text, 60).ReplaceLineEndings(" ");
}
