using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;

namespace LandscapeOpt.Figures.Plots;

/// <summary>A grid of numbers as colours, one sharp or smooth pixel per number.</summary>
public static class HeatMap
{
    /// <summary>Draws numbers.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="area">Where; the first row lies at the bottom.</param>
    /// <param name="field">The numbers; where one is undefined, <paramref name="undefined"/> is shown.</param>
    /// <param name="scale">Which number lies where on the colour map; a <see cref="ColorBar"/> with the same scale explains it.</param>
    /// <param name="colors">The colours.</param>
    /// <param name="undefined">The colour of what has no value.</param>
    /// <param name="smooth">Whether colours run into each other.</param>
    public static void Draw(ICanvas canvas, RectD area, ScalarField field, Scale scale, ColorMap colors, Color undefined, bool smooth = false)
    {
        var pixels = new Color[field.Columns * field.Rows];
        for (int j = 0; j < field.Rows; j++)
        {
            int row = (field.Rows - 1 - j) * field.Columns;
            for (int i = 0; i < field.Columns; i++)
            {
                pixels[row + i] = field.IsUndefined(i, j) ? undefined : colors.At(scale.Map(field.Values[(j * field.Columns) + i]));
            }
        }

        canvas.Image(area, field.Columns, field.Rows, pixels, smooth);
    }
}
