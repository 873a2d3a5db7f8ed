using CsvHelper;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>Writes rows of a summary, one at a time, into a buffer of its own. Each worker has one.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly RunPlan plan;
    private readonly SummaryColumn[] columns;
    private readonly MemoryStream buffer = new();
    private readonly CsvWriter csv;

    internal RowWriter(RunPlan plan)
    {
        (this.plan, columns) = (plan, SummaryCsv.For(plan));
        csv = CsvWriter.Create(buffer, TraceCsv.Options, leaveOpen: true);
    }

    /// <summary>A run's row without line end; valid until the next one.</summary>
    internal ReadOnlySpan<byte> Row(int index, RunResult result)
    {
        buffer.SetLength(0);
        foreach (SummaryColumn column in columns)
        {
            SummaryCsv.Cell(csv, column.Value(result));
        }

        foreach (string? value in plan.SweptValues(index))
        {
            csv.WriteField(value ?? "");
        }

        csv.EndRecord();
        csv.Flush();
        return buffer.GetBuffer().AsSpan(0, (int)buffer.Length - 1);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        csv.Dispose();
        buffer.Dispose();
    }
}
