using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Takes how much of each pixel is covered.</summary>
internal interface ICoverageSink
{
    /// <summary>Coverages (0 to 1) of neighbouring pixels of one row.</summary>
    void Pixels(int y, int x, ReadOnlySpan<double> coverage);

    /// <summary>One coverage (above 0, at most 1) of the pixels from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    void Run(int y, int from, int to, double coverage);
}

/// <summary>
/// Computes the exact area of each pixel that a set of closed polygons covers under a winding rule.
/// </summary>
/// <remarks>
/// Lines are cut to the clip rectangle (parts to its left and right become upright on its sides, so windings stay right) and sorted by the
/// row in which they begin. Row by row, the pieces of the active lines are grouped where their extents in x overlap, and each group is resolved
/// on its own (<see cref="RowGroups"/>); only the borders between inside and outside reach the <see cref="CoverageRow"/>. Memory is
/// proportional to the number of lines, time to the pixels that borders touch.
/// </remarks>
internal sealed class Rasterizer
{
    private readonly CoverageRow coverage = new();
    private readonly RowGroups groups;
    private Line[] lines = new Line[256];
    private int[] order = [], active = new int[64];
    private int[] firstOfRow = [];
    private int count;
    private RectD clip;

    // Rows outside are not reported; those inside are what they would be without this limit.
    private int bandTop, bandBottom = int.MaxValue;

    public Rasterizer() => groups = new(coverage);

    /// <summary>From now on reports only the rows from <paramref name="top"/> up to, not including, <paramref name="bottom"/>.</summary>
    public void Limit(int top, int bottom) => (bandTop, bandBottom) = (top, bottom);

    /// <summary>Forgets all lines.</summary>
    /// <param name="clipPixels">Where coverage is wanted, in pixels; not negative.</param>
    public void Begin(RectD clipPixels)
    {
        clip = clipPixels;
        count = 0;
    }

    /// <summary>Adds a line of a closed polygon; coordinates up to 1e300 are fine.</summary>
    public void Add(PointD from, PointD to)
    {
        if (from.Y == to.Y || clip.IsEmpty || double.IsNaN(from.X + to.X))
            return;
        int winding = from.Y < to.Y ? 1 : -1;
        (PointD a, PointD b) = winding > 0 ? (from, to) : (to, from);
        if (!(b.Y > clip.Y && a.Y < clip.Bottom))
            return;
        if (b.Y > clip.Bottom)
            b = new(a.X + ((b.X - a.X) * ((clip.Bottom - a.Y) / (b.Y - a.Y))), clip.Bottom);
        if (a.Y < clip.Y)
            a = new(a.X + ((b.X - a.X) * ((clip.Y - a.Y) / (b.Y - a.Y))), clip.Y);
        AddWithinRows(a, b, winding);
    }

    /// <summary>Reports the coverage of all pixels that are not empty, from the top, each row from the left.</summary>
    [MethodImpl(Hot.Loop)]
    public void Sweep<TSink>(FillRule rule, ref TSink sink)
        where TSink : ICoverageSink, allows ref struct
    {
        if (count == 0)
            return;
        SortByFirstRow(out int firstRow, out int rows);
        coverage.Begin(clip);
        int activeCount = 0;
        for (int row = 0; row < rows || activeCount > 0; row++)
        {
            int y = firstRow + row;
            if (y >= bandBottom)
                return;
            double top = Math.Max(y, clip.Y), bottom = Math.Min(y + 1, clip.Bottom);
            if (row < rows)
            {
                ReadOnlySpan<int> starting = order.AsSpan(firstOfRow[row]..firstOfRow[row + 1]);
                if (activeCount + starting.Length > active.Length)
                    Array.Resize(ref active, Math.Max(2 * active.Length, activeCount + starting.Length));
                starting.CopyTo(active.AsSpan(activeCount));
                activeCount += starting.Length;
            }

            if (y < bandTop)
            {
                activeCount = y + 1 == bandTop || row + 1 >= rows ? Skip(activeCount, bottom) : activeCount;
                continue;
            }

            if (activeCount == 0)
                continue;
            activeCount = CutRow(activeCount, top, bottom);
            groups.Resolve(rule, y, top, bottom, ref sink);
        }
    }

