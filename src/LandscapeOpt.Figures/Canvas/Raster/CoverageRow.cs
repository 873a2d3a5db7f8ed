using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>
/// The covered area of the pixels of one row, kept as differences between neighbours: adding the border of an area covers everything to its
/// right, so a right border takes that away again.
/// </summary>
internal sealed class CoverageRow
{
    // Sums of exactly cancelling areas leave residues of this order; they must not become pixels.
    private const double Residue = 1e-9;

    private double[] differences = [], values = [];
    private int origin, end, cursor, touchedEnd;
    private double sum;

    /// <summary>Prepares for rows between the sides of the clip rectangle.</summary>
    public void Begin(RectD clip)
    {
        origin = (int)clip.X;
        end = Math.Max(origin, (int)Math.Ceiling(clip.Right));
        int width = end - origin;
        if (differences.Length < width + 3)
            (differences, values) = (new double[width + 3], new double[width + 3]);
        BeginRow();
    }

    /// <summary>Starts a row; the one before must have been finished.</summary>
    public void BeginRow() => (cursor, touchedEnd, sum) = (origin, origin, 0);

    /// <summary>Adds (or with a negative height takes away) the area to the right of a straight border.</summary>
    /// <param name="xTop">Its upper end.</param>
    /// <param name="xBottom">Its lower end.</param>
    /// <param name="height">Its share of the pixel's height.</param>
    [MethodImpl(Hot.Loop)]
    public void AddBorder(double xTop, double xBottom, double height)
    {
        (double left, double right) = xTop < xBottom ? (xTop, xBottom) : (xBottom, xTop);
        int first = (int)left, last = (int)right;
        touchedEnd = Math.Max(touchedEnd, Math.Min(last + 2, end));
        Span<double> d = differences.AsSpan(first - origin, last - first + 2);
        if (first == last)
        {
            double outside = height * (((left + right) / 2) - first);
            d[0] += height - outside;
            d[1] += outside;
            return;
        }

        // The area to the right of the border and to the left of x is height × (x - left)² / (2 (right - left)).
        double scale = height / (2 * (right - left)), before = 0, previous = 0;
        for (int i = 0; i < d.Length - 2; i++)
        {
            double reach = first + i + 1 - left, area = scale * reach * reach;
            double covered = area - before;
            d[i] += covered - previous;
            (before, previous) = (area, covered);
        }

        double rest = (height * (last + 1 - ((left + right) / 2))) - before;
        d[^2] += rest - previous;
        d[^1] += height - rest;
    }

    /// <summary>Reports all pixels to the left of <paramref name="x"/>, which must not be touched any more.</summary>
    [MethodImpl(Hot.Loop)]
    public void Flush<TSink>(int y, int x, ref TSink sink)
        where TSink : ICoverageSink, allows ref struct
    {
        x = Math.Min(x, end);
        int touched = Math.Min(x, touchedEnd);
        if (cursor < touched)
        {
            Span<double> d = differences.AsSpan(cursor - origin, touched - cursor), v = values.AsSpan(0, d.Length);
            for (int i = 0; i < d.Length; i++)
            {
                sum += d[i];
                d[i] = 0;
                v[i] = sum <= Residue ? 0 : Math.Min(sum, 1);
            }

            sink.Pixels(y, cursor, v);
            cursor = touched;
        }

        if (cursor >= x)
            return;
        if (sum > Residue)
            sink.Run(y, cursor, x, sum > 1 - Residue ? 1 : sum);
        else
            sum = 0;
        cursor = x;
    }

    /// <summary>Reports the rest of the row.</summary>
    public void Finish<TSink>(int y, ref TSink sink)
        where TSink : ICoverageSink, allows ref struct
    {
        Flush(y, end, ref sink);
        differences.AsSpan(end - origin, 3).Clear();
    }
}
