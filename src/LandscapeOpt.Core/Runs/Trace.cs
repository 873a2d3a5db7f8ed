using System.Diagnostics.CodeAnalysis;

namespace LandscapeOpt.Runs;

/// <summary>One row per step; the columns are data. Kept column by column.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A trace is what the field calls it.")]
public sealed class Trace : IRunObserver
{
    private readonly double[][] cells;

    /// <summary>An empty trace with these columns.</summary>
    public Trace(IReadOnlyList<TraceColumn> columns, int capacity = 64)
    {
        Columns = columns;
        cells = new double[columns.Count][];
        for (int c = 0; c < cells.Length; c++)
        {
            cells[c] = new double[capacity];
        }
    }

    /// <summary>The value of a cell without a value: a NaN that no computation gives. Test with <see cref="IsEmpty"/>.</summary>
    public static double Empty { get; } = BitConverter.Int64BitsToDouble(0x7FF8_0000_4C4F_5054);

    /// <summary>The columns, in the order of the file.</summary>
    public IReadOnlyList<TraceColumn> Columns { get; }

    /// <summary>The number of rows: steps done and the last point.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether a cell has no value.</summary>
    public static bool IsEmpty(double cell) => BitConverter.DoubleToInt64Bits(cell) == BitConverter.DoubleToInt64Bits(Empty);

    /// <summary>The cells of a column.</summary>
    public ReadOnlySpan<double> Column(int index) => cells[index].AsSpan(0, Rows);

    /// <summary>The cells of the column of that name; empty where there is no such column.</summary>
    public ReadOnlySpan<double> Column(string name)
    {
        for (int c = 0; c < cells.Length; c++)
        {
            if (string.Equals(Columns[c].Name, name, StringComparison.Ordinal))
            {
                return Column(c);
            }
        }

        return [];
    }

    /// <inheritdoc/>
    public void Row(StepView view)
    {
        EnsureRoom();
        for (int c = 0; c < cells.Length; c++)
        {
            TraceColumn column = Columns[c];
            cells[c][Rows] = view.IsLast && column.IsOfStep ? Empty : column.Value(view);
        }

        Rows++;
    }

    /// <summary>Adds a row that is known already.</summary>
    /// <param name="row">A value per column; <see cref="Empty"/> for none.</param>
    public void Add(ReadOnlySpan<double> row)
    {
        EnsureRoom();
        for (int c = 0; c < cells.Length; c++)
        {
            cells[c][Rows] = row[c];
        }

        Rows++;
    }

    /// <summary>Fills the columns that need the whole path.</summary>
    /// <param name="result">How the run ended.</param>
    public void Complete(RunResult result)
    {
        for (int c = 0; c < cells.Length; c++)
        {
            Columns[c].Finish?.Invoke(this, result, cells[c].AsSpan(0, Rows));
        }
    }

    private void EnsureRoom()
    {
        for (int c = 0; c < cells.Length && Rows == cells[c].Length; c++)
        {
            Array.Resize(ref cells[c], 2 * Rows);
        }
    }
}
