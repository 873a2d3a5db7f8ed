using LandscapeOpt.Experiments.Results;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Experiments.Tuning;

namespace LandscapeOpt.Experiments.Batches;

/// <summary>An experiment that is to be done, with everything that follows from it.</summary>
internal sealed class ExperimentJob
{
    internal ExperimentJob(Experiment experiment, RunnerOptions options, Shard shard, bool merges = false)
    {
        Experiment = experiment = Tuner.Tune(experiment);
        (Shard, Merges) = (shard, merges);
        (Formats, Replaces) = (options.Formats, options.Force);
        Plan = new(experiment);
        Resolved = ExperimentWriter.Write(experiment);
        Hash = Provenance.Hash(Resolved);
        Path = System.IO.Path.GetFullPath(System.IO.Path.Combine(options.Out, experiment.Name));
    }

    internal Experiment Experiment { get; }

    internal Shard Shard { get; }

    /// <summary>Whether nothing is computed and finished runs are put together only.</summary>
    internal bool Merges { get; }

    internal IReadOnlyList<string> Formats { get; }

    /// <summary>Whether the results of another experiment may be replaced.</summary>
    internal bool Replaces { get; }

    internal RunPlan Plan { get; }

    /// <summary>The resolved experiment, UTF-8 JSON.</summary>
    internal byte[] Resolved { get; }

    /// <summary>What the results are made from, as a hash.</summary>
    internal string Hash { get; }

    /// <summary>The results folder, absolute.</summary>
    internal string Path { get; }

    /// <summary>Whether each run's trace is written as soon as it is computed; the best ones are only known at the end.</summary>
    internal bool WritesTraces => Experiment.Traces is TracePolicy.All;

    /// <summary>What there is of the results; changes nothing.</summary>
    /// <exception cref="IOException">The results folder cannot be read.</exception>
    internal ExperimentState State() => ExperimentState.Of(Path, Resolved, ResultsLayout.FiguresOf(Experiment, Formats));
}
