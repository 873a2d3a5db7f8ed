using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

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
    public IReadOnlyDictionary<string, Tuning> Tunings { get; init; } = new Dictionary<string, Tuning>();

    /// <summary>Which traces are written.</summary>
    public TracePolicy Traces { get; init; }

    /// <summary>Optional trace columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The figures, in order; names are unique.</summary>
    public IReadOnlyList<FigureSpec> Figures { get; init; } = [];

    /// <summary>The keys that stand before the runs, but for the name.</summary>
    internal static IReadOnlyList<Parameter> Head { get; } =
    [
        Parameters.OptionalText<Experiment>("title", TextLimits.Title, e => e.Title, (e, v) => e with { Title = v }, "a title for figures"),
        Parameters.OptionalText<Experiment>(
            "description", TextLimits.Description, e => e.Description, (e, v) => e with { Description = v }, "what the experiment is about"),
    ];

    /// <summary>The keys that stand between the runs and the figures.</summary>
    public static IReadOnlyList<Parameter> Tail { get; } =
    [
        Parameters.Choice<Experiment, TracePolicy>(
            "traces",
            e => e.Traces,
            (e, v) => e with { Traces = v },
            $"which traces are written: every run's, none, or that of the best of each sweep: {BestRule.Text}"),
        Parameters.Texts<Experiment>(
            "columns", [.. TraceColumns.Optional], e => e.Columns, (e, v) => e with { Columns = v }, "further trace columns (see list columns)"),
    ];

    /// <summary>The first run's landscape.</summary>
    public ILandscape Landscape => Runs[0].Landscape;
}
