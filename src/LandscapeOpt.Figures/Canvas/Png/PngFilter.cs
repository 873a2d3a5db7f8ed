using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>The row filters of PNG (PNG specification, section 9).</summary>
internal sealed class PngFilter(int rowLength, int bytesPerPixel)
{
    private const byte None = 0, Sub = 1, Up = 2, Average = 3, Paeth = 4;

    private readonly byte[] sub = new byte[rowLength], up = new byte[rowLength], paeth = new byte[rowLength];

    /// <summary>Filters a row into the place behind the filter's number.</summary>
    /// <remarks>
    /// Drawings are mostly flat: there the bytes themselves repeat and differences only disturb. Where neighbours differ (images, gradients),
    /// the filter with the smallest sum of absolute differences is the usual good guess.
    /// </remarks>
    [MethodImpl(Hot.Loop)]
    public void Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> output)
    {
        if (IsFlat(row))
        {
            output[0] = None;
            row.CopyTo(output[1..]);
            return;
        }

        int subSum = 0, upSum = 0, paethSum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= bytesPerPixel ? row[i - bytesPerPixel] : 0, corner = i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
            sub[i] = (byte)(row[i] - left);
            up[i] = (byte)(row[i] - above[i]);
            paeth[i] = (byte)(row[i] - Predict(left, above[i], corner));
            subSum += Math.Abs((int)(sbyte)sub[i]);
            upSum += Math.Abs((int)(sbyte)up[i]);
            paethSum += Math.Abs((int)(sbyte)paeth[i]);
        }

        (output[0], byte[] best) = subSum <= upSum && subSum <= paethSum ? (Sub, sub) : upSum <= paethSum ? (Up, up) : (Paeth, paeth);
        best.CopyTo(output[1..]);
    }

    /// <summary>Undoes a filter in place.</summary>
    /// <exception cref="PngException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        if (filter is < None or > Paeth)
            throw new PngException("The PNG file uses an unknown filter.");
        if (filter == None)
            return;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= bytesPerPixel ? row[i - bytesPerPixel] : 0, corner = i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
            row[i] += (byte)(filter switch
            {
                Sub => left,
                Up => above[i],
                Average => (left + above[i]) / 2,
                _ => Predict(left, above[i], corner),
            });
        }
    }

    // At least half of the pixels equal the one before, seen at every 16th place.
    private bool IsFlat(ReadOnlySpan<byte> row)
    {
        const int Stride = 16;
        int equal = 0, looked = 0;
        for (int i = bytesPerPixel; i + bytesPerPixel <= row.Length; i += Stride * bytesPerPixel, looked++)
            equal += row.Slice(i, bytesPerPixel).SequenceEqual(row.Slice(i - bytesPerPixel, bytesPerPixel)) ? 1 : 0;
        return 2 * equal >= looked;
    }

    private static int Predict(int left, int above, int corner)
    {
        int p = left + above - corner;
        int toLeft = Math.Abs(p - left), toAbove = Math.Abs(p - above), toCorner = Math.Abs(p - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
