using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>The part of a line that lies in one pixel row, from its upper to its lower end.</summary>
internal readonly struct RowPiece(double yTop, double yBottom, double xTop, double xBottom, double slope, int winding)
{
    public readonly double YTop = yTop, YBottom = yBottom, XTop = xTop, XBottom = xBottom, Slope = slope;
    public readonly int Winding = winding;

    public double XMin => Math.Min(XTop, XBottom);

    public double XMax => Math.Max(XTop, XBottom);

    /// <summary>Where it is at a height that it reaches.</summary>
    public double XAt(double y) => y == YTop ? XTop : y == YBottom ? XBottom : Math.Clamp(XTop + ((y - YTop) * Slope), XMin, XMax);
}

/// <summary>
/// Applies the winding rule to the pieces of one row, group by group from the left. A group is a set of pieces whose extents in x overlap. It
/// is cut into bands in which no piece begins, ends or meets another; in a band the order of the pieces is fixed, so the windings between
/// them are known, and the pieces at which inside and outside change are borders. Between groups only the winding to the right of what has
/// been resolved is kept, as a function of the height (<see cref="BandList"/>).
/// </summary>
internal sealed class RowGroups(CoverageRow coverage)
{
    // Larger groups are sampled instead: their exact resolution could take time quadratic in their size.
    private const int LargestExactGroup = 48;
    private const int LongestChain = 4;
    private const int LargestBandCount = 64;
    private const int LargestSortedRow = 1024;

    // A crossing that is off by this share of a row, or overlaps by this share of a pixel, changes no 8-bit coverage.
    private const double Negligible = 1e-4;

    private readonly BandList left = new(), right = new();
    private readonly GroupSampler sampler = new(coverage);
    private readonly double[] events = new double[(2 * LargestExactGroup) + LargestBandCount + 2];
    private readonly double[] bandX = new double[LargestExactGroup], bandEnd = new double[LargestExactGroup];
    private readonly int[] band = new int[LargestExactGroup];
    private RowPiece[] pieces = new RowPiece[64], members = [];
    private double[] keys = new double[64];
    private int[] sorted = new int[64];
    private int count;

    /// <summary>Forgets the last row and makes room.</summary>
    public void Begin(int capacity)
    {
        count = 0;
        if (capacity <= pieces.Length)
            return;
        int size = Math.Max(capacity, 2 * pieces.Length);
        (pieces, keys, sorted) = (new RowPiece[size], new double[size], new int[size]);
    }

    /// <summary>Adds a piece; there is room.</summary>
    public void Add(in RowPiece piece)
    {
        pieces[count] = piece;
        keys[count] = piece.XMin;
        sorted[count] = count;
        count++;
    }

    /// <summary>Reports the coverage of the row that the pieces make.</summary>
    [MethodImpl(Hot.Loop)]
    public void Resolve<TSink>(FillRule rule, int y, double top, double bottom, ref TSink sink)
        where TSink : ICoverageSink, allows ref struct
    {
        int ruleMask = rule == FillRule.EvenOdd ? 1 : -1;
        coverage.BeginRow();
        left.Reset(top, bottom);
        if (count > LargestSortedRow)
        {
            sampler.ResolveRow(pieces.AsSpan(0, count), ruleMask, left);
            coverage.Finish(y, ref sink);
            return;
        }

        Sort();
        for (int first = 0, end; first < count; first = end)
        {
            double reach = pieces[sorted[first]].XMax;
            for (end = first + 1; end < count && keys[end] <= reach; end++)
                reach = Math.Max(reach, pieces[sorted[end]].XMax);
            coverage.Flush(y, (int)keys[first], ref sink);
            ReadOnlySpan<int> group = sorted.AsSpan(first, end - first);
            if (left.Count == 1 && IsChain(group, top, bottom))
                ResolveChain(group, ruleMask);
            else if (group.Length <= LargestExactGroup && left.Count <= LargestBandCount)
                ResolveExactly(group, ruleMask);
            else
                ResolveBySamples(group, ruleMask);
        }

        coverage.Finish(y, ref sink);
    }

    [MethodImpl(Hot.Loop)]
    private void Sort()
    {
        if (count > 40)
        {
            Array.Sort(keys, sorted, 0, count);
            return;
        }

        for (int i = 1; i < count; i++)
        {
            (double key, int item) = (keys[i], sorted[i]);
            int j = i - 1;
            for (; j >= 0 && keys[j] > key; j--)
                (keys[j + 1], sorted[j + 1]) = (keys[j], sorted[j]);
            (keys[j + 1], sorted[j + 1]) = (key, item);
        }
    }

