namespace LandscapeOpt.Figures.Plots;

/// <summary>Finds an axis for some numbers.</summary>
public static class DataRange
{
    // What grows to this many times the first values has diverged, and runs out of the picture.
    private const double Beyond = 1e6;

    /// <summary>The smallest and largest finite number; (0, 1) where there is none.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="positive">Only numbers above 0 count.</param>
    public static (double Min, double Max) Of(IEnumerable<double[]> values, bool positive = false)
    {
        (double min, double max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double[] list in values)
        {
            foreach (double v in list)
            {
                if (double.IsFinite(v) && (!positive || v > 0))
                {
                    (min, max) = (Math.Min(min, v), Math.Max(max, v));
                }
            }
        }

        return min <= max ? (min, max) : (0, 1);
    }

    /// <summary>An axis that holds all numbers with a little room at both ends.</summary>
    /// <param name="values">The numbers; those that are not finite do not count.</param>
    /// <param name="kind">Linear, logarithmic, symmetric logarithmic; null decides by the numbers: logarithmic for positive ones over
    /// several powers of ten.</param>
    /// <param name="room">The room at each end, as a share of the axis.</param>
    public static Scale Axis(IReadOnlyList<double[]> values, ScaleKind? kind, double room = 0.04)
    {
        (double min, double max) = Of(values);
        ScaleKind chosen = kind ?? (min > 0 && max / min > 50 ? ScaleKind.Log
            : min >= 0 && max > 0 && max / Of(values, positive: true).Min > 1e4 ? ScaleKind.Log
            : max - min > 1e6 * (1 + SmallestMagnitude(values)) ? ScaleKind.Symlog : ScaleKind.Linear);
        if (chosen == ScaleKind.Log && max > 0 && min >= 0)
        {
            (min, max) = Of(values, positive: true);

            // What diverges runs out of the picture instead of flattening everything else; so does what vanishes.
            max = Math.Min(max, Beyond * Math.Max(min, LargestFirst(values)));
            min = Math.Max(min, max / 1e60);
            double factor = LandscapeOpt.Numbers.Elementary.Pow(max / min, room);
            return Scale.Log(min / factor, double.IsFinite(max * factor) ? max * factor : max);
        }

        if (chosen is ScaleKind.Symlog or ScaleKind.Log)
        {
            double reach = Beyond * Math.Max(Math.Abs(LargestFirst(values)), SmallestMagnitude(values));
            (min, max) = reach > 0 ? (Math.Max(min, -reach), Math.Min(max, reach)) : (min, max);
            double largest = Math.Max(Math.Abs(min), Math.Abs(max));
            double linear = RoundNumber.Power(
                Math.Max(RoundNumber.Exponent(largest) - 6, RoundNumber.Exponent(Math.Max(SmallestMagnitude(values), double.Epsilon))));
            return Scale.Symlog(min < 0 ? min * 1.3 : min, max > 0 ? max * 1.3 : max, linear);
        }

        double pad = room * (max - min);
        return Scale.Linear(min - pad, max + pad);
    }

    private static double LargestFirst(IReadOnlyList<double[]> values)
    {
        double largest = 0;
        foreach (double[] list in values)
        {
            int i = Array.FindIndex(list, double.IsFinite);
            largest = i >= 0 ? Math.Max(largest, Math.Abs(list[i])) : largest;
        }

        return largest;
    }

    // A typical small magnitude: the 10 % quantile of what is not 0.
    private static double SmallestMagnitude(IReadOnlyList<double[]> values)
    {
        var magnitudes = new List<double>();
        foreach (double[] list in values)
        {
            int stride = Math.Max(1, list.Length / 500);
            for (int i = 0; i < list.Length; i += stride)
            {
                if (list[i] != 0 && double.IsFinite(list[i]))
                {
                    magnitudes.Add(Math.Abs(list[i]));
                }
            }
        }

        magnitudes.Sort();
        return magnitudes.Count == 0 ? 0 : magnitudes[magnitudes.Count / 10];
    }
}
