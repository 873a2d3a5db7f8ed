using System.Collections.ObjectModel;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>The problems of one file, up to a number that nobody reads to the end.</summary>
internal sealed class ProblemList : Collection<Problem>
{
    /// <summary>The most problems that are told of one file.</summary>
    internal const int Most = 1000;

    protected override void InsertItem(int index, Problem item)
    {
        base.InsertItem(index, item);
        if (Count == Most)
        {
            base.InsertItem(Count, new(item.At, Invariant($"and more: only the first {Most} problems are told")));
            throw new TooManyProblemsException();
        }
    }

    /// <summary>The problems in the order of the file, each once.</summary>
    internal IReadOnlyList<Problem> Sorted() => [.. this.Distinct().OrderBy(p => p.At.Line == 0).ThenBy(p => p.At.Line).ThenBy(p => p.At.Column)];
}

/// <summary>There are so many problems that looking for more is of no use.</summary>
internal sealed class TooManyProblemsException : Exception;