    // Most groups are one line or its corner: pieces that follow each other through the whole row, none beside another.
    private bool IsChain(ReadOnlySpan<int> group, double top, double bottom)
    {
        if (group.Length > LongestChain)
            return false;
        double reached = top;
        for (int links = 0; links < group.Length; links++)
        {
            bool found = false;
            foreach (int index in group)
            {
                if (pieces[index].YTop != reached || pieces[index].Winding != pieces[group[0]].Winding)
                    continue;
                reached = pieces[index].YBottom;
                found = true;
                break;
            }

            if (!found)
                return false;
        }

        return reached == bottom;
    }

    private void ResolveChain(ReadOnlySpan<int> group, int ruleMask)
    {
        int before = left.Winding(0), after = before + pieces[group[0]].Winding;
        left.SetOnly(after);
        foreach (int index in group)
        {
            ref readonly RowPiece piece = ref pieces[index];
            AddIfBorder(before & ruleMask, after & ruleMask, piece.XTop, piece.XBottom, piece.YBottom - piece.YTop);
        }
    }

    [MethodImpl(Hot.Loop)]
    private void ResolveExactly(ReadOnlySpan<int> group, int ruleMask)
    {
        int eventCount = CollectEvents(group);
        right.Clear();
        int leftBand = 0;
        for (int e = 1; e < eventCount; e++)
        {
            (double y, double bottom) = (events[e - 1], events[e]);
            while (left.Bottom(leftBand) <= y)
                leftBand++;
            int bandSize = 0, winding = left.Winding(leftBand);
            foreach (int index in group)
            {
                if (pieces[index].YTop <= y && pieces[index].YBottom >= bottom)
                    band[bandSize++] = index;
            }

            int after = winding;
            for (int i = 0; i < bandSize; i++)
                after += pieces[band[i]].Winding;
            right.Append(bottom, after);
            while (y < bottom)
            {
                double until = OrderBand(bandSize, y, bottom);
                AddBorders(bandSize, until - y, winding, ruleMask);
                y = until;
            }
        }

        left.CopyFrom(right);
    }

    private void ResolveBySamples(ReadOnlySpan<int> group, int ruleMask)
    {
        if (members.Length < group.Length)
            members = new RowPiece[2 * group.Length];
        for (int i = 0; i < group.Length; i++)
            members[i] = pieces[group[i]];
        sampler.ResolveGroup(members.AsSpan(0, group.Length), ruleMask, left);
    }

    // All heights at which a piece of the group begins or ends or the winding to its left changes, in order, each once.
    private int CollectEvents(ReadOnlySpan<int> group)
    {
        int n = 0;
        Insert(left.Top);
        for (int i = 0; i < left.Count; i++)
            Insert(left.Bottom(i));
        foreach (int index in group)
        {
            Insert(pieces[index].YTop);
            Insert(pieces[index].YBottom);
        }

        return n;

        void Insert(double y)
        {
            int i = n;
            while (i > 0 && events[i - 1] > y)
                i--;
            if (i > 0 && events[i - 1] == y)
                return;
            Array.Copy(events, i, events, i + 1, n - i);
            events[i] = y;
            n++;
        }
    }

    // Sorts the band's pieces by where they are at y and returns how far down that order holds.
    [MethodImpl(Hot.Loop)]
    private double OrderBand(int size, double y, double bottom)
    {
        for (int i = 0; i < size; i++)
        {
            int index = band[i];
            (double x, double xEnd) = (pieces[index].XAt(y), pieces[index].XAt(bottom));
            int j = i - 1;
            for (; j >= 0 && (bandX[j] > x || (bandX[j] == x && bandEnd[j] > xEnd)); j--)
                (band[j + 1], bandX[j + 1], bandEnd[j + 1]) = (band[j], bandX[j], bandEnd[j]);
            (band[j + 1], bandX[j + 1], bandEnd[j + 1]) = (index, x, xEnd);
        }

        double until = bottom;
        for (int i = 1; i < size; i++)
        {
            double overlap = bandEnd[i - 1] - bandEnd[i];
            if (overlap <= Negligible)
                continue;
            double gap = bandX[i] - bandX[i - 1];
            until = Math.Min(until, y + ((bottom - y) * (gap / (gap + overlap))));
        }

        if (until >= bottom)
            return bottom;
        until = Math.Min(bottom, Math.Max(until, y + Negligible));
        for (int i = 0; i < size; i++)
            bandEnd[i] = pieces[band[i]].XAt(until);
        return until;
    }

    private void AddBorders(int size, double height, int winding, int ruleMask)
    {
        for (int i = 0; i < size; i++)
        {
            int after = winding + pieces[band[i]].Winding;
            AddIfBorder(winding & ruleMask, after & ruleMask, bandX[i], bandEnd[i], height);
            winding = after;
        }
    }

    private void AddIfBorder(int insideBefore, int insideAfter, double xTop, double xBottom, double height)
    {
        if (insideBefore == 0 && insideAfter != 0)
            coverage.AddBorder(xTop, xBottom, height);
        else if (insideBefore != 0 && insideAfter == 0)
            coverage.AddBorder(xTop, xBottom, -height);
    }
}
