using System.Buffers.Text;
using System.Globalization;
using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Experiments.Store;
using Microsoft.Win32.SafeHandles;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>
/// Puts the summary together from the logs of one or many processes: the rows in the order of the plan, whatever order they were finished in.
/// In memory is only where each row lies.
/// </summary>
internal sealed class SummaryAssembler : IDisposable
{
    private const int OffsetBits = 44;
    private readonly RunPlan plan;
    private readonly Replicates? replicates;
    private readonly SafeFileHandle[] logs;
    private readonly long[] places;
    private readonly int[] measured;
    private byte[] group = new byte[4096];

    internal SummaryAssembler(RunPlan plan, Replicates? replicates, string[] logs)
    {
        (this.plan, this.replicates) = (plan, replicates);
        places = new long[plan.Count];
        Array.Fill(places, -1);
        for (int log = 0; log < logs.Length; log++)
        {
            foreach (LoggedRun run in RunLog.Read(logs[log], plan.Count))
            {
                places[run.Index] = ((long)log << OffsetBits) | run.Offset;
            }
        }

        string[] names = [.. SummaryCsv.For(plan).Select(c => c.Name)];
        measured = [.. SummaryCsv.Replicated.Where(names.Contains).Select(n => Array.IndexOf(names, n))];
        this.logs = [.. logs.Select(l => File.OpenHandle(l, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))];
    }

    /// <summary>Of each run as written, the first of the best runs and how many there are, by <see cref="BestRule"/>; known once written.</summary>
    internal List<(int First, int Count)> Best { get; } = [];

    /// <summary>A run's row of the summary without line end, and without the statistics over seeds.</summary>
    internal byte[] Row(int index) => group[..ReadRow(index, 0)];

    /// <summary>Writes the whole summary.</summary>
    internal void Write(Stream stream, CancellationToken cancellation)
    {
        stream.Write(Encoding.UTF8.GetBytes(string.Join(',', SummaryCsv.Header(plan, replicates).Select(Quoted)) + "\n"));
        foreach ((_, int first, int count) in plan.Blocks)
        {
            double best = double.NaN;
            int bestAt = first;
            for (int at = first; at < first + count; at += plan.GroupSize)
            {
                cancellation.ThrowIfCancellationRequested();
                double loss = WriteGroup(stream, at);
                if (double.IsNaN(best) || loss < best)
                {
                    (best, bestAt) = (loss, at);
                }
            }

            Best.Add((bestAt, plan.GroupSize));
        }
    }

    // The replicates of one combination; returns the median of their losses.
    private double WriteGroup(Stream stream, int first)
    {
        var ends = new int[plan.GroupSize];
        var values = new double[measured.Length][];
        int filled = 0;
        for (int r = 0; r < ends.Length; r++)
        {
            filled = ends[r] = ReadRow(first + r, filled);
            Measure(group.AsSpan(r == 0 ? 0 : ends[r - 1], ends[r] - (r == 0 ? 0 : ends[r - 1])), r, values);
        }

        foreach (double[] sample in values)
        {
            Array.Sort(sample);
        }

        byte[] statistics = replicates is null ? [] : Encoding.ASCII.GetBytes(string.Concat(values.SelectMany(Statistics)));
        for (int r = 0; r < ends.Length; r++)
        {
            int start = r == 0 ? 0 : ends[r - 1];
            stream.Write(group, start, ends[r] - start);
            stream.Write(statistics);
            stream.WriteByte((byte)'\n');
        }

        return Quantiles.Of(values[0], 0.5);
    }

    private IEnumerable<string> Statistics(double[] sorted) =>
        replicates!.Quantiles.Prepend(0.5).Select(q => "," + (double.IsNaN(sorted[0]) ? "" : Quantiles.Of(sorted, q).ToString(CultureInfo.InvariantCulture)));

    // Reads a row behind what the buffer holds already and returns its end.
    private int ReadRow(int index, int start)
    {
        long place = places[index];
        if (place < 0)
        {
            throw new InvalidOperationException($"The run {plan.Name(index)} is missing.");
        }

        for (int filled = start; ;)
        {
            if (group.Length - filled < 1024)
            {
                Array.Resize(ref group, 2 * group.Length);
            }

            int read = RandomAccess.Read(logs[place >> OffsetBits], group.AsSpan(filled, Math.Min(1024, group.Length - filled)),
                (place & ((1L << OffsetBits) - 1)) + filled - start);
            int end = group.AsSpan(filled, read).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return filled + end;
            }

            filled += read > 0 ? read : throw new EndOfStreamException("a log of finished runs has become shorter");
        }
    }

    private void Measure(ReadOnlySpan<byte> row, int replicate, double[][] values)
    {
        bool hasDiverged = false;
        int field = 0, next = 0;
        for (int start = 0; start <= row.Length && next < measured.Length; field++)
        {
            int length = FieldLength(row[start..]);
            ReadOnlySpan<byte> cell = row.Slice(start, length);
            hasDiverged |= field == 1 && cell.SequenceEqual("diverged"u8);
            if (field == measured[next])
            {
                double value = Utf8Parser.TryParse(cell, out double number, out int used) && used == cell.Length ? number : double.NaN;
                (values[next] ??= new double[plan.GroupSize])[replicate] = cell.IsEmpty ? double.NaN : BestRule.Count(value, hasDiverged);
                next++;
            }

            start += length + 1;
        }
    }

    private static int FieldLength(ReadOnlySpan<byte> rest)
    {
        bool isQuoted = false;
        for (int i = 0; i < rest.Length; i++)
        {
            isQuoted ^= rest[i] == (byte)'"';
            if (rest[i] == (byte)',' && !isQuoted)
            {
                return i;
            }
        }

        return rest.Length;
    }

    private static string Quoted(string name) => name.AsSpan().ContainsAny(",\"") ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SafeFileHandle log in logs)
        {
            log.Dispose();
        }
    }
}
