using System.Collections;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Which runs' traces are written.</summary>
public enum TracePolicy
{
    /// <summary>Every run's.</summary>
    All,

    /// <summary>No run's.</summary>
    None,

    /// <summary>Of each run as written, the best of the runs made from it, by <see cref="BestRule"/>.</summary>
    Best,
}

/// <summary>What is varied: the cross product of the axes that concern a run, the last axis fastest, each combination once per seed.</summary>
public sealed record Sweep
{
    /// <summary>The largest number of runs of one experiment.</summary>
    public const int MaximumRuns = 100_000_000;

    /// <summary>The largest number of paths that are varied in one experiment.</summary>
    public const int MaximumPaths = 100;

    /// <summary>Nothing is varied.</summary>
    public static Sweep None { get; } = new();

    /// <summary>The axes in the order written.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; init; } = [];

    /// <summary>The repetitions with other seeds; null where there are none.</summary>
    public Replicates? Replicates { get; init; }

    /// <summary>The runs, as written, that begin where their swept landscape says.</summary>
    public IReadOnlyList<string> StartsAtDefault { get; init; } = [];

    /// <summary>The runs, as written, whose target is the known minimum of their swept landscape.</summary>
    public IReadOnlyList<string> AimsAtMinimum { get; init; } = [];

    /// <summary>Whether anything is varied.</summary>
    public bool IsEmpty => Axes.Count == 0 && Replicates is null;

    /// <summary>Whether anything is varied in the run of that name, so that others are made from it.</summary>
    public bool Concerns(string run) => Replicates is not null || Axes.Any(a => a.Path.Concerns(run));
}

/// <summary>One path and the values that it takes.</summary>
/// <param name="Path">What is varied.</param>
/// <param name="Values">The values, as the parameter of the path takes them; a <see cref="SweepRange"/> or a list.</param>
public sealed record SweepAxis(RunPath Path, IReadOnlyList<object> Values);

/// <summary>Numbers between two ends, both included, computed when they are asked for.</summary>
/// <param name="From">The first number.</param>
/// <param name="To">The last number.</param>
/// <param name="Count">How many; at least 2.</param>
/// <param name="IsLogarithmic">Whether the ratios are equal instead of the differences; both ends are greater than 0 then.</param>
/// <param name="AreWhole">Whether each is rounded to a whole number (a long).</param>
public sealed record SweepRange(double From, double To, int Count, bool IsLogarithmic, bool AreWhole) : IReadOnlyList<object>
{
    /// <summary>The keys of a range of a number that lies within limits.</summary>
    internal static IReadOnlyList<Parameter> Keys(NumberRange limits) =>
    [
        Parameters.Number<SweepRange>("from", r => r.From, (r, v) => r with { From = v }, limits, "the first number") with { IsRequired = true },
        Parameters.Number<SweepRange>("to", r => r.To, (r, v) => r with { To = v }, limits, "the last number") with { IsRequired = true },
        Parameters.Integer<SweepRange>(
            "count", r => r.Count, (r, v) => r with { Count = (int)v }, new(2, Sweep.MaximumRuns), "how many values, both ends included") with
        {
            IsRequired = true,
        },
        new Parameter
        {
            Name = "scale",
            Type = ParameterType.Choice,
            Meaning = "whether the differences are equal or the ratios",
            Choices = ["linear", "log"],
            Get = r => ((SweepRange)r).IsLogarithmic ? "log" : "linear",
            With = (r, v) => (SweepRange)r with { IsLogarithmic = v is "log" },
        },
    ];

    /// <inheritdoc/>
    public object this[int index]
    {
        get
        {
            double value = Spread.At(From, To, Count, index, IsLogarithmic);
            return AreWhole ? (object)(long)Math.Round(value) : value;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<object> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