    // Lets the active lines enter the row that begins here, as if they had been cut row by row.
    private int Skip(int activeCount, double bottom)
    {
        int kept = 0;
        foreach (int index in active.AsSpan(0, activeCount))
        {
            ref Line line = ref lines[index];
            if (!(line.End.Y > bottom))
                continue;
            line.X = XAt(line, bottom);
            active[kept++] = index;
        }

        return kept;
    }

    private double XAt(in Line line, double bottom) => Math.Clamp(line.Start.X + ((bottom - line.Start.Y) * line.Slope), clip.X, clip.Right);

    private void AddWithinRows(PointD a, PointD b, int winding)
    {
        (double left, double right) = (clip.X, clip.Right);
        if (Math.Max(a.X, b.X) <= left)
        {
            Store(new(left, a.Y), new(left, b.Y), winding);
        }
        else if (Math.Min(a.X, b.X) >= right)
        {
            Store(new(right, a.Y), new(right, b.Y), winding);
        }
        else if (CrossesSide(a, b, left, out PointD cut) || CrossesSide(a, b, right, out cut))
        {
            AddWithinRows(a, cut, winding);
            AddWithinRows(cut, b, winding);
        }
        else
        {
            Store(a, b, winding);
        }
    }

    private static bool CrossesSide(PointD a, PointD b, double x, out PointD cut)
    {
        cut = default;
        if (!(Math.Min(a.X, b.X) < x && Math.Max(a.X, b.X) > x))
            return false;
        double y = a.Y + ((b.Y - a.Y) * ((x - a.X) / (b.X - a.X)));
        cut = new(x, Math.Clamp(y, a.Y, b.Y));
        return true;
    }

    private void Store(PointD a, PointD b, int winding)
    {
        if (a.Y >= b.Y)
            return;
        if (count == lines.Length)
            Array.Resize(ref lines, 2 * count);
        lines[count++] = new(a, b, (b.X - a.X) / (b.Y - a.Y), winding);
    }

    [MethodImpl(Hot.Loop)]
    private void SortByFirstRow(out int firstRow, out int rows)
    {
        ReadOnlySpan<Line> all = lines.AsSpan(0, count);
        int first = int.MaxValue, last = 0;
        foreach (ref readonly Line line in all)
        {
            first = Math.Min(first, (int)line.Start.Y);
            last = Math.Max(last, (int)line.Start.Y);
        }

        (firstRow, rows) = (first, last - first + 1);
        if (firstOfRow.Length <= rows + 1)
            firstOfRow = new int[rows + 2];
        if (order.Length < count)
            order = new int[lines.Length];
        Span<int> starts = firstOfRow.AsSpan(0, rows + 2);
        starts.Clear();
        foreach (ref readonly Line line in all)
            starts[(int)line.Start.Y - first + 2]++;
        for (int i = 2; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        for (int i = 0; i < all.Length; i++)
            order[starts[(int)all[i].Start.Y - first + 1]++] = i;
    }

    // Hands the part of every active line in this row to the groups and keeps the lines that go on below.
    [MethodImpl(Hot.Loop)]
    private int CutRow(int activeCount, double top, double bottom)
    {
        groups.Begin(activeCount);
        int kept = 0;
        foreach (int index in active.AsSpan(0, activeCount))
        {
            ref Line line = ref lines[index];
            bool starts = line.Start.Y > top, ends = line.End.Y <= bottom;
            double y0 = starts ? line.Start.Y : top;
            double x0 = line.X;
            double x1 = ends ? line.End.X : XAt(line, bottom);
            groups.Add(new(y0, ends ? line.End.Y : bottom, x0, x1, line.Slope, line.Winding));
            line.X = x1;
            if (line.End.Y > bottom)
                active[kept++] = index;
        }

        return kept;
    }

    private struct Line(PointD start, PointD end, double slope, int winding)
    {
        public readonly PointD Start = start, End = end;
        public readonly double Slope = slope;
        public readonly int Winding = winding;

        // Where it enters the next row.
        public double X = start.X;
    }
}
