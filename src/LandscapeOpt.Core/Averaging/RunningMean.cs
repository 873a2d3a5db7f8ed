using LandscapeOpt.Numbers;

namespace LandscapeOpt.Averaging;

/// <summary>The mean of chosen iterates: w̄ ← w̄ + (w − w̄)/n.</summary>
/// <param name="omitted">The last k that is left out.</param>
/// <param name="every">The distance of the k that are taken, from the next on.</param>
internal sealed class RunningMean(long omitted, long every) : RunningAverage
{
    private long n;

    public override void Take(int k, Point w)
    {
        if (k > omitted && (k - omitted - 1) % every == 0)
        {
            n++;
            Value = Value is { } mean ? mean + (1.0 / n * (w - mean)) : w;
        }
    }
}
