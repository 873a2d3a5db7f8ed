using System.Runtime.InteropServices;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>One joined contour line.</summary>
/// <param name="Level">The index of its level.</param>
/// <param name="Start">Where its points begin.</param>
/// <param name="Count">How many points it has; a ring repeats its first point at the end.</param>
/// <param name="FirstEdge">The grid edge it begins at.</param>
/// <param name="LastEdge">The grid edge it ends at; the same for a ring.</param>
public readonly record struct ContourLine(int Level, int Start, int Count, int FirstEdge, int LastEdge)
{
    /// <summary>Whether it returns to its start.</summary>
    public bool IsRing => FirstEdge == LastEdge;
}

/// <summary>Joined contour lines, level by level, with the high side on the left (y upward).</summary>
public sealed class ContourLines
{
    private readonly List<PointD> points = new(4096);
    private readonly List<ContourLine> lines = [];
    private int level, start;

    internal ContourLines(int columns, int rows) => (Columns, Rows) = (columns, rows);

    /// <summary>Samples along x of the grid.</summary>
    public int Columns { get; }

    /// <summary>Samples along y of the grid.</summary>
    public int Rows { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ContourLine> Lines => lines;

    /// <summary>The points of a line.</summary>
    /// <param name="line">One of <see cref="Lines"/>.</param>
    public ReadOnlySpan<PointD> PointsOf(ContourLine line) => CollectionsMarshal.AsSpan(points).Slice(line.Start, line.Count);

    /// <summary>The same lines on the canvas, without the points that the eye would not miss.</summary>
    /// <param name="area">Where the grid lies; its first row at the bottom.</param>
    /// <param name="tolerance">How far a line may move, in points.</param>
    public ContourLines OnCanvas(RectD area, double tolerance)
    {
        var mapped = new ContourLines(Columns, Rows);
        double sx = area.Width / (Columns - 1), sy = area.Height / (Rows - 1);
        var buffer = new List<PointD>(256);
        foreach (ContourLine line in lines)
        {
            CollectionsMarshal.SetCount(buffer, line.Count);
            Span<PointD> target = CollectionsMarshal.AsSpan(buffer);
            ReadOnlySpan<PointD> source = PointsOf(line);
            for (int i = 0; i < source.Length; i++)
            {
                target[i] = new(area.X + (source[i].X * sx), area.Bottom - (source[i].Y * sy));
            }

            mapped.Begin(line.Level);
            Simplifier.Simplify(target, tolerance, mapped.points);
            mapped.End(line.FirstEdge, line.LastEdge);
        }

        return mapped;
    }

    /// <summary>The same lines elsewhere.</summary>
    /// <param name="dx">To the right.</param>
    /// <param name="dy">Downward.</param>
    public ContourLines Shifted(double dx, double dy)
    {
        var shifted = new ContourLines(Columns, Rows);
        shifted.lines.AddRange(lines);
        CollectionsMarshal.SetCount(shifted.points, points.Count);
        Span<PointD> target = CollectionsMarshal.AsSpan(shifted.points);
        ReadOnlySpan<PointD> source = CollectionsMarshal.AsSpan(points);
        for (int i = 0; i < source.Length; i++)
        {
            target[i] = new(source[i].X + dx, source[i].Y + dy);
        }

        return shifted;
    }

    /// <summary>The border of where the field is at least a level, as closed subpaths on the canvas, to be filled by the even-odd rule.</summary>
    /// <param name="level">The index of the level.</param>
    /// <param name="area">Where the grid lies.</param>
    /// <param name="cornerIsHigh">Whether the field is at least the level in its first corner; needed where no line meets the border.</param>
    public VectorPath Region(int level, RectD area, bool cornerIsHigh)
    {
        var path = new VectorPath(256);
        var open = new List<(int Start, int End, ContourLine Line)>();
        foreach (ContourLine line in LinesOf(level))
        {
            if (line.IsRing)
            {
                path.AddPolyline(PointsOf(line)[..^1], closed: true);
            }
            else
            {
                open.Add((BorderPlace(line.FirstEdge), BorderPlace(line.LastEdge), line));
            }
        }

        if (open.Count == 0)
        {
            return cornerIsHigh ? path.AddRectangle(area) : path;
        }

        CloseAlongBorder(path, open, area);
        return path;
    }

    internal ReadOnlySpan<ContourLine> LinesOf(int ofLevel)
    {
        ReadOnlySpan<ContourLine> all = CollectionsMarshal.AsSpan(lines);
        int from = 0;
        while (from < all.Length && all[from].Level < ofLevel)
        {
            from++;
        }

        int to = from;
        while (to < all.Length && all[to].Level == ofLevel)
        {
            to++;
        }

        return all[from..to];
    }

    internal void Begin(int ofLevel) => (level, start) = (ofLevel, points.Count);

    internal void Add(PointD point) => points.Add(point);

    internal void End(int firstEdge, int lastEdge) => lines.Add(new(level, start, points.Count - start, firstEdge, lastEdge));

    // With the high side on the left, the region's border goes on counter-clockwise along the frame to the next line that begins there.
    private void CloseAlongBorder(VectorPath path, List<(int Start, int End, ContourLine Line)> open, RectD area)
    {
        open.Sort((a, b) => a.Start.CompareTo(b.Start));
        Span<int> corners = [Columns - 1, Columns + Rows - 2, (2 * Columns) + Rows - 3, 2 * (Columns + Rows - 2)];
        Span<PointD> places = [new(area.Right, area.Bottom), new(area.Right, area.Y), new(area.X, area.Y), new(area.X, area.Bottom)];
        int around = corners[3];
        Span<bool> used = open.Count <= 256 ? stackalloc bool[open.Count] : new bool[open.Count];
        for (int first = 0; first < open.Count; first++)
        {
            if (used[first])
            {
                continue;
            }

            int current = first;
            bool isStart = true;
            do
            {
                used[current] = true;
                ReadOnlySpan<PointD> vertices = PointsOf(open[current].Line);
                for (int i = 0; i < vertices.Length; i++)
                {
                    path = isStart && i == 0 ? path.MoveTo(vertices[i]) : path.LineTo(vertices[i]);
                }

                isStart = false;
                int end = open[current].End;
                int following = Following(open, end);
                int to = open[following].Start > end ? open[following].Start : open[following].Start + around;
                for (int turn = 0; turn < 2; turn++)
                {
                    for (int c = 0; c < 4; c++)
                    {
                        int corner = corners[c] + (turn * around);
                        if (corner > end && corner <= to)
                        {
                            path.LineTo(places[c]);
                        }
                    }
                }

                current = following;
            }
            while (current != first && !used[current]);
            path.Close();
        }
    }

    private static int Following(List<(int Start, int End, ContourLine Line)> open, int end)
    {
        for (int i = 0; i < open.Count; i++)
        {
            if (open[i].Start > end)
            {
                return i;
            }
        }

        return 0;
    }

    // The place of a border edge, counted counter-clockwise from the lower left corner.
    private int BorderPlace(int edge)
    {
        int vertices = Columns * Rows;
        if (edge < vertices)
        {
            (int row, int column) = Math.DivRem(edge, Columns);
            return row == 0 ? column : (2 * Columns) + Rows - 3 - 1 - column;
        }

        (int j, int i) = Math.DivRem(edge - vertices, Columns);
        return i == 0 ? (2 * (Columns + Rows - 2)) - 1 - j : Columns - 1 + j;
    }
}
