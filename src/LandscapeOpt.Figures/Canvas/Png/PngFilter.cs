namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>The row filters of PNG (PNG specification, section 9).</summary>
internal sealed class PngFilter(int rowLength, int bytesPerPixel)
{
    private const byte None = 0, Sub = 1, Up = 2, Average = 3, Paeth = 4;

    private readonly byte[] plain = new byte[rowLength + 1], sub = new byte[rowLength + 1], up = new byte[rowLength + 1], paeth = new byte[rowLength + 1];

    /// <summary>Filters a row: the filter's number and the bytes.</summary>
    public ReadOnlySpan<byte> Apply(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        if (row.SequenceEqual(above))
        {
            up.AsSpan(1).Clear();
            up[0] = Up;
            return up;
        }
        (plain[0], sub[0], up[0], paeth[0]) = (None, Sub, Up, Paeth);
        int subSum = 0, upSum = 0, paethSum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= bytesPerPixel ? row[i - bytesPerPixel] : 0, corner = i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
            byte s = (byte)(row[i] - left), u = (byte)(row[i] - above[i]), p = (byte)(row[i] - Predict(left, above[i], corner));
            sub[i + 1] = s;
            up[i + 1] = u;
            paeth[i + 1] = p;
            subSum += Math.Abs((int)(sbyte)s);
            upSum += Math.Abs((int)(sbyte)u);
            paethSum += Math.Abs((int)(sbyte)p);
        }

        return subSum <= upSum && subSum <= paethSum ? sub : upSum <= paethSum ? up : paeth;
    }

    /// <summary>Undoes a filter in place.</summary>
    /// <exception cref="PngException">There is no such filter.</exception>
    public static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int bytesPerPixel)
    {
        if (filter is < None or > Paeth)
            throw new PngException("The PNG file uses an unknown filter.");
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= bytesPerPixel ? row[i - bytesPerPixel] : 0, corner = i >= bytesPerPixel ? above[i - bytesPerPixel] : 0;
            row[i] += (byte)(filter switch
            {
                None => 0,
                Sub => left,
                Up => above[i],
                Average => (left + above[i]) / 2,
                _ => Predict(left, above[i], corner),
            });
        }
    }

    private static int Predict(int left, int above, int corner)
    {
        int p = left + above - corner;
        int toLeft = Math.Abs(p - left), toAbove = Math.Abs(p - above), toCorner = Math.Abs(p - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
