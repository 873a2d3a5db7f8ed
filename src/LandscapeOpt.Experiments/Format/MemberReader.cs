using LandscapeOpt.Catalogues;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Makes a catalogue member from a SPEC or an object.</summary>
internal sealed class MemberReader(Catalogue catalogue, ValueReader values, ICollection<Problem> problems)
{
    internal object? Bind(Node node)
    {
        switch (node)
        {
            case TextNode text:
                return Spec.Read(text.Value, node.At, problems) is { } spec ? Bind(spec) : null;
            case WordNode word:
                return Spec.Read(word.Value, node.At, problems) is { } short_ ? Bind(short_) : null;
            case ObjectNode entries:
                return Bind(entries);
            default:
                return values.Fail(node,
                    $"{ValueReader.Show(node)} is not {Article} {catalogue.Noun}: expected a SPEC (\"kind:key=value\") or an object with a kind");
        }
    }

    private string Article => catalogue.Noun[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a";

    private object? Bind(ObjectNode node)
    {
        if (node.Find("kind") is not { } kindNode)
        {
            return values.Fail(node, $"the key 'kind' is missing: expected one of {Listed(catalogue.All.Select(m => m.Name))}");
        }

        if (values.Text(kindNode) is not { } kind)
        {
            return null;
        }

        if (catalogue.Find(kind) is not { } member)
        {
            IEnumerable<string> known = catalogue.All.Select(m => m.Name);
            string hint = Spelling.Suggest(kind, known);
            return values.Fail(kindNode, $"unknown {catalogue.Noun} '{kind}'{(hint.Length > 0 ? hint : $": expected one of {Listed(known)}")}");
        }

        int before = problems.Count;
        var given = new Dictionary<Parameter, object>();
        foreach (MemberNode entry in node.Members.Where(m => !string.Equals(m.Name, "kind", StringComparison.Ordinal)))
        {
            Take(member, entry, given);
        }

        foreach (Parameter missing in member.Parameters.Where(p => p.IsRequired && !node.Members.Any(m => member.Find(m.Name) == p)))
        {
            values.Fail(node, $"{member.Name} needs the key '{missing.Name}': {missing.Accepts}");
        }

        if (problems.Count > before)
        {
            return null;
        }

        // Shorthands last: kappa scales whatever lambda1 was given.
        object made = given.OrderBy(g => g.Key.IsShorthand).Aggregate(member.Prototype, (made, g) => g.Key.With(made, g.Value));
        return member.Misfit(made) is { } misfit ? Misfit(node, misfit) : made;
    }

    // A message that begins with a key ("formula: …") belongs to that key's value.
    private object? Misfit(ObjectNode node, string misfit)
    {
        int colon = misfit.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && node.Find(misfit[..colon]) is { } value
            ? values.Fail(value, misfit[(colon + 1)..].TrimStart())
            : values.Fail(node, misfit);
    }

    private void Take(Member member, MemberNode entry, Dictionary<Parameter, object> given)
    {
        if (member.Find(entry.Name) is not { } parameter)
        {
            string known = member.Parameters.Count == 0 ? " (it has none)" : $": expected one of {Listed(member.Keys)}";
            string hint = Spelling.Suggest(entry.Name, member.Keys);
            problems.Add(new(entry.At, $"{member.Name} has no key '{entry.Name}'{(hint.Length > 0 ? hint : known)}"));
        }
        else if (entry.Value is NullNode)
        {
            values.Fail(entry.Value, $"null is no value for '{entry.Name}': leave the key out instead");
        }
        else if (given.ContainsKey(parameter))
        {
            problems.Add(new(entry.At, $"'{entry.Name}' sets {parameter.Name} a second time"));
        }
        else if (values.Value(entry.Value, parameter) is { } value)
        {
            given.Add(parameter, value);
        }
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
