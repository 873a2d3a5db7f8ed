using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>How an axis spaces its numbers.</summary>
public enum ScaleKind
{
    /// <summary>Equal distances for equal differences.</summary>
    Linear,

    /// <summary>Equal distances for equal ratios; positive numbers only.</summary>
    Log,

    /// <summary>Logarithmic on both sides of a linear part around 0.</summary>
    Symlog,
}

/// <summary>Where numbers lie on an axis.</summary>
public sealed class Scale
{
    private readonly double low, span;

    private Scale(ScaleKind kind, double min, double max, double linear, bool whole)
    {
        (Kind, Min, Max, Threshold, IsWhole) = (kind, min, max, linear, whole);
        low = Warp(min);
        span = Warp(max) - low;
    }

    /// <summary>How the numbers are spaced.</summary>
    public ScaleKind Kind { get; }

    /// <summary>The number at 0.</summary>
    public double Min { get; }

    /// <summary>The number at 1.</summary>
    public double Max { get; }

    /// <summary>Where the linear part of a symmetric logarithmic axis ends.</summary>
    public double Threshold { get; }

    /// <summary>Whether only whole numbers have ticks.</summary>
    public bool IsWhole { get; }

    /// <summary>A linear axis. Ends that are equal or not finite are replaced by sensible ones.</summary>
    /// <param name="min">The number at 0.</param>
    /// <param name="max">The number at 1.</param>
    /// <param name="whole">Only whole numbers get ticks.</param>
    public static Scale Linear(double min, double max, bool whole = false)
    {
        (min, max) = Widen(min, max);
        return new(ScaleKind.Linear, min, max, 0, whole);
    }

    /// <summary>A logarithmic axis. Ends that are not positive are replaced by sensible ones.</summary>
    /// <param name="min">The number at 0.</param>
    /// <param name="max">The number at 1.</param>
    public static Scale Log(double min, double max)
    {
        const double Smallest = 1e-290, Largest = 1e300;
        max = double.IsFinite(max) && max > 0 ? Math.Clamp(max, Smallest, Largest) : 1;
        min = double.IsFinite(min) && min > 0 ? Math.Clamp(min, Smallest / 1e6, max) : max / 1e6;
        return max / min < 1.01 ? new(ScaleKind.Log, min / 2, max * 2, 0, whole: false) : new(ScaleKind.Log, min, max, 0, whole: false);
    }

    /// <summary>A symmetric logarithmic axis.</summary>
    /// <param name="min">The number at 0.</param>
    /// <param name="max">The number at 1.</param>
    /// <param name="linear">Where the linear part ends, positive.</param>
    public static Scale Symlog(double min, double max, double linear)
    {
        (min, max) = Widen(min, max);
        return new(ScaleKind.Symlog, min, max, linear > 0 && double.IsFinite(linear) ? linear : 1, whole: false);
    }

    /// <summary>Where a number lies: 0 at <see cref="Min"/>, 1 at <see cref="Max"/>. Numbers that a logarithm does not take give negative infinity.</summary>
    /// <param name="value">The number.</param>
    public double Map(double value) => (Warp(value) - low) / span;

    /// <summary>The well-chosen marks of this axis.</summary>
    /// <param name="about">How many labels fit well.</param>
    public TickSet Ticks(int about) => Kind switch
    {
        ScaleKind.Log => TickSet.Logarithmic(Min, Max, about),
        ScaleKind.Symlog => Apart(TickSet.SymmetricLogarithmic(Min, Max, Threshold, about), 0.6 / Math.Max(1, about)),
        _ => TickSet.Linear(Min, Max, about, IsWhole),
    };

    // From the middle outward, labels that would stand too near to one before them become small marks.
    private TickSet Apart(TickSet ticks, double least)
    {
        var kept = new List<Tick>();
        var dropped = new List<double>(ticks.Minor);
        foreach (Tick tick in ticks.Major.OrderBy(t => Math.Abs(t.Value)))
        {
            if (kept.Exists(k => Math.Abs(Map(k.Value) - Map(tick.Value)) < least))
            {
                dropped.Add(tick.Value);
            }
            else
            {
                kept.Add(tick);
            }
        }

        return new([.. kept.OrderBy(t => t.Value)], [.. dropped.Order()]);
    }

    private double Warp(double value) => Kind switch
    {
        ScaleKind.Log => value > 0 ? Elementary.Log(value) : double.IsNaN(value) ? value : double.NegativeInfinity,
        ScaleKind.Symlog => Math.Abs(value) <= Threshold
            ? value / Threshold
            : Math.CopySign(1 + Elementary.Log(Math.Abs(value)) - Elementary.Log(Threshold), value),
        _ => value,
    };

    private static (double Min, double Max) Widen(double min, double max)
    {
        if (!double.IsFinite(min) || !double.IsFinite(max))
        {
            min = double.IsFinite(min) ? min : double.IsFinite(max) ? max : 0;
            max = min;
        }

        (min, max) = min <= max ? (min, max) : (max, min);
        double least = 1e-12 * Math.Max(Math.Abs(min), Math.Abs(max));
        if (max - min > least && double.IsFinite(max - min))
        {
            return (min, max);
        }

        double half = min == 0 && max == 0 ? 0.5 : 0.05 * Math.Max(Math.Abs(min), Math.Abs(max));
        return double.IsFinite(max - min) ? (min - half, max + half) : (-double.MaxValue / 4, double.MaxValue / 4);
    }
}
