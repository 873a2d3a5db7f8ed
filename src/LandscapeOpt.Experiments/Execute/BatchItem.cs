using LandscapeOpt.Experiments.Store;

namespace LandscapeOpt.Experiments.Execute;

/// <summary>One experiment in an execution. Counts its runs in flight, so that whoever ends the last of them puts the results together.</summary>
internal sealed class BatchItem(ExperimentWork work, ExperimentState state)
{
    /// <summary>So many failures of one experiment are not chance any more.</summary>
    private const int MostFailures = 100;

    private readonly List<string> problems = [];
    private int inFlight, computed;
    private bool isExhausted, isAbandoned;

    internal ExperimentWork Work => work;

    internal ExperimentState State { get; set; } = state;

    internal bool WasAnnounced { get; set; }

    internal ExperimentResults? Results { get; set; }

    internal bool HasFailed => problems.Count > 0;

    /// <summary>What went wrong first; null where nothing did.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Hands out a run; to be called by one thread at a time.</summary>
    internal int? Next()
    {
        int? index = isAbandoned ? null : work.Next();
        if (index is null)
        {
            isExhausted = true;
            return null;
        }

        inFlight++;
        return index;
    }

    /// <summary>Takes back a run; to be called by one thread at a time.</summary>
    /// <returns>Whether it was the last one.</returns>
    internal bool Ended(bool wasComputed)
    {
        inFlight--;
        computed += wasComputed ? 1 : 0;
        return IsThrough;
    }

    /// <summary>Whether nothing is left to hand out and nothing is in flight.</summary>
    internal bool IsThrough => isExhausted && inFlight == 0;

    /// <summary>Notes what went wrong.</summary>
    /// <param name="problem">A line.</param>
    /// <param name="isFinal">Whether the experiment's other runs would fare no better.</param>
    /// <param name="failure">What was thrown; null where nothing was.</param>
    /// <returns>Whether that is news.</returns>
    internal bool Fail(string problem, bool isFinal, Exception? failure = null)
    {
        Failure ??= failure;
        bool isNew = !problems.Contains(problem, StringComparer.Ordinal);
        if (isNew)
        {
            problems.Add(problem);
        }

        isAbandoned |= isFinal || problems.Count >= MostFailures;
        return isNew;
    }

    internal ExperimentResults Conclude(ExecuteOutcome outcome) => Results = new(
        work.Experiment.Name, work.Path, outcome, outcome is ExecuteOutcome.UpToDate ? work.Plan.Count : work.Mine, computed, [.. problems]);
}
