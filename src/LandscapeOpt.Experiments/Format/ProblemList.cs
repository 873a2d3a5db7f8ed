using System.Collections.ObjectModel;

namespace LandscapeOpt.Experiments.Format;

/// <summary>The problems of one file, up to a number beyond which looking for more is of no use.</summary>
internal sealed class ProblemList : Collection<Problem>
{
    /// <summary>The most problems that are looked for in one file.</summary>
    internal const int Most = 200_000;

    protected override void InsertItem(int index, Problem item)
    {
        base.InsertItem(index, item);
        if (Count == Most)
        {
            throw new TooManyProblemsException();
        }
    }

    /// <summary>The problems in the order of the file, each once: the first ones, and how many more there are.</summary>
    internal IReadOnlyList<Problem> Told() =>
        Problem.Told([.. this.Distinct().OrderBy(p => !p.At.IsInFile).ThenBy(p => p.At.Offset)], areAll: Count < Most);
}

/// <summary>There are so many problems that looking for more is of no use.</summary>
internal sealed class TooManyProblemsException : Exception;
