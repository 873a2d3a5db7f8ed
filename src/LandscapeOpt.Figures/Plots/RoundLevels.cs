using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Puts round numbers near wanted places: of all rising sequences the one that best trades even distances against few digits.</summary>
internal static class RoundLevels
{
    // How much coarser and finer than the distance of neighbours the multiples are that count as candidates.
    private const double Coarsest = 10, Finest = 6;

    // Gaps this many times the wanted one are only taken where nothing lies in between.
    private const double Widest = 6;

    /// <summary>Levels strictly between the ends, rising; perhaps none.</summary>
    /// <param name="targets">Where levels are wanted, rising, with the smallest and the largest value at the ends.</param>
    /// <param name="height">A rising function from 0 to 1 over the values, in which distances should be even.</param>
    /// <param name="isApart">Whether two levels, the lower first, may follow each other.</param>
    public static List<double> Choose(double[] targets, Func<double, double> height, Func<double, double, bool> isApart)
    {
        (double min, double max) = (targets[0], targets[^1]);
        double[] values = [min, .. Candidates(targets, out List<double> digits), max];
        double[] heights = [.. values.Select(height)];
        double[] cost = new double[values.Length];
        int[] before = new int[values.Length];
        int last = values.Length - 1;
        for (int j = 1; j <= last; j++)
        {
            cost[j] = double.PositiveInfinity;
            for (int i = j - 1; i >= 0; i--)
            {
                double gap = (heights[j] - heights[i]) * (targets.Length - 1);
                if (gap > Widest && cost[j] < double.PositiveInfinity)
                {
                    break;
                }

                double way = cost[i] + Unevenness(gap, isEnd: i == 0 || j == last);
                if (way < cost[j] && isApart(values[i], values[j]))
                {
                    (cost[j], before[j]) = (way, i);
                }
            }

            cost[j] += j < last ? digits[j - 1] : 0;
        }

        var levels = new List<double>();
        for (int j = before[last]; j > 0; j = before[j])
        {
            levels.Add(values[j]);
        }

        levels.Reverse();
        return levels;
    }

    private static double Unevenness(double gap, bool isEnd)
    {
        double log = Elementary.Log(Math.Max(gap, 1e-6));
        return isEnd ? 0.5 * log * log : log * log;
    }

    // Multiples of 1, 2 and 5 times powers of ten around every target, and what their digits cost: nothing where the multiple is as coarse
    // as the distance of the neighbours, 1 where it is ten times as fine.
    private static double[] Candidates(double[] targets, out List<double> digits)
    {
        var found = new SortedDictionary<double, double>();
        for (int i = 1; i < targets.Length - 1; i++)
        {
            (double low, double high) = (targets[i - 1], targets[i + 1]);
            double spacing = 0.5 * (high - low);
            for (int exponent = RoundNumber.Exponent(spacing) + 2; spacing > 0; exponent--)
            {
                double finest = RoundNumber.Of(1, exponent);
                if (RoundNumber.Of(10, exponent) < spacing / Finest || !(finest > 0))
                {
                    break;
                }

                foreach (int m in (ReadOnlySpan<int>)[5, 2, 1])
                {
                    double unit = RoundNumber.Of(m, exponent);
                    if (unit <= Coarsest * spacing && unit >= spacing / Finest)
                    {
                        AddMultiples(found, low, high, m, exponent, Math.Max(0, Elementary.Log(spacing / unit) / Elementary.Log(10.0)));
                    }
                }
            }
        }

        (double min, double max) = (targets[0], targets[^1]);
        KeyValuePair<double, double>[] inside = [.. found.Where(f => f.Key > min && f.Key < max)];
        digits = [.. inside.Select(f => f.Value)];
        return [.. inside.Select(f => f.Key)];
    }

    private static void AddMultiples(SortedDictionary<double, double> found, double low, double high, int m, int exponent, double cost)
    {
        double unit = RoundNumber.Of(m, exponent);
        for (double count = Math.Ceiling(low / unit); count * unit <= high; count++)
        {
            // Beyond 2⁵³ multiples cannot be told apart.
            if (Math.Abs(count) > 1e12)
            {
                return;
            }

            double value = RoundNumber.Of(count * m, exponent);
            found[value] = found.TryGetValue(value, out double known) ? Math.Min(known, cost) : cost;
        }
    }
}
