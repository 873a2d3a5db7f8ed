using static System.FormattableString;

namespace LandscapeOpt.Experiments.Format;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong, what is allowed, what was perhaps meant.</param>
public sealed record Problem(Origin At, string Message)
{
    /// <summary>The most problems of an input that are told; the others are counted.</summary>
    public const int MostTold = 20;

    private const int LongestMessage = 1500;

    /// <summary>What is wrong; of long texts in quotes the beginning only.</summary>
    public string Message { get; } = Clip.Middle(Clip.Quotes(Message), LongestMessage);

    /// <summary>How many problems it stands for.</summary>
    private int Count { get; init; } = 1;

    /// <summary>Whether there may be more than it stands for.</summary>
    private bool IsAtLeast { get; init; }

    /// <summary>One line of at most two thousand characters, whatever the input contains.</summary>
    public override string ToString() => Clip.OneLine($"{At}: {Message}");

    /// <summary>The first problems, and how many more there are.</summary>
    /// <param name="problems">All problems, in the order of the input.</param>
    /// <param name="areAll">Whether these are all; otherwise nobody looked for more.</param>
    public static IReadOnlyList<Problem> Told(IReadOnlyList<Problem> problems, bool areAll = true)
    {
        if (problems.Count <= MostTold)
        {
            return problems;
        }

        int count = problems.Skip(MostTold).Sum(p => p.Count);
        bool isAtLeast = !areAll || problems.Any(p => p.IsAtLeast);
        string rest = Invariant($"and {(isAtLeast ? "at least " : "")}{count:N0} more problem{(count == 1 ? "" : "s")}");
        return [.. problems.Take(MostTold), new(problems[MostTold].At, rest) { Count = count, IsAtLeast = isAtLeast }];
    }
}

/// <summary>The input is wrong; nothing was run or written.</summary>
public sealed class InputException : Exception
{
    /// <summary>All problems found, in the order of the input.</summary>
    public InputException(IReadOnlyList<Problem> problems)
        : base(string.Join('\n', Problem.Told(problems))) => Problems = problems;

    /// <summary>A single problem of an option.</summary>
    public InputException(string option, string message)
        : this([new(Origin.Option(option), message)])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
