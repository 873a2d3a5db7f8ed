using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>Several runs of one experiment as one line.</summary>
internal static class ReplicateBands
{
    /// <summary>The line of medians, with a band from the lowest to the highest; runs that have ended do not count any more.</summary>
    public static LineSeries Summarize(LineSeries longest, IReadOnlyList<double[]> cells)
    {
        int rows = longest.X.Length;
        (double[] middle, double[] lower, double[] upper) = (new double[rows], new double[rows], new double[rows]);
        var at = new List<double>(cells.Count);
        for (int row = 0; row < rows; row++)
        {
            at.Clear();
            foreach (double[] run in cells)
            {
                if (row < run.Length && !double.IsNaN(run[row]))
                {
                    at.Add(run[row]);
                }
            }

            at.Sort();
            int n = at.Count;
            (lower[row], upper[row], middle[row]) = n == 0
                ? (double.NaN, double.NaN, double.NaN)
                : (at[0], at[^1], n % 2 == 1 ? at[n / 2] : at[(n / 2) - 1] + (0.5 * (at[n / 2] - at[(n / 2) - 1])));
        }

        return longest with { Y = middle, Lower = lower, Upper = upper };
    }
}
