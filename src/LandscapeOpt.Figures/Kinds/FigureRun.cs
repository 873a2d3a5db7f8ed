using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A run as figures see it: a name, columns of numbers, and how it ended in words.</summary>
public sealed record FigureRun
{
    private readonly Dictionary<string, ReadOnlyMemory<double>> columns;

    /// <summary>Takes columns as they are.</summary>
    /// <param name="name">The run's name.</param>
    /// <param name="columns">The cells by column name, one per step, cells without a value NaN; x and y at least.</param>
    /// <exception cref="ArgumentException">There is no x or y, or the columns differ in length.</exception>
    public FigureRun(string name, IReadOnlyDictionary<string, ReadOnlyMemory<double>> columns)
    {
        if (!columns.TryGetValue("x", out ReadOnlyMemory<double> x) || !columns.ContainsKey("y") || columns.Values.Any(c => c.Length != x.Length))
        {
            throw new ArgumentException("A run needs columns x and y, and all columns equally long.", nameof(columns));
        }

        (Name, Rows, this.columns) = (name, x.Length, new(columns, StringComparer.Ordinal));
    }

    /// <summary>The run's name.</summary>
    public string Name { get; init; }

    /// <summary>The number of rows: steps done and the last point.</summary>
    public int Rows { get; }

    /// <summary>How it ended, in a few words; empty for nothing to say.</summary>
    public string Ending { get; init; } = "";

    /// <summary>The known final point, if there is one.</summary>
    public Point? Target { get; init; }

    /// <summary>The landscape it ran on, where that is another one than the figure's.</summary>
    public ILandscape? Landscape { get; init; }

    /// <summary>The components' names, in order; empty or one where nothing is mixed.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>How the run ended; null where that is not known.</summary>
    public OutcomeKind? Outcome { get; init; }

    /// <summary>The step at which that was known.</summary>
    public int OutcomeStep { get; init; }

    /// <summary>The cells of a column; empty where there is no such column.</summary>
    /// <param name="name">The column's name.</param>
    public ReadOnlySpan<double> Column(string name) => columns.TryGetValue(name, out ReadOnlyMemory<double> cells) ? cells.Span : [];

    /// <summary>Whether there is a column of that name.</summary>
    /// <param name="name">The column's name.</param>
    public bool Has(string name) => columns.ContainsKey(name);

    /// <summary>The point of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public Point At(int row) => new(Column("x")[row], Column("y")[row]);

    /// <summary>The step number of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public double Step(int row) => Column("step") is { Length: > 0 } steps ? steps[row] : row;

    /// <summary>A run and its trace.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="trace">Its rows.</param>
    public static FigureRun From(RunResult result, Trace trace)
    {
        var cells = new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal);
        for (int c = 0; c < trace.Columns.Count; c++)
        {
            cells[trace.Columns[c].Name] = trace.Column(c).ToArray();
        }

        return new(result.Run.Name, cells)
        {
            Landscape = result.Run.Landscape,
            Target = result.Run.Target,
            Components = [.. result.Run.Landscape.Components.Select(c => c.Name)],
            Outcome = result.Outcome.Kind,
            OutcomeStep = result.Outcome.Step,
            Ending = EndingOf(result),
        };
    }

    private static string EndingOf(RunResult result)
    {
        string step = NumberText.Count(result.Outcome.Step);
        string way = result.Outcome.Kind switch
        {
            OutcomeKind.Converged => "converged at step " + step,
            OutcomeKind.Stalled => "stalled at step " + step,
            OutcomeKind.Diverged => "diverged at step " + step,
            OutcomeKind.LeftDomain => "left the domain at step " + step,
            _ => "finished",
        };
        string where = result.Outcome.Kind == OutcomeKind.Diverged ? ""
            : result.DistanceToTarget is { } distance ? $", {Rounded(distance)} from the target"
            : ", loss " + NumberText.Short(result.Loss);
        return way + where;
    }

    private static string Rounded(double distance) => distance is >= 0.01 and < 100 ? NumberText.Fixed(distance, 2) : NumberText.Short(distance);
}
