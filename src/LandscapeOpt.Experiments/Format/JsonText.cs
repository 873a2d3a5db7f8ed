using System.Globalization;
using System.Text;
using System.Text.Json;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Reads JSON with comments and trailing commas into nodes that know where they were written.</summary>
public static class JsonText
{
    /// <summary>The most characters of a text.</summary>
    internal const int LongestText = 20_000;

    /// <summary>The most characters of a key.</summary>
    internal const int LongestKey = 1000;

    /// <summary>The most values of a document: some hundred bytes each.</summary>
    internal const int MostValues = 2_000_000;

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
    /// <returns>The root; null where the text is not JSON, or has more of something than is read.</returns>
    public static Node? Read(string source, ReadOnlySpan<byte> bytes, ICollection<Problem> problems)
    {
        int skipped = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = new SourceText(source, bytes[skipped..].ToArray());
        var reader = new Utf8JsonReader(text.Bytes, Options);
        var reading = new Reading(problems);
        try
        {
            reader.Read();
            Node root = reading.Value(ref reader, Origin.Start(text, (int)reader.TokenStartIndex));
            reader.Read();
            return reading.IsWhole ? root : null;
        }
        catch (JsonException e)
        {
            int at = text.Offset(e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            problems.Add(new(Origin.Start(text, at), "not valid JSON: " + Reason(e)));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(Origin.Start(text, (int)reader.TokenStartIndex), "not valid JSON: the text is not Unicode (UTF-8, surrogates in pairs)"));
        }
        catch (TooManyValuesException)
        {
            problems.Add(new(Origin.Start(text, (int)reader.TokenStartIndex), Invariant($"there are too many values: at most {MostValues:N0} are read")));
        }

        return null;
    }

    // Where the framework speaks of its own parameters, or of its own position, which counts from 0, we say it in our words.
    private static string Reason(JsonException e)
    {
        int end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        string reason = (end < 0 ? e.Message : e.Message[..end]).TrimEnd('.').ReplaceLineEndings(" ");
        return reason.StartsWith("The maximum configured depth", StringComparison.Ordinal) ? Invariant($"nested too deep: at most {MaximumDepth} deep is read")
            : reason.StartsWith("The input does not contain any JSON tokens", StringComparison.Ordinal) ? "there is nothing in it, expected an object"
            : reason.StartsWith("Expected depth to be zero", StringComparison.Ordinal) ? "the text ends inside an object or a list: expected } or ]"
            : reason;
    }

    private sealed class Reading(ICollection<Problem> problems)
    {
        private int values;

        /// <summary>Whether every text was short enough to be taken.</summary>
        internal bool IsWhole { get; private set; } = true;

        internal Node Value(ref Utf8JsonReader reader, Origin at)
        {
            if (++values > MostValues)
            {
                throw new TooManyValuesException();
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    return Object(ref reader, at);
                case JsonTokenType.StartArray:
                    var items = new List<Node>();
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        items.Add(Value(ref reader, at.Item(items.Count, (int)reader.TokenStartIndex)));
                    }

                    return new ListNode(at, items);
                case JsonTokenType.Number:
                    string digits = Taken(Encoding.ASCII.GetString(reader.ValueSpan), at, "number", InvariantNumber.Longest);
                    bool isNumber = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
                    return new NumberNode(at, isNumber ? number : double.NaN, digits);
                case JsonTokenType.True or JsonTokenType.False:
                    return new FlagNode(at, reader.GetBoolean());
                case JsonTokenType.String:
                    return new TextNode(at, Taken(reader.GetString()!, at, "text", LongestText));
                default:
                    return new NullNode(at);
            }
        }

        private ObjectNode Object(ref Utf8JsonReader reader, Origin at)
        {
            var members = new List<MemberNode>();
            var names = new HashSet<string>(StringComparer.Ordinal);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string written = reader.GetString()!;
                string name = Clip.Beginning(written, LongestKey);
                Origin key = at.Member(name, (int)reader.TokenStartIndex);
                _ = Taken(written, key, "key", LongestKey);
                reader.Read();
                Node value = Value(ref reader, at.Member(name, (int)reader.TokenStartIndex));
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

        private string Taken(string text, Origin at, string noun, int most)
        {
            if (text.Length <= most)
            {
                return text;
            }

            IsWhole = false;
            problems.Add(new(at, Invariant($"the {noun} '{Clip.Beginning(text, 40)}' has {text.Length:N0} characters: at most {most:N0} are read")));
            return "";
        }
    }

    private sealed class TooManyValuesException : Exception;
}
