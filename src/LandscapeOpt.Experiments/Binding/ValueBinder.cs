using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Documents;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Binding;

/// <summary>Turns nodes into the values of parameters; whatever is wrong becomes a problem at its place.</summary>
internal sealed class ValueBinder(ICollection<Problem> problems)
{
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
        object? value = parameter.Type switch
        {
            ParameterType.Number => Number(node, parameter.Accepts),
            ParameterType.Integer => Integer(node, parameter.Accepts),
            ParameterType.Flag => Flag(node),
            ParameterType.Choice => Choice(node, parameter.Choices),
            ParameterType.Text => Text(node),
            ParameterType.Numbers => Numbers(node, parameter.Accepts) is { } list ? new NumberList(list) : null,
            ParameterType.Point => Point(node),
            ParameterType.Domain => Rectangle(node),
            ParameterType.Member => Member(node, Kinds.Of(parameter.Catalogue!)),
            ParameterType.Members => Members(node, Kinds.Of(parameter.Catalogue!)),
            _ => NamedNumbers(node),
        };
        if (value is null || parameter.Allows(value))
        {
            return value;
        }

        Node[] outside = [.. (node as ListNode)?.Items.Where((_, i) => value is NumberList numbers && !parameter.Range.Contains(numbers[i])) ?? []];
        foreach (Node item in outside is [] ? [node] : outside)
        {
            Fail(item, $"{Show(item)} is out of range: expected {parameter.Accepts}");
        }

        return null;
    }

    internal double? Number(Node node, string accepts)
    {
        switch (node)
        {
            case NumberNode { Value: var value } when double.IsFinite(value):
                return value;
            case NumberNode number:
                Fail(node, $"{number.Text} is too large for a double: expected {accepts}");
                return null;
            case WordNode word when NumberText.TryParse(word.Value, out double value):
                return value;
            case WordNode word:
                Fail(node, $"{NumberText.Complaint(word.Value)}: expected {accepts}");
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
        if (text is not null && NumberText.TryParse(text, out long whole))
        {
            return whole;
        }

        // 1e3 and 100.0 are whole numbers too.
        if (text is not null && NumberText.TryParse(text, out double value) && value == Math.Floor(value) && Math.Abs(value) < -(double)long.MinValue)
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

    internal string? Text(Node node)
    {
        if (node is TextNode or WordNode)
        {
            return node is TextNode text ? text.Value : ((WordNode)node).Value;
        }

        Fail(node, $"{Show(node)} is not a text: expected one in quotation marks");
        return null;
    }

    internal Point? Point(Node node) => Numbers(node, "a point [x, y] of two finite numbers") switch
    {
        null => null,
        [double x, double y] => new Point(x, y),
        _ => (Point?)Fail(node, "a point has two numbers: [x, y]"),
    };

    internal string? Name(Node node) => Text(node) is not { } name || Names.IsKebab(name)
        ? Text(node)
        : (string?)Fail(node, $"{Show(node)} is not a name: expected {Names.Rule}");

    internal List<T> List<T>(ObjectNode owner, Fields fields, string key, Func<Node, T?> item, bool isNeeded = false)
        where T : class
    {
        if (fields[key] is ListNode found && (found.Items.Count > 0 || !isNeeded))
        {
            return [.. found.Items.Select(item).OfType<T>()];
        }

        if (fields[key] is { } wrong)
        {
            Fail(wrong, wrong is ListNode ? "the list is empty: expected at least one entry" : $"{Show(wrong)} is not a list: expected one");
        }
        else if (owner.Find(key) is null)
        {
            Fail(owner, $"the key '{key}' is missing: expected a list");
        }

        return [];
    }

    internal object? Member(Node node, Catalogue catalogue)
    {
        if (depth == Catalogues.Member.DeepestNesting)
        {
            return Fail(node, FormattableString.Invariant($"{catalogue.Plural} are nested more than {Catalogues.Member.DeepestNesting} deep"));
        }

        depth++;
        object? member = new MemberBinder(catalogue, this, problems).Bind(node);
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

    private double[]? Numbers(Node node, string accepts)
    {
        IEnumerable<Node> items = node switch
        {
            ListNode list => list.Items,
            WordNode word => word.Value.Split(';').Select(part => new WordNode(node.At, part.Trim())),
            _ => [],
        };
        if (node is not (ListNode or WordNode))
        {
            Fail(node, $"{Show(node)} is not a list: expected {accepts}");
            return null;
        }

        double?[] numbers = [.. items.Select(item => Number(item, accepts))];
        return Array.TrueForAll(numbers, n => n is not null) ? [.. numbers.Select(n => n!.Value)] : null;
    }

    private object? Rectangle(Node node) => node is ListNode { Items: [var x, var y] }
        && Point(x) is { } horizontal && Point(y) is { } vertical
            ? new Domain(horizontal.X, horizontal.Y, vertical.X, vertical.Y)
            : node is WordNode && Numbers(node, "x0;x1;y0;y1") is [var x0, var x1, var y0, var y1]
                ? new Domain(x0, x1, y0, y1)
                : Fail(node, "expected a rectangle [[x0, x1], [y0, y1]]");

    private object? Members(Node node, Catalogue catalogue)
    {
        if (node is not ObjectNode { Members.Count: > 0 } entries)
        {
            return Fail(node, $"{Show(node)} is not an object: expected {{name: {catalogue.Noun}, …}}");
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

        double?[] numbers = [.. entries.Members.Select(m => Number(m.Value, "a number"))];
        return Array.TrueForAll(numbers, n => n is not null)
            ? new NamedNumbers(entries.Members.Zip(numbers, (m, value) => KeyValuePair.Create(m.Name, value!.Value)))
            : null;
    }

    /// <summary>A node as a message shows it.</summary>
    internal static string Show(Node node) => node switch
    {
        NumberNode number => number.Text,
        TextNode text => $"'{Short(text.Value)}'",
        WordNode word => $"'{Short(word.Value)}'",
        FlagNode flag => flag.Value ? "true" : "false",
        ObjectNode => "an object",
        ListNode => "a list",
        _ => "null",
    };

    private static string Short(string text) => (text.Length > 60 ? text[..60] + "…" : text).ReplaceLineEndings(" ");
}
