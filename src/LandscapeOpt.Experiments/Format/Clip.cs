using System.Text;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Text of the input as messages show it: on one line, and of what is long a part only.</summary>
internal static class Clip
{
    /// <summary>The most characters between quotes: a name has no more.</summary>
    internal const int LongestQuote = 100;

    private const char More = '…';

    /// <summary>The beginning of a text.</summary>
    internal static string Beginning(string text, int most) => text.Length <= most ? text : text[..Whole(text, most)] + More;

    /// <summary>The beginning and the end of a text: a file's name and what is allowed stand at the end.</summary>
    internal static string Middle(string text, int most) => text.Length <= most ? text
        : text[..Whole(text, most / 2)] + More + text[Whole(text, text.Length - (most / 2))..];

    /// <summary>The message with the beginning only of what stands in quotes and is long.</summary>
    internal static string Quotes(string message)
    {
        if (message.Length <= LongestQuote)
        {
            return message;
        }

        var shown = new StringBuilder();
        int at = 0, open = Opening(message, 0);
        while (open >= 0 && Closing(message, open + 1) is >= 0 and var close)
        {
            shown.Append(message, at, open + 1 - at).Append(Beginning(message[(open + 1)..close], LongestQuote));
            at = close;
            open = Opening(message, close + 1);
        }

        return shown.Append(message, at, message.Length - at).ToString();
    }

    // What stands before and after tells quotes from apostrophes.
    private static int Opening(string message, int from)
    {
        int at = message.IndexOf('\'', from);
        while (at > 0 && message[at - 1] is not (' ' or '('))
        {
            at = message.IndexOf('\'', at + 1);
        }

        return at;
    }

    private static int Closing(string message, int from)
    {
        int at = message.IndexOf('\'', from);
        while (at >= 0 && at + 1 < message.Length && message[at + 1] is not (' ' or ')' or ',' or ':' or ';' or '.' or '?'))
        {
            at = message.IndexOf('\'', at + 1);
        }

        return at;
    }

    /// <summary>The text with control characters shown by their codes.</summary>
    internal static string OneLine(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var shown = new StringBuilder();
        foreach (char c in text)
        {
            shown.Append(char.IsControl(c) ? Invariant($"\\u{(int)c:x4}") : c);
        }

        return shown.ToString();
    }

    // No surrogate pair is cut in two.
    private static int Whole(string text, int at) => at > 0 && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
