namespace LandscapeOpt.Figures.Plots;

/// <summary>
/// Spreads whole numbers evenly over the shades of a colour: each by its place among all of them, so that as many are lighter as there are
/// smaller ones, whatever the largest is.
/// </summary>
internal sealed class RankShades
{
    private const int MostBuckets = 1 << 16;

    private readonly int[] sorted;
    private readonly float[] shades;
    private readonly long span;

    /// <summary>Sorts a sample in place.</summary>
    public RankShades(int[] sample)
    {
        Array.Sort(sample);
        sorted = sample;
        if (sample.Length == 0)
        {
            (shades, span) = ([0], 1);
            return;
        }

        span = (long)sample[^1] - sample[0] + 1;
        shades = new float[(int)Math.Min(span, MostBuckets)];
        int below = 0;
        for (int b = 0; b < shades.Length; b++)
        {
            // Equal numbers share the middle of their places.
            long next = sample[0] + (((b + 1) * span) / shades.Length);
            int end = below;
            while (end < sample.Length && sample[end] < next)
            {
                end++;
            }

            shades[b] = (below + end) / (2f * sample.Length);
            below = end;
        }
    }

    /// <summary>Whether there are different numbers.</summary>
    public bool Vary => sorted.Length > 0 && sorted[^1] > sorted[0];

    /// <summary>The number that a share of all are not above.</summary>
    public int Quantile(double share) => sorted.Length == 0 ? 0 : sorted[(int)Math.Min(share * sorted.Length, sorted.Length - 1)];

    /// <summary>The place of a number, from 0 for the smallest to 1 for the largest.</summary>
    public float this[int value]
    {
        get
        {
            if (sorted.Length == 0)
            {
                return 0;
            }

            long bucket = ((long)value - sorted[0]) * shades.Length / span;
            return shades[(int)Math.Clamp(bucket, 0, shades.Length - 1)];
        }
    }
}
