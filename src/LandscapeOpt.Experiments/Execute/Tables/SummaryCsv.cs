using System.Globalization;
using CsvHelper;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>A column of summary.csv and of the terminal's and JSON's summary.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="NeedsTarget">Whether it is there only where a run has a target.</param>
/// <param name="Value">A string, an int, a long or a double; null for an empty cell.</param>
/// <param name="With">The result with what a cell says; null where it says nothing that the run does not.</param>
public sealed record SummaryColumn(string Name, bool NeedsTarget, Func<RunResult, object?> Value, Func<RunResult, string, RunResult>? With = null);

/// <summary>The columns of a summary: one row per run, then what is swept, then the statistics over seeds.</summary>
public static class SummaryCsv
{
    /// <summary>The columns, in the order of the file.</summary>
    public static IReadOnlyList<SummaryColumn> Columns { get; } =
    [
        new("run", false, r => r.Run.Name),
        new("outcome", false, r => Kebab.Of(r.Outcome.Kind), (r, cell) => r with { Outcome = r.Outcome with { Kind = Kebab.Parse<OutcomeKind>(cell) } }),
        new("reason", false, r => r.Outcome.Reason, (r, cell) => r with { Outcome = r.Outcome with { Reason = cell } }),
        new("steps", false, r => r.Outcome.Step, (r, cell) => r with { Outcome = r.Outcome with { Step = (int)Whole(cell) } }),
        new("x", false, r => r.End.X, (r, cell) => r with { End = new(Number(cell), r.End.Y) }),
        new("y", false, r => r.End.Y, (r, cell) => r with { End = new(r.End.X, Number(cell)) }),
        new("loss", false, r => r.Loss, (r, cell) => r with { Loss = Number(cell) }),
        new("gradient_norm", false, r => r.GradientNorm, (r, cell) => r with { GradientNorm = Number(cell) }),
        new("best_loss", false, r => r.BestLoss, (r, cell) => r with { BestLoss = Number(cell) }),
        new("best_step", false, r => r.BestStep, (r, cell) => r with { BestStep = (int)Whole(cell) }),
        new("evaluations", false, r => r.Evaluations, (r, cell) => r with { Evaluations = Whole(cell) }),
        new("distance_to_target", true, r => r.DistanceToTarget),
        new("path_length", true, r => r.Run.Target is null ? null : r.PathLength),
        new("straightness", true, r => r.Run.Target is null ? null : r.Straightness),
    ];

    /// <summary>The measurements that replicates have a median and quantiles of.</summary>
    internal static IReadOnlyList<string> Replicated { get; } = ["loss", "best_loss", "distance_to_target"];

    /// <summary>The columns of the runs of a plan, without the swept paths.</summary>
    internal static SummaryColumn[] For(RunPlan plan) => [.. Columns.Where(c => plan.HasTarget || !c.NeedsTarget)];

    /// <summary>The names of all columns.</summary>
    internal static IEnumerable<string> Header(RunPlan plan, Replicates? replicates)
    {
        string[] own = [.. For(plan).Select(c => c.Name)];
        IEnumerable<string> statistics = replicates is null ? [] : Replicated.Where(own.Contains).SelectMany(name => Statistics(name, replicates));
        return [.. own, .. plan.SweptColumns, .. statistics];
    }

    /// <summary>"loss_median", "loss_q25", "loss_q75".</summary>
    internal static IEnumerable<string> Statistics(string column, Replicates replicates) =>
        replicates.Quantiles.Select(q => column + "_q" + Math.Round(100 * q, 6).ToString(CultureInfo.InvariantCulture)).Prepend(column + "_median");

    /// <summary>What a run came to, from its row; the path's length is that of its trace.</summary>
    /// <param name="run">The run.</param>
    /// <param name="trace">Its trace.</param>
    /// <param name="columns">The columns that the row begins with.</param>
    /// <param name="row">The row without line end.</param>
    internal static RunResult Read(Run run, Trace trace, SummaryColumn[] columns, byte[] row)
    {
        (double length, double straightness) = Shape(run, trace);
        var result = new RunResult
        {
            Run = run,
            Outcome = new(OutcomeKind.Finished, 0, ""),
            End = run.Start,
            Loss = 0,
            GradientNorm = 0,
            BestLoss = 0,
            BestStep = 0,
            Evaluations = 0,
            PathLength = length,
            Straightness = straightness,
        };
        using CsvReader csv = CsvReader.Create(row, CsvReaderOptions.Default with { Separator = ',', HasHeader = false });
        csv.Read();
        for (int c = 0; c < columns.Length; c++)
        {
            result = columns[c].With?.Invoke(result, csv.GetString(c)) ?? result;
        }

        return result;
    }

    private static (double Length, double Straightness) Shape(Run run, Trace trace)
    {
        ReadOnlySpan<double> x = trace.Column("x"), y = trace.Column("y");
        double length = 0;
        for (int t = 1; t < trace.Rows; t++)
        {
            length += (new Point(x[t], y[t]) - new Point(x[t - 1], y[t - 1])).Norm;
        }

        return (length, length == 0 ? 1 : (new Point(x[^1], y[^1]) - run.Start).Norm / length);
    }

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static long Whole(string cell) => long.Parse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    internal static void Cell(CsvWriter csv, object? value)
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
