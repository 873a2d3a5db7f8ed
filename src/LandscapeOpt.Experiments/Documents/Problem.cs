using System.Text;
using System.Text.RegularExpressions;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong, what is allowed, what was perhaps meant.</param>
public sealed partial record Problem(Origin At, string Message)
{
    private const int LongestQuote = 101;

    /// <summary>What is wrong; of long texts in quotes the beginning only.</summary>
    public string Message { get; } = LongQuote().Replace(Message, m => $"{m.Value[..LongestQuote]}…'");

    /// <summary>One line, whatever the input contains: control characters are shown by their codes.</summary>
    public override string ToString()
    {
        string line = $"{At}: {Message}";
        if (!line.Any(char.IsControl))
        {
            return line;
        }

        var shown = new StringBuilder();
        foreach (char c in line)
        {
            shown.Append(char.IsControl(c) ? Invariant($"\\u{(int)c:x4}") : c);
        }

        return shown.ToString();
    }

    // A name has at most a hundred characters; what is longer is none.
    [GeneratedRegex(@"'[^']{101,}'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongQuote();
}

/// <summary>The input is wrong; nothing was run or written.</summary>
public sealed class InputException : Exception
{
    /// <summary>All problems found, in the order of the input.</summary>
    public InputException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>A single problem of an option.</summary>
    public InputException(string option, string message)
        : this([new(Origin.Option(option), message)])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
