using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>
/// A value that takes the place of what experiment files say: path=value. A path to a value of a run (as in a sweep) is about all runs unless it
/// begins with runs.NAME; any other key is the experiment's own.
/// </summary>
/// <param name="Path">The path.</param>
/// <param name="Value">The value, as a SPEC writes it; lists with semicolons.</param>
/// <param name="At">The option, for messages.</param>
public sealed record Override(string Path, Node Value, Origin At)
{
    private static readonly Dictionary<string, string> DefaultKinds = new(StringComparer.Ordinal)
    {
        ["optimizer"] = "gd",
        ["schedule"] = "constant",
        ["mixing"] = "average",
    };

    /// <summary>Reads path=value.</summary>
    /// <exception cref="InputException">There is no equals sign, or no path before it.</exception>
    public static Override Parse(string option, string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string path = equals < 0 ? text : text[..equals].Trim();
        return equals > 0 && path.Length > 0
            ? new(path, new WordNode(Origin.Option($"{option} {path}"), text[(equals + 1)..].Trim()), Origin.Option($"{option} {path}"))
            : throw new InputException(option, $"'{text}' is not an override: expected path=value, such as runs.guided.optimizer.learningRate=0.2");
    }

    /// <summary>The document with the value in its place.</summary>
    internal Node Apply(Node document, ICollection<Problem> problems)
    {
        if (document is not ObjectNode root || root.Find("runs") is not ListNode runs)
        {
            return document;
        }

        string[] names = [.. runs.Items.OfType<ObjectNode>().Select(r => r.Find("name")).OfType<TextNode>().Select(t => t.Value)];
        RunPath path = RunPath.Parse(Path, names);
        if (path.Run is { } run && !names.Contains(run, StringComparer.Ordinal))
        {
            problems.Add(new(At, $"there is no run '{run}' in {document.At.Source}{Spelling.Suggest(run, names)}"));
            return document;
        }

        bool isOfRuns = path.Run is not null || (WrittenRun.Keys.Contains(path.Keys[0], StringComparer.Ordinal) && path.Keys[0] is not "name");
        if (!isOfRuns)
        {
            return Set(root, Path.Split('.'), problems);
        }

        var changed = runs with
        {
            Items = [.. runs.Items
                .Select(r => r is ObjectNode o && path.Concerns((o.Find("name") as TextNode)?.Value ?? "") ? SetInRun(root, o, path.Keys, problems) : r)],
        };
        return With(root, "runs", changed);
    }

    // A run that leaves a key to the experiment gets the experiment's value first, so that a part of it can be changed.
    private Node SetInRun(ObjectNode root, ObjectNode run, IReadOnlyList<string> keys, ICollection<Problem> problems) =>
        Set(keys.Count > 1 && run.Find(keys[0]) is null && root.Find(keys[0]) is { } common ? With(run, keys[0], common) : run, keys, problems);

    private Node Set(Node? node, IReadOnlyList<string> keys, ICollection<Problem> problems, string? owner = null)
    {
        switch (keys.Count == 0 ? null : node)
        {
            case ObjectNode entries:
                return With(entries, keys[0], Set(entries.Find(keys[0]), [.. keys.Skip(1)], problems, keys[0]));
            case TextNode text when Spec.Read(text.Value, text.At, problems) is { } spec:
                return Set(spec, keys, problems, owner);
            case WordNode word when Spec.Read(word.Value, word.At, problems) is { } spec:
                return Set(spec, keys, problems, owner);
            case ListNode list when keys is ["x" or "y"] && list.Items.Count == 2:
                return list with { Items = keys[0] is "x" ? [Value, list.Items[1]] : [list.Items[0], Value] };
            case ListNode list when int.TryParse(keys[0], System.Globalization.CultureInfo.InvariantCulture, out int index) && index >= 0
                && index < list.Items.Count:
                return list with { Items = [.. list.Items.Select((item, i) => i == index ? Set(item, [.. keys.Skip(1)], problems) : item)] };
            case null when keys.Count == 0:
                return Value;
            case null when node is null:
                MemberNode[] kind = owner is not null && DefaultKinds.TryGetValue(owner, out string? name) ? [new("kind", At, new TextNode(At, name))] : [];
                return Set(new ObjectNode(At, kind), keys, problems);
            default:
                problems.Add(new(At, $"there is no '{keys[0]}' to be set in {node!.At}"));
                return node!;
        }
    }

    private static ObjectNode With(ObjectNode node, string key, Node value)
    {
        var member = new MemberNode(key, value.At, value);
        int place = node.Members.ToList().FindIndex(m => m.Name == key);
        return node with { Members = place < 0 ? [.. node.Members, member] : [.. node.Members.Take(place), member, .. node.Members.Skip(place + 1)] };
    }
}
