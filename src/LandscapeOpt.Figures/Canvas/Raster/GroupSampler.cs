using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>
/// Resolves groups with too many pieces for exact bands by samples: each pixel row is looked at along <see cref="Lines"/> lines with
/// <see cref="Columns"/> samples a pixel, shifted from line to line so that upright borders keep 1/256 of a pixel. Time is linear in the pieces.
/// </summary>
internal sealed class GroupSampler(CoverageRow coverage)
{
    private const int Lines = 16;
    private const int Columns = 16;
    private const int ManyPieces = 1024;

    private readonly BandList result = new();
    private int[] changes = [], steps = [];
    private double[] heights = [];

    /// <summary>Adds the borders of all pieces of a row.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="ruleMask">The bits of a winding that decide.</param>
    /// <param name="left">Windings to the left of the pieces.</param>
    public void ResolveRow(ReadOnlySpan<RowPiece> pieces, int ruleMask, BandList left) => AddBorders(pieces, ruleMask, left, out _);

    /// <summary>Adds the borders of a group.</summary>
    /// <param name="pieces">The pieces of the group.</param>
    /// <param name="ruleMask">The bits of a winding that decide.</param>
    /// <param name="windings">Windings to the left of the group; afterwards to its right.</param>
    public void ResolveGroup(ReadOnlySpan<RowPiece> pieces, int ruleMask, BandList windings)
    {
        double before = windings.HeightInside(ruleMask);
        double added = AddBorders(pieces, ruleMask, windings, out double xMax);
        Pass(pieces, windings);

        // What leaves the group to the right is exact; the error of the samples stays in its last pixel.
        coverage.AddBorder(xMax, xMax, windings.HeightInside(ruleMask) - before - added);
    }

    [MethodImpl(Hot.Loop)]
    private double AddBorders(ReadOnlySpan<RowPiece> pieces, int ruleMask, BandList left, out double xMax)
    {
        double xMin = double.PositiveInfinity, added = 0;
        xMax = double.NegativeInfinity;
        foreach (ref readonly RowPiece piece in pieces)
        {
            xMin = Math.Min(xMin, piece.XMin);
            xMax = Math.Max(xMax, piece.XMax);
        }

        int origin = (int)xMin, samples = (((int)xMax - origin + 1) * Columns) + 1;
        if (changes.Length < samples)
            changes = new int[samples];

        // Every fourth line still tells where a row full of lines is covered.
        int lines = pieces.Length > ManyPieces ? Lines / 4 : Lines;
        double height = (left.Bottom(left.Count - 1) - left.Top) / lines;
        int leftBand = 0;
        for (int line = 0; line < lines; line++)
        {
            double y = left.Top + (height * (line + 0.5)), shift = Shift(line * (Lines / lines));
            while (left.Bottom(leftBand) <= y && leftBand < left.Count - 1)
                leftBand++;
            foreach (ref readonly RowPiece piece in pieces)
            {
                if (piece.YTop <= y && y < piece.YBottom)
                    changes[Math.Clamp((int)(((piece.XAt(y) - origin) * Columns) + shift), 0, samples - 1)] += piece.Winding;
            }

            added += AddLine(left.Winding(leftBand), origin, shift, changes.AsSpan(0, samples), height, ruleMask);
        }

        return added;
    }

    // Moves the windings from the left of a group to its right, exactly.
    private void Pass(ReadOnlySpan<RowPiece> pieces, BandList windings)
    {
        int size = (2 * pieces.Length) + windings.Count, n = 0;
        if (heights.Length < size)
            (heights, steps) = (new double[2 * size], new int[2 * size]);
        foreach (ref readonly RowPiece piece in pieces)
        {
            (heights[n], steps[n++]) = (piece.YTop, piece.Winding);
            (heights[n], steps[n++]) = (piece.YBottom, -piece.Winding);
        }

        for (int i = 0; i < windings.Count; i++)
            (heights[n], steps[n++]) = i == 0 ? (windings.Top, windings.Winding(0)) : (windings.Bottom(i - 1), windings.Winding(i) - windings.Winding(i - 1));
        Array.Sort(heights, steps, 0, n);
        double bottom = windings.Bottom(windings.Count - 1);
        int winding = 0;
        result.Clear();
        for (int i = 0; i < n && heights[i] < bottom;)
        {
            double y = heights[i];
            while (i < n && heights[i] == y)
                winding += steps[i++];
            result.Append(i < n ? Math.Min(heights[i], bottom) : bottom, winding);
        }

        windings.CopyFrom(result);
    }

    // The fractions 0/16 to 15/16 in an order in which neighbours lie far apart (bits reversed), centred between samples.
    private static double Shift(int line)
    {
        int reversed = ((line & 1) << 3) | ((line & 2) << 1) | ((line & 4) >> 1) | ((line & 8) >> 3);
        return (reversed + 0.5) / Lines;
    }

    [MethodImpl(Hot.Loop)]
    private double AddLine(int winding, int origin, double shift, Span<int> changes, double height, int ruleMask)
    {
        double added = 0;
        for (int i = 0; i < changes.Length; i++)
        {
            if (changes[i] == 0)
                continue;
            int after = winding + changes[i];
            changes[i] = 0;
            double x = origin + Math.Max(0, (i + 0.5 - shift) / Columns);
            int before = winding & ruleMask, next = after & ruleMask;
            double step = before == 0 ? (next == 0 ? 0 : height) : next == 0 ? -height : 0;
            if (step != 0)
                coverage.AddBorder(x, x, step);
            added += step;
            winding = after;
        }

        return added;
    }
}
