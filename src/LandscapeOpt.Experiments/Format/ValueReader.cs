using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Turns nodes into the values of parameters; whatever is wrong becomes a problem at its place.</summary>
internal sealed class ValueReader(ICollection<Problem> problems)
{
    /// <summary>The most entries of an object that has a name for each.</summary>
    private const int MostNamed = 1000;

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

    private Point? Pair(Node node, (string Noun, string First, string Second) pair)
    {
        (string noun, string first, string second) = pair;
        string accepts = node is WordNode ? noun : $"{noun} [{first}, {second}] of two finite numbers", form = $"{first};{second}";
        return Numbers(node, accepts, form) switch
        {
            null => null,
            [double x, double y] => new Point(x, y),
            _ => (Point?)Fail(node, node is WordNode word
                ? $"{Show(node)} is not two numbers: expected {noun} written {Form(word, form)}"
                : $"{noun} has two numbers: [{first}, {second}]"),
        };
    }

    private List<string>? Texts(Node node, Parameter parameter) => List(node, item =>
    {
        if (Text(item) is not { } text || parameter.Choices.Count == 0 || parameter.Choices.Contains(text, StringComparer.Ordinal))
        {
            return Text(item);
        }

        string hint = Spelling.Suggest(text, parameter.Choices);
        hint = hint.Length > 0 ? hint : ": expected one of " + string.Join(", ", parameter.Choices);
        return Fail(item, $"unknown {parameter.Name.TrimEnd('s')} '{text}'{hint}") as string;
    });

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

    /// <param name="node">The list.</param>
    /// <param name="accepts">What is accepted, in words.</param>
    /// <param name="form">How a SPEC writes it.</param>
    private double[]? Numbers(Node node, string accepts, string form)
    {
        if (node is WordNode word)
        {
            accepts = $"{accepts} written {Form(word, form)}";
            if (word.Value.StartsWith('['))
            {
                Fail(node, $"{Show(node)} has brackets: expected {accepts}");
                return null;
            }
        }
        else if (node is not ListNode)
        {
            Fail(node, $"{Show(node)} is not a list: expected {accepts}");
            return null;
        }

        IEnumerable<Node> items = node is WordNode { Separator: var separator } words
            ? words.Value.Split(separator).Select(part => new WordNode(node.At, part.Trim()))
            : ((ListNode)node).Items;
        double?[] numbers = [.. items.Select(item => Number(item, accepts))];
        return Array.TrueForAll(numbers, n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    private object? Rectangle(Node node) => node is ListNode { Items: [var x, var y] }
        && Pair(x, PlanePoint) is { } horizontal && Pair(y, PlanePoint) is { } vertical
            ? new Domain(horizontal.X, horizontal.Y, vertical.X, vertical.Y)
            : node is not WordNode word ? Fail(node, "expected a rectangle [[x0, x1], [y0, y1]]")
            : Numbers(node, "a rectangle", "x0;x1;y0;y1") switch
            {
                null => null,
                [var x0, var x1, var y0, var y1] => new Domain(x0, x1, y0, y1),
                _ => Fail(node, $"{Show(node)} is not four numbers: expected a rectangle written {Form(word, "x0;x1;y0;y1")}"),
            };

    private static string Form(WordNode word, string form) => form.Replace(';', word.Separator);

    private object? Members(Node node, Catalogue catalogue)
    {
        if (node is not ObjectNode { Members.Count: > 0 } entries)
        {
            return Fail(node, $"{(node is ObjectNode ? "the object is empty" : Show(node) + " is not an object")}: expected {{name: {catalogue.Noun}, …}}");
        }

        if (entries.Members.Count > MostNamed)
        {
            return Fail(node, FormattableString.Invariant($"there are {entries.Members.Count:N0} entries: expected at most {MostNamed}"));
        }

        object?[] members = [.. entries.Members.Select(m => Names.IsKebab(m.Name)
            ? Member(m.Value, catalogue)
            : Fail(m.Value, $"'{m.Name}' is not a name: expected {Names.Rule}"))];
        return Array.TrueForAll(members, m => m is not null)
            ? new NamedMembers(entries.Members.Zip(members, (m, value) => KeyValuePair.Create(m.Name, value!)))
            : null;
    }

    private object? NamedNumbers(Node node)
    {
        if (node is not ObjectNode entries)
        {
            return Fail(node, $"{Show(node)} is not an object: expected {{name: number, …}}");
        }

        if (entries.Members.Count > MostNamed)
        {
            return Fail(node, FormattableString.Invariant($"there are {entries.Members.Count:N0} entries: expected at most {MostNamed}"));
        }

        double?[] numbers = [.. entries.Members.Select(m => Number(m.Value, "a number"))];
        return Array.TrueForAll(numbers, n => n is not null)
            ? new NamedNumbers(entries.Members.Zip(numbers, (m, value) => KeyValuePair.Create(m.Name, value!.Value)))
            : null;
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
