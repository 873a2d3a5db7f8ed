using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>How the levels of contours are spaced.</summary>
public enum LevelSpacing
{
    /// <summary>So that basins and rims both show: half by area, half by value, the value logarithmic as far as the data is.</summary>
    Auto,

    /// <summary>Equal differences.</summary>
    Linear,

    /// <summary>Equal ratios of the height above the lowest value.</summary>
    Log,

    /// <summary>Equal areas between neighbours.</summary>
    Quantile,
}

/// <summary>Chooses the levels of contours: always round numbers.</summary>
public static class ContourLevels
{
    private const int Sample = 4096;

    /// <summary>Levels strictly between the smallest and the largest value, rising; none where the field is flat.</summary>
    /// <param name="field">The values.</param>
    /// <param name="about">How many levels are wanted, 1 to 200; there may be fewer.</param>
    /// <param name="spacing">How they are spaced.</param>
    public static double[] Choose(ScalarField field, int about, LevelSpacing spacing = LevelSpacing.Auto)
    {
        about = Math.Clamp(about, 1, 200);
        if (field.IsFlat || field.Max - field.Min <= 1e-13 * Math.Max(Math.Abs(field.Min), Math.Abs(field.Max)))
        {
            return [];
        }

        if (spacing == LevelSpacing.Linear)
        {
            double[] even = [.. TickSet.Linear(field.Min, field.Max, about).Major.Select(t => t.Value).Where(v => v > field.Min && v < field.Max)];
            return even.Length > 0 ? even : [Middle(field)];
        }

        double[] sorted = Sorted(field);
        var measure = new Measure(sorted, spacing);
        var targets = new double[about + 2];
        (targets[0], targets[^1]) = (field.Min, field.Max);
        for (int i = 1; i <= about; i++)
        {
            targets[i] = measure.Inverse((double)i / (about + 1));
        }

        double least = spacing == LevelSpacing.Quantile ? 0 : 0.25 / (about + 1);
        List<double> levels = RoundLevels.Choose(targets, measure.Height, (a, b) => measure.Shape(b) - measure.Shape(a) >= least);
        return levels.Count > 0 ? [.. levels] : [Middle(field)];
    }

    private static double Middle(ScalarField field) => RoundNumber.Between(Between(field.Min, field.Max, 0.25), Between(field.Min, field.Max, 0.75));

    private static double Between(double a, double b, double t) => a + (t * (b - a));

    private static double[] Sorted(ScalarField field)
    {
        ReadOnlySpan<double> all = field.Values;
        int stride = Math.Max(1, all.Length / Sample);

        // A stride that shares no factor with the row length walks over all columns.
        while (stride > 1 && field.Columns % stride == 0)
        {
            stride++;
        }

        var values = new List<double>((all.Length / stride) + 3) { field.Min, field.Max };
        for (int i = 0; i < all.Length; i += stride)
        {
            if (all[i] >= field.Min && all[i] <= field.Max)
            {
                values.Add(all[i]);
            }
        }

        values.Sort();
        return [.. values];
    }

    // A rising function of the value whose equal steps are the levels.
    private sealed class Measure
    {
        private readonly double[] sorted, heights;
        private readonly double offset, norm;
        private readonly bool isLinear;

        public Measure(double[] sorted, LevelSpacing spacing)
        {
            this.sorted = sorted;
            double min = sorted[0], range = sorted[^1] - min;
            offset = Math.Max(sorted[sorted.Length / 50] - min, 1e-9 * range);
            isLinear = offset > 0.5 * range;
            norm = isLinear ? range : Elementary.Log(1 + (range / offset));
            double byArea = spacing switch { LevelSpacing.Log => 0, LevelSpacing.Quantile => 1, _ => 0.5 };
            heights = new double[sorted.Length];
            for (int i = 0; i < sorted.Length; i++)
            {
                heights[i] = (byArea * i / (sorted.Length - 1)) + ((1 - byArea) * Shape(sorted[i]));
            }
        }

        public double Shape(double value) => isLinear ? (value - sorted[0]) / norm : Elementary.Log(1 + ((value - sorted[0]) / offset)) / norm;

        public double Height(double value)
        {
            int above = Array.BinarySearch(sorted, value);
            above = Math.Clamp(above < 0 ? ~above : above, 1, sorted.Length - 1);
            double below = sorted[above - 1], step = sorted[above] - below;
            double t = step > 0 ? Math.Clamp((value - below) / step, 0, 1) : 1;
            return heights[above - 1] + (t * (heights[above] - heights[above - 1]));
        }

        public double Inverse(double height)
        {
            int above = Array.BinarySearch(heights, height);
            above = Math.Clamp(above < 0 ? ~above : above, 1, heights.Length - 1);
            double below = heights[above - 1], step = heights[above] - below;
            return step > 0 ? sorted[above - 1] + ((sorted[above] - sorted[above - 1]) * (height - below) / step) : sorted[above];
        }
    }
}
