using System.Globalization;
using CsvHelper;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Results;

/// <summary>A column of summary.csv and of the terminal's and JSON's summary.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="NeedsTarget">Whether it is there only where a run has a target.</param>
/// <param name="Value">A string, an int, a long or a double; null for an empty cell.</param>
public sealed record SummaryColumn(string Name, bool NeedsTarget, Func<RunResult, object?> Value);

/// <summary>One row per run.</summary>
public static class SummaryCsv
{
    /// <summary>The columns, in the order of the file.</summary>
    public static IReadOnlyList<SummaryColumn> Columns { get; } =
    [
        new("run", false, r => r.Run.Name),
        new("outcome", false, r => Kebab.Of(r.Outcome.Kind)),
        new("reason", false, r => r.Outcome.Reason),
        new("steps", false, r => r.Outcome.Step),
        new("x", false, r => r.End.X),
        new("y", false, r => r.End.Y),
        new("loss", false, r => r.Loss),
        new("gradient_norm", false, r => r.GradientNorm),
        new("best_loss", false, r => r.BestLoss),
        new("best_step", false, r => r.BestStep),
        new("evaluations", false, r => r.Evaluations),
        new("distance_to_target", true, r => r.DistanceToTarget),
        new("path_length", true, r => r.Run.Target is null ? null : r.PathLength),
        new("straightness", true, r => r.Run.Target is null ? null : r.Straightness),
    ];

    /// <summary>The columns of a summary over these runs.</summary>
    public static IReadOnlyList<SummaryColumn> For(IEnumerable<Run> runs)
    {
        bool hasTarget = runs.Any(r => r.Target is not null);
        return [.. Columns.Where(c => hasTarget || !c.NeedsTarget)];
    }

    /// <summary>Writes the summary of these results.</summary>
    public static void Write(Stream stream, IReadOnlyList<RunResult> results)
    {
        using CsvWriter csv = CsvWriter.Create(stream, TraceCsv.Options, leaveOpen: true);
        IReadOnlyList<SummaryColumn> columns = For(results.Select(r => r.Run));
        csv.WriteHeader([.. columns.Select(c => c.Name)]);
        foreach (RunResult result in results)
        {
            foreach (SummaryColumn column in columns)
            {
                Cell(csv, column.Value(result));
            }

            csv.EndRecord();
        }
    }

    private static void Cell(CsvWriter csv, object? value)
    {
        switch (value)
        {
            case double number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case int number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case long number:
                csv.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            default:
                csv.WriteField((string?)value ?? "");
                break;
        }
    }
}
