using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A map over parameters as colours.</summary>
internal sealed class ParameterPixels(ParameterMap map, ParameterColors colors, int columns, int rows) : MapPixels(map.Width, map.Height, columns, rows)
{
    private readonly Point[] ends = new Point[map.Width];
    private readonly double[] losses = new double[map.Width];
    private readonly int[] steps = new int[map.Width];
    private readonly OutcomeKind[] outcomes = new OutcomeKind[map.Width];

    protected override void ReadRow(int row, Span<Color> target)
    {
        // Axes grow to the right and upward, whichever end was named first.
        map.Read(map.Vertical.From > map.Vertical.To ? map.Height - 1 - row : row, ends, losses, steps, outcomes);
        for (int i = 0; i < ends.Length; i++)
        {
            target[i] = colors.Of(ends[i], losses[i], steps[i], outcomes[i]);
        }

        if (map.Horizontal.From > map.Horizontal.To)
        {
            target[..ends.Length].Reverse();
        }
    }
}
