using System.Runtime.InteropServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>
/// The pixels of a map in a store: row by row, in each one column of numbers after the other. Labels and steps alone where nobody will ask where
/// the runs ended.
/// </summary>
internal sealed class MapRows
{
    private readonly MapStore store;
    private readonly int width;
    private readonly byte[] row;

    internal MapRows(MapOptions options, int width, int height, bool hasEnds)
    {
        (this.width, HasEnds) = (width, hasEnds);
        row = new byte[width * (sizeof(short) + sizeof(int) + (hasEnds ? sizeof(byte) + (3 * sizeof(double)) : 0))];
        store = options.Store?.Invoke(row.Length, height) ?? MapStore.InMemory(height);
    }

    /// <summary>Whether it is kept where the runs ended.</summary>
    internal bool HasEnds { get; }

    // Wider numbers first, so that each column is aligned.
    private int YAt => sizeof(double) * width;

    private int LossAt => 2 * YAt;

    private int StepsAt => HasEnds ? 3 * YAt : 0;

    private int LabelsAt => StepsAt + (sizeof(int) * width);

    private int OutcomesAt => LabelsAt + (sizeof(short) * width);

    /// <summary>Keeps the rows of a band.</summary>
    /// <param name="band">The band.</param>
    /// <param name="labels">A label for each of its pixels.</param>
    internal void Write(MapBand band, ReadOnlySpan<short> labels)
    {
        for (int r = 0; r < band.Rows; r++)
        {
            int first = r * width;
            if (HasEnds)
            {
                Put<double>(band.X.AsSpan(first, width), 0);
                Put<double>(band.Y.AsSpan(first, width), YAt);
                Put<double>(band.Loss.AsSpan(first, width), LossAt);
                for (int i = 0; i < width; i++)
                {
                    row[OutcomesAt + i] = (byte)band.Outcomes[first + i];
                }
            }

            Put<int>(band.Steps.AsSpan(first, width), StepsAt);
            Put(labels.Slice(first, width), LabelsAt);
            store.Write(band.FirstRow + r, row);
        }
    }

    internal void ReadLabels(int row, Span<short> labels) => store.Read(row, LabelsAt, MemoryMarshal.AsBytes(labels[..width]));

    internal void ReadSteps(int row, Span<int> steps) => store.Read(row, StepsAt, MemoryMarshal.AsBytes(steps[..width]));

    /// <summary>Reads where the runs of a row ended, and the losses there.</summary>
    internal void ReadEnds(int row, Span<Point> ends, Span<double> losses)
    {
        double[] cells = new double[2 * width];
        store.Read(row, 0, MemoryMarshal.AsBytes(cells.AsSpan()));
        for (int i = 0; i < width; i++)
        {
            ends[i] = new(cells[i], cells[width + i]);
        }

        store.Read(row, LossAt, MemoryMarshal.AsBytes(losses[..width]));
    }

    internal void ReadOutcomes(int row, Span<OutcomeKind> outcomes)
    {
        byte[] cells = new byte[width];
        store.Read(row, OutcomesAt, cells);
        for (int i = 0; i < width; i++)
        {
            outcomes[i] = (OutcomeKind)cells[i];
        }
    }

    private void Put<T>(ReadOnlySpan<T> values, int at)
        where T : struct => MemoryMarshal.AsBytes(values).CopyTo(row.AsSpan(at));
}
