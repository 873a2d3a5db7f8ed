using System.Globalization;
using CsvHelper;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Experiments.Sweeps;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Results;

/// <summary>A column of summary.csv and of the terminal's and JSON's summary.</summary>
/// <param name="Name">The column's name.</param>
/// <param name="NeedsTarget">Whether it is there only where a run has a target.</param>
/// <param name="Value">A string, an int, a long or a double; null for an empty cell.</param>
public sealed record SummaryColumn(string Name, bool NeedsTarget, Func<RunResult, object?> Value);

/// <summary>The columns of a summary: one row per run, then what is swept, then the statistics over seeds.</summary>
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
