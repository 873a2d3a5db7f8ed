namespace LandscapeOpt.Experiments.Format;

/// <summary>A value of the input with the place it was written at.</summary>
/// <param name="At">Where it was written.</param>
public abstract record Node(Origin At);

/// <summary>Named values in the order written.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Members">The members; names are unique.</param>
public sealed record ObjectNode(Origin At, IReadOnlyList<MemberNode> Members) : Node(At)
{
    /// <summary>The value of that key.</summary>
    public Node? Find(string key) => Members.FirstOrDefault(m => string.Equals(m.Name, key, StringComparison.Ordinal))?.Value;
}

/// <summary>A key and its value.</summary>
/// <param name="Name">The key.</param>
/// <param name="At">Where the key was written.</param>
/// <param name="Value">The value.</param>
public sealed record MemberNode(string Name, Origin At, Node Value);

/// <summary>A list.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Items">The entries.</param>
public sealed record ListNode(Origin At, IReadOnlyList<Node> Items) : Node(At);

/// <summary>A number.</summary>
/// <param name="At">Where it was written.</param>
/// <param name="Value">The number; infinite where it was too large to be a double.</param>
/// <param name="Text">As it was written.</param>
public sealed record NumberNode(Origin At, double Value, string Text) : Node(At);

/// <summary>A quoted text.</summary>
/// <param name="At">Where it was written.</param>
/// <param name="Value">The text.</param>
public sealed record TextNode(Origin At, string Value) : Node(At);

/// <summary>A word of a SPEC or a command line, whose type the parameter decides: number, flag, name or list.</summary>
/// <param name="At">Where it was written.</param>
/// <param name="Value">The word.</param>
public sealed record WordNode(Origin At, string Value) : Node(At)
{
    /// <summary>What stands between the entries of a list.</summary>
    public char Separator { get; init; } = ';';
}

/// <summary>true or false.</summary>
/// <param name="At">Where it was written.</param>
/// <param name="Value">The value.</param>
public sealed record FlagNode(Origin At, bool Value) : Node(At);

/// <summary>null.</summary>
/// <param name="At">Where it was written.</param>
public sealed record NullNode(Origin At) : Node(At);
