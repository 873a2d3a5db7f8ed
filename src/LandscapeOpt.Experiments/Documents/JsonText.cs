using System.Globalization;
using System.Text;
using System.Text.Json;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>Reads JSON with comments and trailing commas into nodes that know their line and column.</summary>
public static class JsonText
{
    private const int MaximumDepth = 64;

    /// <summary>Reads a whole document.</summary>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="bytes">UTF-8, with or without a byte order mark.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The root; null where the text is not JSON.</returns>
    public static Node? Read(string source, ReadOnlySpan<byte> bytes, ICollection<Problem> problems)
    {
        int skipped = bytes.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        ReadOnlySpan<byte> text = bytes[skipped..];
        var lines = new LineMap(text);
        var reader = new Utf8JsonReader(text, new JsonReaderOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            MaxDepth = MaximumDepth,
        });
        var builder = new Builder(source, lines, problems);
        try
        {
            reader.Read();
            Node root = builder.Value(ref reader, text, "");
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            problems.Add(new(builder.At(lines.Offset(e), text, ""), "not valid JSON: " + Reason(e)));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(builder.At((int)reader.TokenStartIndex, text, ""), "not valid JSON: the text is not UTF-8"));
        }

        return null;
    }

    // The framework's message ends with its own 0-based position, which would contradict ours.
    private static string Reason(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = end < 0 ? e.Message : e.Message[..end];
        return reason.TrimEnd('.').ReplaceLineEndings(" ");
    }

    private sealed class Builder(string source, LineMap lines, ICollection<Problem> problems)
    {
        internal Origin At(int offset, ReadOnlySpan<byte> text, string path)
        {
            (int line, int column) = lines.Position(offset, text);
            return new(source, line, column, path);
        }

        internal Node Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string path)
        {
            Origin at = At((int)reader.TokenStartIndex, text, path);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return Object(ref reader, text, path, at);
                case JsonTokenType.StartArray:
                    var items = new List<Node>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Value(ref reader, text, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
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

        private ObjectNode Object(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, string path, Origin at)
        {
            var members = new List<MemberNode>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string name = reader.GetString()!;
                string inner = path.Length == 0 ? name : path + "." + name;
                Origin key = At((int)reader.TokenStartIndex, text, inner);
                reader.Read();
                Node value = Value(ref reader, text, inner);
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

    /// <summary>The beginnings of the lines of a text.</summary>
    private sealed class LineMap
    {
        private readonly List<int> starts = [0];

        internal LineMap(ReadOnlySpan<byte> text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n')
                {
                    starts.Add(i + 1);
                }
            }
        }

        internal (int Line, int Column) Position(int offset, ReadOnlySpan<byte> text)
        {
            offset = Math.Clamp(offset, 0, text.Length);
            int line = starts.BinarySearch(offset);
            line = line < 0 ? ~line - 1 : line;
            return (line + 1, Encoding.UTF8.GetCharCount(text[starts[line]..offset]) + 1);
        }

        internal int Offset(JsonException e)
        {
            int line = (int)Math.Clamp(e.LineNumber ?? 0, 0, starts.Count - 1);
            return starts[line] + (int)(e.BytePositionInLine ?? 0);
        }
    }
}
