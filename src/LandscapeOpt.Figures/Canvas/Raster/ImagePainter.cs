using System.Buffers;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>
/// Resamples a grid of colours into a rectangle of pixels: each row and column of pixels takes its shares of the grid's rows and columns. Sharp
/// pixels are exact areas, so that edges which fall between pixels are anti-aliased and nothing is skipped where the grid is finer.
/// </summary>
internal static class ImagePainter
{
    // Images that are read row by row are painted in strips of about this many pixels.
    private const int StripPixels = 1 << 20;

    public static void Paint(PixelBuffer target, ClipMask? mask, RectD clip, RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth)
    {
        RectD visible = Visible(target, clip, area);
        if (!visible.IsEmpty)
            Paint(target, mask, visible, area, width, height, 0, pixels, smooth);
    }

    /// <summary>Paints an image with sharp pixels, holding only a part of it at a time.</summary>
    public static void Paint(PixelBuffer target, ClipMask? mask, RectD clip, RectD area, int width, int height, IPixelRows rows)
    {
        RectD visible = Visible(target, clip, area);
        if (visible.IsEmpty)
            return;
        double cell = area.Height / height;
        int lines = Math.Max(1, (int)(Math.Max(1, StripPixels / width) * cell));
        var pool = ArrayPool<Color>.Shared;
        for (double top = visible.Y; top < visible.Bottom; top = Math.Floor(top) + lines)
        {
            double bottom = Math.Min(visible.Bottom, Math.Floor(top) + lines);
            int first = Math.Clamp((int)((top - area.Y) / cell) - 1, 0, height - 1), end = Math.Clamp((int)((bottom - area.Y) / cell) + 2, first + 1, height);
            Color[] strip = pool.Rent((end - first) * width);
            for (int row = first; row < end; row++)
                rows.Read(row, strip.AsSpan((row - first) * width, width));
            Paint(target, mask, RectD.FromSides(visible.X, top, visible.Right, bottom), area, width, height, first, strip, smooth: false);
            pool.Return(strip);
        }
    }

    private static RectD Visible(PixelBuffer target, RectD clip, RectD area) => clip.Intersect(area).Intersect(new(0, target.Top, target.Width, target.Height));

    private static void Paint(
        PixelBuffer target, ClipMask? mask, RectD visible, RectD area, int width, int height, int firstRow, ReadOnlySpan<Color> pixels, bool smooth)
    {
        Taps columns = new(area.X, area.Width, width, visible.X, visible.Right, smooth);
        Taps rows = new(area.Y, area.Height, height, visible.Y, visible.Bottom, smooth);
        var line = new Color[columns.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            ReadOnlySpan<Tap> down = rows[i];
            if (i == 0 || !down.SequenceEqual(rows[i - 1]))
                MixLine(line, columns, down, width, firstRow, pixels);
            int y = rows.First + i;
            Span<Color> row = target.Row(y, columns.First, columns.First + line.Length);
            ReadOnlySpan<float> shares = mask is null ? default : mask.Row(y, columns.First, columns.First + line.Length);
            for (int x = 0; x < line.Length; x++)
            {
                double alpha = line[x].A / 255.0 * (shares.IsEmpty ? 1 : shares[x]);
                if (alpha == 1)
                    row[x] = line[x];
                else if (alpha > 0)
                    Pixels.Blend(ref row[x], line[x], alpha);
            }
        }
    }

    private static void MixLine(Span<Color> line, Taps columns, ReadOnlySpan<Tap> down, int width, int firstRow, ReadOnlySpan<Color> pixels)
    {
        for (int i = 0; i < line.Length; i++)
        {
            ReadOnlySpan<Tap> across = columns[i];
            line[i] = across.Length == 1 && down.Length == 1 && across[0].Share == 1 && down[0].Share == 1
                ? pixels[((down[0].Index - firstRow) * width) + across[0].Index]
                : Mix(across, down, width, firstRow, pixels);
        }
    }

    private static Color Mix(ReadOnlySpan<Tap> across, ReadOnlySpan<Tap> down, int width, int firstRow, ReadOnlySpan<Color> pixels)
    {
        double r = 0, g = 0, b = 0, a = 0;
        foreach (Tap v in down)
        {
            foreach (Tap h in across)
            {
                Color c = pixels[((v.Index - firstRow) * width) + h.Index];
                double share = v.Share * h.Share * c.A;
                r += share * c.R;
                g += share * c.G;
                b += share * c.B;
                a += share;
            }
        }

        return a > 0 ? new((byte)((r / a) + 0.5), (byte)((g / a) + 0.5), (byte)((b / a) + 0.5), (byte)(Math.Min(a, 255) + 0.5)) : default;
    }

    /// <summary>A share of a row or column of the grid.</summary>
    private readonly record struct Tap(int Index, double Share);

    /// <summary>For each pixel along one axis, its shares of the grid; they add up to the covered part of the pixel.</summary>
    private sealed class Taps
    {
        private readonly List<Tap> taps = [];
        private readonly int[] starts;

        public Taps(double origin, double length, int cells, double from, double to, bool smooth)
        {
            First = (int)from;
            Count = (int)Math.Ceiling(to) - First;
            starts = new int[Count + 1];
            double cell = length / cells;
            for (int i = 0; i < Count; i++)
            {
                double begin = Math.Max(First + i, from), end = Math.Min(First + i + 1, to);
                if (smooth && cell > 1)
                    AddBetweenCentres(((((begin + end) / 2) - origin) / cell) - 0.5, cells, end - begin);
                else
                    AddOverlaps(origin, cell, cells, begin, end);
                starts[i + 1] = taps.Count;
            }
        }

        public int First { get; }

        public int Count { get; }

        public ReadOnlySpan<Tap> this[int i] =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(taps)[starts[i]..starts[i + 1]];

        private void AddBetweenCentres(double position, int cells, double share)
        {
            double p = Math.Clamp(position, 0, cells - 1);
            int cell = Math.Min((int)p, Math.Max(0, cells - 2));
            double upper = p - cell;
            if (upper < 1)
                taps.Add(new(cell, share * (1 - upper)));
            if (upper > 0)
                taps.Add(new(cell + 1, share * upper));
        }

        private void AddOverlaps(double origin, double cell, int cells, double begin, double end)
        {
            // Overlaps this small are rounding errors where the edges of cells and pixels agree.
            const double Residue = 1e-9;
            int first = Math.Clamp((int)((begin - origin) / cell), 0, cells - 1);
            for (int i = first; i < cells && origin + (i * cell) < end - Residue; i++)
            {
                double share = Math.Min(end, origin + ((i + 1) * cell)) - Math.Max(begin, origin + (i * cell));
                if (share > Residue)
                    taps.Add(new(i, share > 1 - Residue ? 1 : share));
            }
        }
    }
}
