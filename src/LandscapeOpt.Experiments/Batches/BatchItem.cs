using LandscapeOpt.Experiments.Results;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>One experiment in a running batch. Counts its runs in flight, so that whoever ends the last of them puts the results together.</summary>
internal sealed class BatchItem(ExperimentJob job, ExperimentState state)
{
    /// <summary>So many failures of one experiment are not chance any more.</summary>
    private const int MostFailures = 100;

    private readonly List<string> problems = [];
    private int inFlight, computed;
    private bool isExhausted, isAbandoned;

    internal ExperimentJob Job => job;

    internal ExperimentState State { get; set; } = state;

    internal ExperimentWork? Work { get; set; }

    internal bool WasAnnounced { get; set; }

    internal BatchResult? Result { get; set; }

    internal bool HasFailed => problems.Count > 0;

    /// <summary>Hands out a run; to be called by one thread at a time.</summary>
    internal int? Next()
    {
        int? index = isAbandoned ? null : Work!.Next();
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
    /// <returns>Whether that is news.</returns>
    internal bool Fail(string problem, bool isFinal)
    {
        bool isNew = !problems.Contains(problem, StringComparer.Ordinal);
        if (isNew)
        {
            problems.Add(problem);
        }

        isAbandoned |= isFinal || problems.Count >= MostFailures;
        return isNew;
    }

    internal BatchResult Conclude(BatchOutcome outcome) => Result = new(
        job.Experiment.Name, job.Path, outcome, Work?.Mine ?? job.Plan.Count, computed, [.. problems]);
}
