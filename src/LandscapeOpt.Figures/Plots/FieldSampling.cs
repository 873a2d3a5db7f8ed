using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Samples landscapes finely enough to draw them: waves, kinks and narrow valleys that a grid would miss make it finer.</summary>
public static class FieldSampling
{
    private const int MostRefinement = 4, LargestSide = 1000, Spacing = 3;

    // Where the curves of neighbouring samples' means and the landscape part by more than this share of all heights, steps become visible;
    // that may be so in a few cells.
    private const double Visible = 0.03, FewCells = 0.01;

    /// <summary>Samples a landscape on a grid of that size, or on one that is up to four times as fine in each direction.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="window">The rectangle.</param>
    /// <param name="columns">Samples along x at least, 2 or more.</param>
    /// <param name="rows">Samples along y at least, 2 or more.</param>
    /// <param name="isFine">What else must be so for a field to be fine enough; null for nothing.</param>
    public static ScalarField Resolve(ILandscape landscape, Domain window, int columns, int rows, Func<ScalarField, bool>? isFine = null)
    {
        ScalarField field = ScalarField.Sample(landscape, window, columns, rows);
        for (int factor = 2; factor <= MostRefinement && factor * Math.Max(columns, rows) <= LargestSide; factor *= 2)
        {
            if (IsFine(landscape, field) && isFine?.Invoke(field) is not false)
            {
                break;
            }

            field = ScalarField.Sample(landscape, window, (factor * (columns - 1)) + 1, (factor * (rows - 1)) + 1);
        }

        return field;
    }

    // Looks at the middles of every third cell in both directions.
    private static bool IsFine(ILandscape landscape, ScalarField field)
    {
        int columns = (field.Columns - 2) / Spacing, rows = (field.Rows - 2) / Spacing;
        if (columns < 2 || rows < 2 || field.IsFlat)
        {
            return true;
        }

        Domain window = field.Window;
        double dx = window.Width / (field.Columns - 1), dy = window.Height / (field.Rows - 1);
        var middles = new Domain(
            window.X0 + (0.5 * dx), window.X0 + ((((columns - 1) * Spacing) + 0.5) * dx), window.Y0 + (0.5 * dy),
                window.Y0 + ((((rows - 1) * Spacing) + 0.5) * dy));
        if (!middles.IsValid)
        {
            return true;
        }

        ReadOnlySpan<double> actual = ScalarField.Sample(landscape, middles, columns, rows).Values, values = field.Values;
        var scale = new HeightScale(field);
        int parted = 0;
        for (int j = 0; j < rows; j++)
        {
            for (int i = 0; i < columns; i++)
            {
                int corner = (j * Spacing * field.Columns) + (i * Spacing);
                double mean = 0.25 * (values[corner] + values[corner + 1] + values[corner + field.Columns] + values[corner + field.Columns + 1]);
                parted += Math.Abs(scale.Map(actual[(j * columns) + i]) - scale.Map(mean)) > Visible ? 1 : 0;
            }
        }

        return parted <= FewCells * columns * rows;
    }
}
