namespace LandscapeOpt.Maps;

/// <summary>Pixels of a band that are computed together: evenly spaced places in its arrays.</summary>
/// <param name="First">The first place.</param>
/// <param name="Stride">From one place to the next.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PixelBlock(int First, int Stride, int Count)
{
    internal int this[int index] => First + (index * Stride);
}

/// <summary>The blocks of a band, in an order in which neighbours follow each other.</summary>
internal readonly struct MapBlocks
{
    private readonly int lines, length, size, perLine, lineStride, stride;

    internal MapBlocks(LaneDirection direction, int width, int rows, int size)
    {
        (lines, length, lineStride, stride) = direction switch
        {
            LaneDirection.Row => (rows, width, width, 1),
            LaneDirection.Column => (width, rows, 1, width),
            _ => (1, width * rows, 0, 1),
        };
        this.size = size;
        perLine = (length + size - 1) / size;
    }

    internal int Count => lines * perLine;

    internal PixelBlock this[int index]
    {
        get
        {
            int line = index / perLine, from = index % perLine * size;
            return new((line * lineStride) + (from * stride), stride, Math.Min(size, length - from));
        }
    }
}
