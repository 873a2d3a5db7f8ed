using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>Reads JSON with comments and trailing commas into nodes that know where they were written.</summary>
public static class JsonText
{
    private const int MaximumDepth = 64;

    private static readonly JsonReaderOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaximumDepth,
    };

    /// <summary>Reads a whole document.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The root; null where the text is not JSON.</returns>
    public static Node? Read(string source, ReadOnlySpan<byte> bytes, ICollection<Problem> problems)
    {
        int skipped = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = new SourceText(source, bytes[skipped..].ToArray());
        var reader = new Utf8JsonReader(text.Bytes, Options);
        try
        {
            reader.Read();
            Node root = Value(ref reader, Origin.Start(text, (int)reader.TokenStartIndex), problems);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            problems.Add(new(Origin.Start(text, text.Offset(e.LineNumber ?? 0, e.BytePositionInLine ?? 0)), "not valid JSON: " + Reason(e)));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(Origin.Start(text, (int)reader.TokenStartIndex), "not valid JSON: the text is not Unicode (UTF-8, surrogates in pairs)"));
        }

        return null;
    }

    // The framework's message ends with its own 0-based position, which would contradict ours.
    private static string Reason(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = end < 0 ? e.Message : e.Message[..end];

        // What the framework says of this case speaks of its own parameters.
        reason = reason.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) ? "there is nothing in it, expected an object" : reason;
        return reason.TrimEnd('.').ReplaceLineEndings(" ");
    }

    private static Node Value(ref Utf8JsonReader reader, Origin at, ICollection<Problem> problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Object(ref reader, at, problems);
            case JsonTokenType.StartArray:
                var items = new List<Node>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref reader, at.Item(items.Count, (int)reader.TokenStartIndex), problems));
                }

                return new ListNode(at, items);
            case JsonTokenType.Number:
                string digits = Encoding.ASCII.GetString(reader.ValueSpan);
                return new NumberNode(at, double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture), digits);
            case JsonTokenType.True or JsonTokenType.False:
                return new FlagNode(at, reader.GetBoolean());
            case JsonTokenType.String:
                return new TextNode(at, reader.GetString()!);
            default:
                return new NullNode(at);
        }
    }

    private static ObjectNode Object(ref Utf8JsonReader reader, Origin at, ICollection<Problem> problems)
    {
        var members = new List<MemberNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = reader.GetString()!;
            Origin key = at.Member(name, (int)reader.TokenStartIndex);
            reader.Read();
            Node value = Value(ref reader, at.Member(name, (int)reader.TokenStartIndex), problems);
            if (names.Add(name))
            {
                members.Add(new(name, key, value));
            }
            else
            {
                problems.Add(new(key, $"the key '{name}' stands twice in the same object"));
            }
        }

        return new(at, members);
    }
}
