namespace LandscapeOpt.Experiments.Format;

/// <summary>Reads the short form of a catalogue member: "kind" or "kind:key=value,key=value"; a nested SPEC stands in parentheses.</summary>
public static class Spec
{
    /// <summary>The object that the SPEC stands for; null where it is malformed.</summary>
    public static ObjectNode? Read(string text, Origin at, ICollection<Problem> problems)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string kind = (colon < 0 ? text : text[..colon]).Trim();
        var members = new List<MemberNode> { new("kind", at, new TextNode(at, kind)) };
        if (colon >= 0)
        {
            foreach (string part in Split(text[(colon + 1)..], ','))
            {
                int equals = part.IndexOf('=', StringComparison.Ordinal);
                if (equals <= 0)
                {
                    string list = members[^1] is { Value: WordNode before } last
                        ? $"; a list is written with semicolons: {last.Name}={before.Value};{part.Trim()}" : "";
                    problems.Add(new(at, $"'{text}' is not a SPEC: expected kind or kind:key=value,key=value, got '{part.Trim()}'{list}"));
                    return null;
                }

                string key = part[..equals].Trim(), value = part[(equals + 1)..].Trim();
                if (members.Exists(m => string.Equals(m.Name, key, StringComparison.Ordinal)))
                {
                    problems.Add(new(at, $"the key '{key}' stands twice in '{text}'"));
                    return null;
                }

                members.Add(new(key, at.Inside(key), new WordNode(at.Inside(key), Unwrap(value))));
            }
        }

        return new(at, members);
    }

    /// <summary>The parts of a text between separators that stand outside parentheses and brackets.</summary>
    internal static IEnumerable<string> Split(string text, char separator)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (text[i] == separator && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unwrap(string value) => value is ['(', .., ')'] ? value[1..^1] : value;
}
