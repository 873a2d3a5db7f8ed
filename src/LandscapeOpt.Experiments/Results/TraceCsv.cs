using System.Globalization;
using CsvHelper;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Results;

/// <summary>Writes traces as CSV: UTF-8, comma, \n, a header, shortest round-trip numbers; cells without a value are empty.</summary>
public static class TraceCsv
{
    internal static CsvWriterOptions Options { get; } = CsvWriterOptions.Default with { NewLine = "\n" };

    /// <summary>Writes a whole trace.</summary>
    public static void Write(Stream stream, Trace trace)
    {
        using CsvWriter csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        foreach (TraceColumn column in trace.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.EndRecord();
        for (int row = 0; row < trace.Rows; row++)
        {
            for (int column = 0; column < trace.Columns.Count; column++)
            {
                Cell(csv, trace.Column(column)[row]);
            }

            csv.EndRecord();
        }
    }

    /// <summary>A whole trace as the bytes of its file.</summary>
    public static byte[] Bytes(Trace trace)
    {
        using var stream = new MemoryStream();
        Write(stream, trace);
        return stream.ToArray();
    }

    internal static void Cell(CsvWriter csv, double value)
    {
        if (Trace.IsEmpty(value))
        {
            csv.WriteField("");
        }
        else
        {
            csv.WriteField(value, default, CultureInfo.InvariantCulture);
        }
    }
}
