using System.Buffers;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>The colours of a map, from the top; where the image has fewer pixels than the map, each is the mean of a block.</summary>
/// <param name="mapColumns">The map's columns.</param>
/// <param name="mapRows">The map's rows, the first at the bottom.</param>
/// <param name="columns">The image's columns, at most the map's.</param>
/// <param name="rows">The image's rows, at most the map's.</param>
internal abstract class MapPixels(int mapColumns, int mapRows, int columns, int rows) : IPixelRows
{
    /// <inheritdoc/>
    public void Read(int row, Span<Color> colors)
    {
        int fromTop = rows - 1 - row;
        (int first, int end) = ((int)((long)fromTop * mapRows / rows), (int)((long)(fromTop + 1) * mapRows / rows));
        if (columns == mapColumns && end == first + 1)
        {
            ReadRow(first, colors);
            return;
        }

        Color[] line = ArrayPool<Color>.Shared.Rent(mapColumns);
        int[] sums = ArrayPool<int>.Shared.Rent(3 * columns);
        sums.AsSpan(0, 3 * columns).Clear();
        for (int mapRow = first; mapRow < end; mapRow++)
        {
            ReadRow(mapRow, line.AsSpan(0, mapColumns));
            for (int i = 0; i < columns; i++)
            {
                for (int c = First(i); c < First(i + 1); c++)
                {
                    sums[3 * i] += line[c].R;
                    sums[(3 * i) + 1] += line[c].G;
                    sums[(3 * i) + 2] += line[c].B;
                }
            }
        }

        for (int i = 0; i < columns; i++)
        {
            int count = (First(i + 1) - First(i)) * (end - first);
            colors[i] = new(Mean(sums[3 * i], count), Mean(sums[(3 * i) + 1], count), Mean(sums[(3 * i) + 2], count));
        }

        ArrayPool<Color>.Shared.Return(line);
        ArrayPool<int>.Shared.Return(sums);
    }

    /// <summary>The colours of a row of the map; 0 is the lowest.</summary>
    protected abstract void ReadRow(int row, Span<Color> colors);

    private int First(int column) => (int)((long)column * mapColumns / columns);

    private static byte Mean(int sum, int count) => (byte)((sum + (count / 2)) / count);
}
