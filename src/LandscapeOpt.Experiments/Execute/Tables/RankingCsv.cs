using CsvHelper;
using LandscapeOpt.Figures.Kinds;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>Writes the numbers of a ranking, one row per rule, best first; in the format of traces.</summary>
public static class RankingCsv
{
    private static readonly string[] Columns = ["rule", "cases", "diverged", "rank_median", "rank_q25", "rank_q75", "gap_median", "gap_q25", "gap_q75"];

    /// <summary>The bytes of the file; a gap is the final loss above the landscape's lowest known one.</summary>
    public static byte[] Bytes(RankingTable table)
    {
        using var stream = new MemoryStream();
        using (CsvWriter csv = CsvWriter.Create(stream, TraceCsv.Options, leaveOpen: true))
        {
            WriteRow(csv, Columns);
            foreach (RankedRule rule in table.Rules)
            {
                (Quartiles rank, Quartiles gap) = (rule.Rank, rule.Gap);
                int diverged = rule.Cases.Count(c => double.IsInfinity(c.Gap));
                WriteRow(csv, rule.Name, rule.Cases.Count, diverged, rank.Median, rank.Low, rank.High, gap.Median, gap.Low, gap.High);
            }
        }

        return stream.ToArray();
    }

    private static void WriteRow(CsvWriter csv, params ReadOnlySpan<object> cells)
    {
        foreach (object cell in cells)
        {
            SummaryCsv.Cell(csv, cell);
        }

        csv.EndRecord();
    }
}
