namespace LandscapeOpt.Experiments.Plan;

/// <summary>Quantiles of a sample: linear between the order statistics (Hyndman and Fan 1996, type 7, doi:10.2307/2684934), NumPy's default.</summary>
public static class Quantiles
{
    /// <summary>The quantile of a sample.</summary>
    /// <param name="sorted">The sample, ascending, not empty; infinities are allowed.</param>
    /// <param name="probability">From 0 to 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        double share = place - below;

        // Without the distinction infinity minus infinity would come in.
        return share == 0 || sorted[below] == sorted[below + 1] ? sorted[below] : sorted[below] + (share * (sorted[below + 1] - sorted[below]));
    }
}
