using System.Buffers;
using System.Runtime.CompilerServices;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>
/// Marching squares with joined lines. A cell is crossed as its bilinear interpolant is: where two opposite corners are high, the value
/// at the interpolant's saddle decides which of them are connected (Nielson and Hamann 1991, doi:10.1109/VISUAL.1991.175782).
/// </summary>
public static class ContourTracer
{
    // Edges of a cell: 0 bottom, 1 right, 2 top, 3 left. For each pattern of high corners (1 lower left, 2 lower right, 4 upper right,
    // 8 upper left) the directed segments from edge to edge, high side on the left, as from << 2 | to; -1 for none.
    private static readonly sbyte[] First = [-1, 3, 4, 7, 9, -1, 8, 11, 14, 2, -1, 6, 13, 1, 12, -1];

    /// <summary>Traces the lines of all levels.</summary>
    /// <param name="field">The values.</param>
    /// <param name="levels">Rising levels, at most 254.</param>
    /// <returns>The lines in grid coordinates (column, row), level by level.</returns>
    /// <exception cref="ArgumentException">There are too many levels.</exception>
    public static ContourLines Trace(ScalarField field, ReadOnlySpan<double> levels)
    {
        if (levels.Length > 254)
        {
            throw new ArgumentException("At most 254 levels can be traced at once.", nameof(levels));
        }

        int columns = field.Columns, edges = 2 * columns * field.Rows;
        int[] next = ArrayPool<int>.Shared.Rent(edges);
        bool[] entered = ArrayPool<bool>.Shared.Rent(edges);
        Array.Fill(next, -1, 0, edges);
        Array.Clear(entered, 0, edges);
        (int[] cells, int[] starts) = CellsByLevel(field, levels);
        var lines = new ContourLines(field.Columns, field.Rows);
        var walker = new Walker(field, next, entered, lines);
        for (int level = 0; level < levels.Length; level++)
        {
            walker.Walk(level, levels[level], cells.AsSpan(starts[level], starts[level + 1] - starts[level]));
        }

        ArrayPool<int>.Shared.Return(next);
        ArrayPool<bool>.Shared.Return(entered);
        ArrayPool<int>.Shared.Return(cells);
        return lines;
    }

    // Every cell under every level that crosses it, sorted by level: most cells are crossed by none, and are looked at once.
    [MethodImpl(Hot.Loop)]
    private static (int[] Cells, int[] Starts) CellsByLevel(ScalarField field, ReadOnlySpan<double> levels)
    {
        int columns = field.Columns, rows = field.Rows;
        ReadOnlySpan<double> values = field.Values;
        byte[] bands = ArrayPool<byte>.Shared.Rent(values.Length);
        int band = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double v = values[i];
            while (band < levels.Length && v >= levels[band])
            {
                band++;
            }

            while (band > 0 && v < levels[band - 1])
            {
                band--;
            }

            bands[i] = (byte)band;
        }

        int[] starts = new int[levels.Length + 2];
        for (int pass = 0; ; pass++)
        {
            int[] cells = pass == 0 ? [] : ArrayPool<int>.Shared.Rent(starts[^1]);
            for (int j = 0; j < rows - 1; j++)
            {
                for (int i = j * columns; i < (j * columns) + columns - 1; i++)
                {
                    byte a = bands[i], b = bands[i + 1], c = bands[i + columns + 1], d = bands[i + columns];
                    if (a == b && c == d && a == c)
                    {
                        continue;
                    }

                    int low = Math.Min(Math.Min(a, b), Math.Min(c, d)), high = Math.Max(Math.Max(a, b), Math.Max(c, d));
                    for (int level = low; level < high; level++)
                    {
                        if (pass == 0)
                        {
                            starts[level + 2]++;
                        }
                        else
                        {
                            cells[starts[level + 1]++] = i;
                        }
                    }
                }
            }

            if (pass == 1)
            {
                ArrayPool<byte>.Shared.Return(bands);
                return (cells, starts);
            }

            for (int level = 2; level < starts.Length; level++)
            {
                starts[level] += starts[level - 1];
            }
        }
    }

    // Joins the segments of one level at a time. Directed segments leave and enter every edge at most once.
    private sealed class Walker(ScalarField field, int[] next, bool[] entered, ContourLines lines)
    {
        private readonly int columns = field.Columns, vertical = field.Columns * field.Rows;
        private readonly List<int> from = [];

        [MethodImpl(Hot.Loop)]
        public void Walk(int level, double value, ReadOnlySpan<int> cells)
        {
            ReadOnlySpan<double> values = field.Values;
            foreach (int cell in cells)
            {
                double a = values[cell], b = values[cell + 1], c = values[cell + columns + 1], d = values[cell + columns];
                int pattern = (a >= value ? 1 : 0) | (b >= value ? 2 : 0) | (c >= value ? 4 : 0) | (d >= value ? 8 : 0);
                if (pattern is 5 or 10)
                {
                    AddSaddle(cell, pattern, joined: ((a * c) - (b * d)) / (a + c - b - d) >= value);
                }
                else
                {
                    Add(cell, First[pattern]);
                }
            }

            // First the lines that begin at the border, then the rings that are left.
            foreach (int edge in from)
            {
                if (next[edge] >= 0 && !entered[edge])
                {
                    Follow(level, value, edge);
                }
            }

            foreach (int edge in from)
            {
                if (next[edge] >= 0)
                {
                    Follow(level, value, edge);
                }
            }

            from.Clear();
        }

        private void AddSaddle(int cell, int pattern, bool joined)
        {
            (int one, int other) = (pattern, joined) switch
            {
                (5, true) => (0 << 2 | 1, 2 << 2 | 3),
                (5, false) => (0 << 2 | 3, 2 << 2 | 1),
                (_, true) => (3 << 2 | 0, 1 << 2 | 2),
                _ => (1 << 2 | 0, 3 << 2 | 2),
            };
            Add(cell, one);
            Add(cell, other);
        }

        private void Add(int cell, int segment)
        {
            int start = Edge(cell, segment >> 2), end = Edge(cell, segment & 3);
            next[start] = end;
            entered[end] = true;
            from.Add(start);
        }

        private int Edge(int cell, int side) => side switch
        {
            0 => cell,
            1 => vertical + cell + 1,
            2 => cell + columns,
            _ => vertical + cell,
        };

        [MethodImpl(Hot.Loop)]
        private void Follow(int level, double value, int edge)
        {
            int start = edge, end = edge;
            lines.Begin(level);
            while (edge >= 0)
            {
                lines.Add(Crossing(edge, value));
                entered[edge] = false;
                int following = next[edge];
                next[edge] = -1;
                end = edge;
                edge = following;
            }

            lines.End(start, end);
        }

        private PointD Crossing(int edge, double value)
        {
            bool isVertical = edge >= vertical;
            int vertex = isVertical ? edge - vertical : edge;
            (int row, int column) = Math.DivRem(vertex, columns);
            double a = field.Values[vertex], b = field.Values[vertex + (isVertical ? columns : 1)];
            double t = (value - a) / (b - a);
            return isVertical ? new(column, row + t) : new(column + t, row);
        }
    }
}
