using static System.FormattableString;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>Where a value was written: a file, line, column and JSON path, or a command-line option.</summary>
/// <param name="Source">The file's path as given, or the option ("--lr").</param>
/// <param name="Line">Line, from 1; 0 for options.</param>
/// <param name="Column">Column in characters, from 1; 0 for options.</param>
/// <param name="Path">The JSON path ("runs[0].optimizer"); empty at the root.</param>
public sealed record Origin(string Source, int Line, int Column, string Path)
{
    /// <summary>The origin of a command-line option.</summary>
    public static Origin Option(string name) => new(name, 0, 0, "");

    /// <summary>"file:line:column: path" or "--option".</summary>
    public override string ToString()
    {
        string place = Line > 0 ? Invariant($"{Source}:{Line}:{Column}") : Source;
        return Path.Length > 0 ? $"{place}: {Path}" : place;
    }
}

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="At">Where.</param>
/// <param name="Message">What is wrong, what is allowed, what was perhaps meant.</param>
public sealed record Problem(Origin At, string Message)
{
    /// <summary>One line.</summary>
    public override string ToString() => $"{At}: {Message}";
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
