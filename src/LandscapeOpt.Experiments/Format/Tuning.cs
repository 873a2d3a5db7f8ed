using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Format;

/// <summary>What makes one value better than another.</summary>
public enum TuningRule
{
    /// <summary>The lower loss at the last point.</summary>
    FinalLoss,

    /// <summary>Fewer steps until the loss is within the tolerance; where it never is, the lower loss at the last point.</summary>
    StepsToTolerance,
}

/// <summary>
/// How a number of a run's optimizer is chosen before the run: every value of a logarithmic grid is tried with the run's own start, budget and
/// seed, and the best one by the rule is taken; the smallest of equal ones, diverged runs last. With replicates one value is chosen for all
/// seeds, by the median over them.
/// </summary>
/// <remarks>
/// The resolved experiment holds the values that were chosen, as <see cref="Chosen"/>. An experiment that has them is not tuned again: it
/// reads back to the same runs, whatever becomes of the rule.
/// </remarks>
public sealed record Tuning
{
    /// <summary>The largest number of values of a grid.</summary>
    public const int MaximumCount = 10_000;

    /// <summary>The optimizer's parameter: its key, or a path such as "base.beta1".</summary>
    public string Parameter { get; init; } = "learningRate";

    /// <summary>The smallest value, greater than 0.</summary>
    public double From { get; init; } = 1e-3;

    /// <summary>The largest value.</summary>
    public double To { get; init; } = 1;

    /// <summary>The number of values, both ends included; at least 2.</summary>
    public int Count { get; init; } = 13;

    /// <summary>What is better.</summary>
    public TuningRule By { get; init; }

    /// <summary>
    /// For <see cref="TuningRule.StepsToTolerance"/>: how far above the landscape's lowest known loss (above 0 where none is known) is near
    /// enough.
    /// </summary>
    public double? Tolerance { get; init; }

    /// <summary>The values chosen, one per run made from the run as written (per seed group with replicates); null before tuning.</summary>
    public NumberList? Chosen { get; init; }

    /// <summary>The keys of the block, over <see cref="Tuning"/>.</summary>
    internal static IReadOnlyList<Parameter> Keys { get; } =
    [
        Parameters.Text<Tuning>(
            "parameter", t => t.Parameter, (t, v) => t with { Parameter = v }, "the optimizer's parameter: a key, or a path such as base.beta1"),
        Parameters.Number<Tuning>("from", t => t.From, (t, v) => t with { From = v }, NumberRange.Positive, "the smallest value") with { IsRequired = true },
        Parameters.Number<Tuning>("to", t => t.To, (t, v) => t with { To = v }, NumberRange.Positive, "the largest value") with { IsRequired = true },
        Parameters.Integer<Tuning>(
            "count",
            t => t.Count,
            (t, v) => t with { Count = (int)v },
            new(2, MaximumCount),
            "how many values of a logarithmic grid, both ends included") with
        { IsRequired = true },
        Parameters.Choice<Tuning, TuningRule>(
            "by",
            t => t.By,
            (t, v) => t with { By = v },
            "what makes a value better; diverged runs come last, the smallest of equal values wins"),
        Parameters.OptionalNumber<Tuning>(
            "tolerance",
            t => t.Tolerance,
            (t, v) => t with { Tolerance = v },
            NumberRange.NonNegative,
            "for steps-to-tolerance: the loss above the landscape's lowest known one that is near enough"),
        Parameters.Numbers<Tuning>(
            "chosen",
            t => t.Chosen ?? NumberList.Empty,
            (t, v) => t with { Chosen = v },
            NumberRange.Positive,
            "the values chosen, as resolved experiments have them: nothing is tuned again") with
        { Get = t => ((Tuning)t).Chosen, IsOptional = true },
    ];

    /// <summary>Where the parameter is found in a run.</summary>
    internal RunPath Path => new("optimizer." + Parameter, null, ["optimizer", .. Parameter.Split('.')]);

    /// <summary>The values for a run, ascending.</summary>
    internal IEnumerable<double> Grid(Run run)
    {
        bool isWhole = Path.Find(run, out _)!.Type is ParameterType.Integer;
        return new SweepRange(From, To, Count, IsLogarithmic: true, isWhole).Select(v => v is long whole ? whole : (double)v).Distinct();
    }

    /// <summary>The run with another value of the parameter.</summary>
    internal Run With(Run run, double value)
    {
        Parameter parameter = Path.Find(run, out _)!;
        return (Run)parameter.With(run, parameter.Type is ParameterType.Integer ? (object)(long)value : value);
    }
}
