using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Experiments.Format;

/// <content>What consists of several values: points, lists, named ones.</content>
internal sealed partial class ValueReader
{
    /// <summary>The most entries of an object that has a name for each.</summary>
    private const int MostNamed = 1000;

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
}
