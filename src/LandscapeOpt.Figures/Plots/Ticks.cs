namespace LandscapeOpt.Figures.Plots;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where.</param>
/// <param name="Label">What stands beside it; empty for none.</param>
public readonly record struct Tick(double Value, string Label);

/// <summary>The marks of an axis.</summary>
/// <param name="Major">Labelled ones, in rising order.</param>
/// <param name="Minor">Small ones in between.</param>
public sealed record TickSet(IReadOnlyList<Tick> Major, IReadOnlyList<double> Minor)
{
    /// <summary>Marks at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="min">Start of the axis, finite.</param>
    /// <param name="max">End of the axis, finite and greater.</param>
    /// <param name="about">How many labels fit well; at least 1. There may be fewer, hardly more.</param>
    /// <param name="whole">Only whole numbers, for steps.</param>
    public static TickSet Linear(double min, double max, int about, bool whole = false) => Linear(min, max, (max - min) / Math.Max(1, about), whole);

    /// <summary>Marks at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="min">Start of the axis, finite.</param>
    /// <param name="max">End of the axis, finite and greater.</param>
    /// <param name="least">The smallest distance of labels, positive.</param>
    /// <param name="whole">Only whole numbers, for steps.</param>
    public static TickSet Linear(double min, double max, double least, bool whole = false)
    {
        (int m, int exponent, int parts) = Step(least, whole);
        double step = RoundNumber.Of(m, exponent);
        if (!(step > 0) || (max - min) / step > 1000 || Math.Max(Math.Abs(min), Math.Abs(max)) / step > 1e13)
        {
            return new([new(min, NumberText.Short(min, 6)), new(max, NumberText.Short(max, 6))], []);
        }

        var major = new List<Tick>();
        double slack = 1e-9 * (max - min);
        bool plain = Math.Max(Math.Abs(min), Math.Abs(max)) < (whole ? 9_999_999.5 : 99_999.5) && exponent >= -4;
        for (double i = Math.Ceiling((min - slack) / step); i * step <= max + slack; i++)
        {
            double value = RoundNumber.Of(i * m, exponent);
            major.Add(new(value, plain && whole ? NumberText.Count((long)value)
                : plain ? NumberText.Fixed(value, Math.Max(0, -exponent))
                : NumberText.Short(value, Math.Clamp(RoundNumber.Exponent(value) - exponent + 1, 1, 15))));
        }

        var minor = new List<double>();
        double small = step / parts;
        for (double i = Math.Ceiling((min - slack) / small); i * small <= max + slack && parts > 1 && minor.Count < 1000; i++)
        {
            if (i % parts != 0)
            {
                minor.Add(i * small);
            }
        }

        return new(major, minor);
    }

    /// <summary>Marks at powers of ten, with 2 and 5 in between where there are few of them.</summary>
    /// <param name="min">Start of the axis, positive.</param>
    /// <param name="max">End of the axis, greater.</param>
    /// <param name="about">How many labels fit well; at least 1.</param>
    public static TickSet Logarithmic(double min, double max, int about)
    {
        int first = RoundNumber.Exponent(min), last = RoundNumber.Exponent(max);
        int decades = last - first;
        if (decades < 1 && max / min < 5)
        {
            return Linear(min, max, about);
        }

        int stride = 1;
        while (decades / stride > Math.Max(1, about))
        {
            stride = stride == 1 ? 2 : stride == 2 ? 3 : stride + 3;
        }

        int[] labelled = stride > 1 || decades > 2 ? [1] : 3 * (decades + 1) <= about + 2 ? [1, 2, 5] : decades > 1 ? [1] : [1, 3];
        var major = new List<Tick>();
        var minor = new List<double>();
        bool plain = first >= -3 && last <= 4;
        for (int e = first; e <= last; e++)
        {
            for (int m = 1; m <= 9; m++)
            {
                double value = RoundNumber.Of(m, e);
                if (value < min * (1 - 1e-12) || value > max * (1 + 1e-12))
                {
                    continue;
                }

                if (Array.IndexOf(labelled, m) >= 0 && Modulo(e, stride) == 0)
                {
                    major.Add(new(value, plain ? NumberText.Short(value) : (m > 1 ? NumberText.Fixed(m, 0) + "×" : "") + NumberText.Power(e)));
                }
                else if (stride == 1 || m == 1)
                {
                    minor.Add(value);
                }
            }
        }

        return new(major, minor);
    }

    /// <summary>Marks of a symmetric logarithmic axis: 0, and powers of ten of both signs beyond the linear part.</summary>
    /// <param name="min">Start of the axis.</param>
    /// <param name="max">End of the axis, greater.</param>
    /// <param name="linear">Where the linear part ends, positive.</param>
    /// <param name="about">How many labels fit well; at least 1.</param>
    public static TickSet SymmetricLogarithmic(double min, double max, double linear, int about)
    {
        int first = RoundNumber.Exponent(linear);
        int decades = RoundNumber.Exponent(Math.Max(Math.Abs(min), Math.Abs(max))) - first + 1;
        int sides = min < 0 && max > 0 ? 2 : 1;
        int stride = Math.Max(1, (int)Math.Ceiling((double)sides * decades / Math.Max(1, about - 1)));
        var major = new List<Tick>();
        for (int i = decades - 1; i >= 0; i--)
        {
            AddPower(-1, first + i, i % stride == 0);
        }

        if (min <= 0 && max >= 0)
        {
            major.Add(new(0, "0"));
        }

        for (int i = 0; i < decades; i++)
        {
            AddPower(1, first + i, i % stride == 0);
        }

        return new(major, []);

        void AddPower(int sign, int exponent, bool labelled)
        {
            double value = sign * RoundNumber.Power(exponent);
            if (labelled && value >= min && value <= max)
            {
                major.Add(new(value, (sign < 0 ? "−" : "") + NumberText.Power(exponent)));
            }
        }
    }

    // The next of 1, 2, 5 times a power of ten that is not below the rough step, and into how many parts minor ticks divide it.
    private static (int M, int Exponent, int Parts) Step(double rough, bool whole)
    {
        int exponent = RoundNumber.Exponent(rough);
        double lead = rough / RoundNumber.Power(exponent);
        (int m, exponent) = lead <= 1.000001 ? (1, exponent) : lead <= 2.000001 ? (2, exponent) : lead <= 5.000001 ? (5, exponent) : (1, exponent + 1);
        if (whole && exponent < 0)
        {
            return (1, 0, 1);
        }

        return (m, exponent, whole && exponent == 0 ? (m == 1 ? 1 : m) : m == 2 ? 4 : 5);
    }

    private static int Modulo(int a, int b) => ((a % b) + b) % b;
}
