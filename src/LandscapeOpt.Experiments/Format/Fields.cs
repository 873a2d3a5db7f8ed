using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The members of an object with a fixed set of keys; keys outside the set become problems.</summary>
internal sealed class Fields
{
    private readonly ObjectNode node;

    internal Fields(ObjectNode node, IReadOnlyList<string> keys, ICollection<Problem> problems)
    {
        this.node = node;
        foreach (MemberNode member in node.Members)
        {
            if (!keys.Contains(member.Name, StringComparer.Ordinal))
            {
                string hint = Spelling.Suggest(member.Name, keys);
                problems.Add(new(member.At, $"unknown key '{member.Name}'{(hint.Length > 0 ? hint : ": expected one of " + string.Join(", ", keys))}"));
            }
            else if (member.Value is NullNode)
            {
                problems.Add(new(member.Value.At, $"null is no value for '{member.Name}': leave the key out instead"));
            }
        }
    }

    internal Node? this[string key] => node.Find(key) is { } value and not NullNode ? value : null;
}
