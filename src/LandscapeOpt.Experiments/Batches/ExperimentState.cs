using LandscapeOpt.Experiments.Results;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>What there is of an experiment's results.</summary>
public enum ExperimentStatus
{
    /// <summary>Nothing, or unfinished work.</summary>
    Missing,

    /// <summary>Results of the same experiment, but not whole or not of this version of the results format.</summary>
    Stale,

    /// <summary>Results of something else, which are not replaced unasked.</summary>
    Other,

    /// <summary>Everything.</summary>
    UpToDate,
}

/// <summary>What there is of an experiment's results, and why.</summary>
/// <param name="Status">What there is.</param>
/// <param name="Reason">Why it is to be run or not, in words.</param>
public sealed record ExperimentState(ExperimentStatus Status, string Reason)
{
    /// <summary>Looks at the results folder; changes nothing.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="path">Its results folder.</param>
    /// <param name="resolved">The resolved experiment.</param>
    /// <param name="formats">The formats that its figures must be there in.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    internal static ExperimentState Of(Experiment experiment, string path, byte[] resolved, IReadOnlyList<string> formats)
    {
        if (ResultsFolder.Occupant(path, resolved) is { } occupant)
        {
            return new(ExperimentStatus.Other, occupant);
        }

        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return new(ExperimentStatus.Missing, "there are no results");
        }

        string provenance = Path.Combine(path, ResultsFolder.ProvenanceFile);
        if (Provenance.Read(provenance) is not var (hash, digest))
        {
            return new(ExperimentStatus.Stale, $"{ResultsFolder.ProvenanceFile} is missing or broken");
        }

        if (hash != Provenance.Hash(resolved))
        {
            return new(ExperimentStatus.Stale, "the results have an earlier format");
        }

        IEnumerable<string> figures = experiment.Figures.SelectMany(f => formats.Select(format => $"{ResultsFolder.Figures}/{f.Name}.{format}"));
        return figures.FirstOrDefault(f => !File.Exists(Path.Combine(path, f))) is { } missing ? new(ExperimentStatus.Stale, missing + " is missing")
            : ResultsFolder.Digest(path) != digest ? new(ExperimentStatus.Stale, "a result file is missing or was changed")
            : new(ExperimentStatus.UpToDate, "up to date");
    }
}
