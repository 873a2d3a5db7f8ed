using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>The same run with other values of two of its numbers.</summary>
public sealed class AxisRuns : MapRuns
{
    private readonly Parameter across, up;
    private readonly object[] columns, rows;

    /// <summary>A run for each pair of values.</summary>
    /// <param name="model">The run.</param>
    /// <param name="horizontal">What grows to the right.</param>
    /// <param name="across">The number that <paramref name="horizontal"/> is the path of, over <see cref="Run"/>.</param>
    /// <param name="vertical">What grows upward.</param>
    /// <param name="up">The number that <paramref name="vertical"/> is the path of, over <see cref="Run"/>.</param>
    /// <param name="width">Columns, from 1 to <see cref="MapGrid.Largest"/>.</param>
    /// <param name="height">Rows, from 1 to <see cref="MapGrid.Largest"/>; row 0 has the first value.</param>
    /// <exception cref="ArgumentException">A parameter is no number, or the ends do not suit it.</exception>
    public AxisRuns(Run model, MapAxis horizontal, Parameter across, MapAxis vertical, Parameter up, int width, int height)
        : base(model, width, height)
    {
        foreach ((MapAxis axis, Parameter parameter) in new[] { (horizontal, across), (vertical, up) })
        {
            if (Misfit(axis, parameter) is { } misfit)
            {
                throw new ArgumentException($"{axis.Path}: {misfit}.", axis == horizontal ? nameof(horizontal) : nameof(vertical));
            }
        }

        (this.across, this.up) = (across, up);
        (columns, rows) = (Values(horizontal, across, width), Values(vertical, up, height));
        Direction = (SharesLanes(At(0, 0), At(width - 1, 0)), SharesLanes(At(0, 0), At(0, height - 1))) switch
        {
            (true, true) => LaneDirection.Both,
            (true, false) => LaneDirection.Row,
            (false, true) => LaneDirection.Column,
            _ => LaneDirection.None,
        };
    }

    /// <inheritdoc/>
    internal override LaneDirection Direction { get; }

    /// <summary>What keeps an axis from running over a parameter, in words; null where nothing does.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="parameter">The parameter.</param>
    public static string? Misfit(MapAxis axis, Parameter parameter) =>
        parameter.Type is not (ParameterType.Number or ParameterType.Integer) ? $"it takes {parameter.Accepts}, and an axis runs over a number"
        : axis.From == axis.To ? "both ends are the same"
        : axis.IsLog && !(axis.From > 0 && axis.To > 0) ? "a logarithmic axis needs ends greater than 0"
        : !Spread.IsFinite(axis.From, axis.To, axis.IsLog) ? "the ends are too far apart"
        : !parameter.Range.Contains(axis.From) || !parameter.Range.Contains(axis.To) ? $"an end is out of range: expected {parameter.Accepts}"
        : null;

    /// <inheritdoc/>
    public override Run At(int column, int row)
    {
        // A shorthand is set from the others: last.
        return across.IsShorthand
            ? (Run)across.With(up.With(Model, rows[row]), columns[column])
            : (Run)up.With(across.With(Model, columns[column]), rows[row]);
    }

    private static object[] Values(MapAxis axis, Parameter parameter, int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => axis.Value(i, count)).Select(v => parameter.Type is ParameterType.Integer ? (object)(long)Math.Round(v) : v),
    ];

    // Lanes have their own start, schedule and numbers of the optimizer; everything else is the same for all.
    private static bool SharesLanes(Run a, Run b) =>
        a == b with { Start = a.Start, Optimizer = a.Optimizer, Schedule = a.Schedule } && SameVariant(a.Optimizer, b.Optimizer);

    private static bool SameVariant(Optimizer a, Optimizer b) => a.GetType() == b.GetType()
        && OptimizerCatalogue.Catalogue.Of(a).Parameters.All(p => p.Type switch
    {
        ParameterType.Number => true,
        ParameterType.Member => p.Get(a) is Optimizer inner && p.Get(b) is Optimizer other && SameVariant(inner, other),
        _ => Equals(p.Get(a), p.Get(b)),
    });
}
