using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A map of basins as colours; pixels at boundaries that were sampled more finely take the mean of their samples.</summary>
internal sealed class BasinPixels(BasinMap map, BasinColors colors, int columns, int rows) : MapPixels(map.Grid.Width, map.Grid.Height, columns, rows)
{
    private readonly short[] labels = new short[map.Grid.Width];
    private readonly int[] steps = new int[map.Grid.Width];

    protected override void ReadRow(int row, Span<Color> target)
    {
        map.Read(row, labels, steps);
        for (int i = 0; i < labels.Length; i++)
        {
            target[i] = colors.Of(labels[i], steps[i]);
        }

        foreach (BasinEdge edge in map.Edges(row))
        {
            target[edge.Column] = Mean(edge);
        }
    }

    private Color Mean(BasinEdge edge)
    {
        ReadOnlySpan<short> at = edge.Labels.Span;
        ReadOnlySpan<int> taken = edge.Steps.Span;
        (int r, int g, int b) = (0, 0, 0);
        for (int i = 0; i < at.Length; i++)
        {
            Color color = colors.Of(at[i], taken[i]);
            (r, g, b) = (r + color.R, g + color.G, b + color.B);
        }

        int half = at.Length / 2;
        return new((byte)((r + half) / at.Length), (byte)((g + half) / at.Length), (byte)((b + half) / at.Length));
    }
}
