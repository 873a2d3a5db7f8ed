using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Averaging;

/// <summary>The settings of a second sequence that is kept beside the iterates and never changes them.</summary>
public abstract record AveragingRule
{
    /// <summary>Makes the average of a run ready.</summary>
    /// <param name="start">Where the run begins.</param>
    /// <param name="steps">The run's number of steps.</param>
    public abstract RunningAverage Start(Point start, int steps);
}

/// <summary>The average during one run.</summary>
public abstract class RunningAverage
{
    /// <summary>The average so far; null before it begins.</summary>
    public Point? Value { get; protected set; }

    /// <summary>Takes in the iterate w_k after k steps, k = 1, 2, ….</summary>
    public abstract void Take(int k, Point w);
}

/// <summary>All averagings, by name. Each registers itself at the end of its own file.</summary>
public static partial class AveragingCatalogue
{
    // Empty, so that every file's static field has run before the list is read.
    static AveragingCatalogue()
    {
    }

    /// <summary>The catalogue.</summary>
    public static Catalogue<AveragingRule> Catalogue => Holder.List;

    private static Member<AveragingRule> Add(string name, AveragingRule prototype, About about, params Parameter[] parameters) =>
        Holder.List.Add(name, prototype, _ => about, parameters);

    private static class Holder
    {
        internal static readonly Catalogue<AveragingRule> List = new("averaging", "averagings");
    }
}
