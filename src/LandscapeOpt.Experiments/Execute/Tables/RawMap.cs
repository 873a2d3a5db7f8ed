using System.Globalization;
using CsvHelper;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>How the values of a map's pixels are written.</summary>
public enum RawFormat
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>As an array that numpy.load opens: float64, shape (height, width, 5): end x, end y, loss, steps, label.</summary>
    Npy,

    /// <summary>As CSV, one row per pixel: column,row,x,y,loss,steps,label.</summary>
    Csv,
}

/// <summary>Writes the values of a map's pixels, row by row from the lowest.</summary>
internal sealed class RawMap
{
    private const int Values = 5;

    private readonly Point[] ends;
    private readonly double[] losses;
    private readonly int[] steps;
    private readonly short[] labels;
    private readonly int width, height;
    private readonly Action<int> read;

    /// <summary>The values of a map of basins.</summary>
    internal RawMap(ComputedBasins map)
        : this(map.Grid.Width, map.Grid.Height) => read = row =>
        {
            map.Read(row, labels, steps);
            map.ReadEnds(row, ends, losses);
        };

    /// <summary>The values of a map over parameters.</summary>
    internal RawMap(ComputedParameters map)
        : this(map.Width, map.Height)
    {
        var outcomes = new OutcomeKind[width];
        read = row =>
        {
            map.Read(row, ends, losses, steps, outcomes);
            map.ReadLabels(row, labels);
        };
    }

    private RawMap(int width, int height)
    {
        (this.width, this.height) = (width, height);
        (ends, losses, steps, labels) = (new Point[width], new double[width], new int[width], new short[width]);
        read = _ => { };
    }

    internal void Write(Stream stream, RawFormat format, CancellationToken cancellation)
    {
        if (format is RawFormat.Npy)
        {
            WriteNumpy(stream, cancellation);
        }
        else
        {
            WriteCsv(stream, cancellation);
        }
    }

    private void WriteNumpy(Stream stream, CancellationToken cancellation)
    {
        stream.Write(NumpyFile.Header(height, width, Values));
        double[] line = new double[Values * width];
        for (int row = 0; row < height; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            read(row);
            for (int i = 0; i < width; i++)
            {
                Span<double> cells = line.AsSpan(Values * i, Values);
                (cells[0], cells[1], cells[2], cells[3], cells[4]) = (ends[i].X, ends[i].Y, losses[i], steps[i], labels[i]);
            }

            NumpyFile.Write(stream, line);
        }
    }

    private void WriteCsv(Stream stream, CancellationToken cancellation)
    {
        using CsvWriter csv = CsvWriter.Create(stream, TraceCsv.Options, leaveOpen: true);
        csv.WriteHeader(["column", "row", "x", "y", "loss", "steps", "label"]);
        for (int row = 0; row < height; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            read(row);
            for (int i = 0; i < width; i++)
            {
                Whole(i);
                Whole(row);
                TraceCsv.Cell(csv, ends[i].X);
                TraceCsv.Cell(csv, ends[i].Y);
                TraceCsv.Cell(csv, losses[i]);
                Whole(steps[i]);
                Whole(labels[i]);
                csv.EndRecord();
            }
        }

        void Whole(int value) => csv.WriteField(value, default, CultureInfo.InvariantCulture);
    }
}
