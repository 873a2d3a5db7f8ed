using System.Globalization;
using CsvHelper;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute.Tables;

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

    /// <summary>Reads a trace that was written with these columns.</summary>
    /// <exception cref="InvalidDataException">The file has other columns.</exception>
    internal static Trace Read(byte[] content, IReadOnlyList<TraceColumn> columns)
    {
        using CsvReader csv = CsvReader.Create(new MemoryStream(content), CsvReaderOptions.Default with { Separator = ',' });
        csv.ReadHeader();
        if (!csv.Headers.SequenceEqual(columns.Select(c => c.Name)))
        {
            throw new InvalidDataException("The trace has other columns.");
        }

        var trace = new Trace(columns);
        double[] row = new double[columns.Count];
        while (csv.Read())
        {
            for (int c = 0; c < row.Length; c++)
            {
                string cell = csv.GetString(c);
                row[c] = cell.Length == 0 ? Trace.Empty : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
            }

            trace.Add(row);
        }

        return trace;
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
