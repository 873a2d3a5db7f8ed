namespace LandscapeOpt.Experiments.Store;

/// <summary>What there is of an experiment's results.</summary>
public enum ExperimentStatus
{
    /// <summary>Nothing, or unfinished work.</summary>
    Missing,

    /// <summary>Results of the same experiment, but not whole or not of this version of the results format.</summary>
    Stale,

    /// <summary>Results of another experiment, which are not replaced unasked.</summary>
    Other,

    /// <summary>Nothing of this tool's, so that nothing is ever replaced: a file, a link, a folder of the user's.</summary>
    Foreign,

    /// <summary>Everything.</summary>
    UpToDate,
}

/// <summary>What there is of an experiment's results, and why.</summary>
/// <param name="Status">What there is.</param>
/// <param name="Reason">Why it is to be run or not, in words.</param>
public sealed record ExperimentState(ExperimentStatus Status, string Reason)
{
    internal const string Advice = "choose another name or --out";

    private static readonly ExperimentState Nothing = new(ExperimentStatus.Missing, "there are no results");

    /// <summary>Why nothing may be published there, whatever is asked for; null where that is not so.</summary>
    private string? Forbidden { get; init; }

    /// <summary>Why results may not be replaced unasked; null where they may.</summary>
    private string? Guarded { get; init; }

    /// <summary>Whether the results lie beside files of the user's.</summary>
    internal bool IsSharedWithOthers => Forbidden is not null;

    /// <summary>Looks at a results folder; changes nothing.</summary>
    /// <param name="path">The results folder, absolute.</param>
    /// <param name="resolved">The question as a resolved experiment, UTF-8 JSON.</param>
    /// <param name="expected">The files that must be among its results.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    internal static ExperimentState Of(string path, byte[] resolved, IEnumerable<string> expected)
    {
        if (Obstacle(path) is { } obstacle)
        {
            return new(ExperimentStatus.Foreign, obstacle) { Forbidden = $"{obstacle}: {Advice}" };
        }

        string? link = new DirectoryInfo(path).LinkTarget is null ? null : $"{path} is a link to another folder: {Advice}";
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return Nothing with { Forbidden = link };
        }

        FolderContents contents = FolderContents.Of(path, resolved);
        ExperimentState state = Of(contents, resolved, expected);
        return state with
        {
            Forbidden = contents.Others.Count > 0 ? HeldByOthers(path, contents).Message : link,
            Guarded = state.Status is ExperimentStatus.Other ? $"{path}: {state.Reason}: {Advice}, or replace it with --force" : null,
        };
    }

    /// <summary>Why an experiment is not to be run, in words; null where nothing speaks against it.</summary>
    /// <param name="replaces">Whether results may be replaced.</param>
    internal string? Refusal(bool replaces) => (Status is ExperimentStatus.UpToDate && !replaces ? null : Forbidden) ?? (replaces ? null : Guarded);

    /// <summary>Makes sure that nothing of the user's is replaced, and nothing else unasked.</summary>
    /// <exception cref="OccupiedException">Something is there that is not to be replaced.</exception>
    internal void Refuse(bool replaces)
    {
        if (Refusal(replaces) is { } refusal)
        {
            throw new OccupiedException(refusal);
        }
    }

    /// <summary>What is said of a folder with files of the user's.</summary>
    internal static OccupiedException HeldByOthers(string path, FolderContents contents) => new(
        $"{path} holds what this tool did not write, and so never deletes: {contents.OthersInWords}: move it elsewhere, or {Advice}");

    /// <summary>The file that stands where a folder is needed, in words; null where there is none.</summary>
    /// <param name="path">The folder, absolute.</param>
    internal static string? Obstacle(string path)
    {
        for (string? at = path; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
            {
                return $"{at} is a link that leads to no folder";
            }

            if (File.Exists(at))
            {
                return $"{at} is a file, not a folder";
            }
        }

        return null;
    }

    private static ExperimentState Of(FolderContents contents, byte[] resolved, IEnumerable<string> expected)
    {
        if (contents.Own.Count == 0)
        {
            return contents.Others.Count == 0 ? Nothing : new(ExperimentStatus.Foreign, "it holds nothing of this tool's");
        }

        bool isCurrent = contents.Question == Provenance.Hash(resolved);
        return !isCurrent && !contents.IsOfTheSameExperiment ? new(ExperimentStatus.Other, "it holds the results of another experiment")
            : contents.Question is null ? new(ExperimentStatus.Stale, $"{ResultsLayout.ProvenanceFile} is missing or broken")
            : !isCurrent || contents.Listed is null ? new(ExperimentStatus.Stale, "the results have an earlier format")
            : expected.FirstOrDefault(f => !contents.Listed.ContainsKey(f)) is { } lacking ? new(ExperimentStatus.Stale, lacking + " is missing")
            : contents.FirstMissing is { } missing ? new(ExperimentStatus.Stale, missing + " is missing or was changed")
            : new(ExperimentStatus.UpToDate, "up to date");
    }
}
