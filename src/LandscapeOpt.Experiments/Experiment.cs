using LandscapeOpt.Experiments.Drawing;
using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments;

/// <summary>A landscape, one or more runs, figures: what an experiment file holds, with every default decided.</summary>
public sealed record Experiment
{
    /// <summary>The kebab-case name: the results folder.</summary>
    public required string Name { get; init; }

    /// <summary>A title for figures.</summary>
    public string? Title { get; init; }

    /// <summary>What the experiment is about.</summary>
    public string? Description { get; init; }

    /// <summary>The seed that the runs' random streams come from.</summary>
    public ulong Seed { get; init; }

    /// <summary>The runs as written, in order; names are unique. With a sweep, <see cref="RunPlan"/> makes the runs that are computed.</summary>
    public required IReadOnlyList<Run> Runs { get; init; }

    /// <summary>What is varied in the runs.</summary>
    public Sweep Sweep { get; init; } = Sweep.None;

    /// <summary>What is tuned, by the name of the run as written; runs that nothing is tuned in are not there.</summary>
    public IReadOnlyDictionary<string, Tuning.Tuning> Tunings { get; init; } = new Dictionary<string, Tuning.Tuning>();

    /// <summary>Which traces are written.</summary>
    public TracePolicy Traces { get; init; }

    /// <summary>Optional trace columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The figures, in order; names are unique.</summary>
    public IReadOnlyList<FigureSpec> Figures { get; init; } = [];

    /// <summary>The first run's landscape.</summary>
    public ILandscape Landscape => Runs[0].Landscape;
}
