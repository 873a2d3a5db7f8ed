namespace LandscapeOpt.Numbers;

/// <summary>
/// All numbers between two ends: interval arithmetic with outward rounding (R. E. Moore, R. B. Kearfott and M. J. Cloud 2009,
/// doi:10.1137/1.9780898717716). A formula evaluated on enclosures of its arguments gives an enclosure of all its values there, so that
/// "no critical point in this box" is a proof and not a sample. Results that leave the normal range of doubles are exact to 10⁻³⁰⁷ only.
/// </summary>
/// <remarks>
/// The enclosure is that of the function itself, for which 0 times anything is 0. Doubles make NaN of 0 times infinity; so there is a second
/// statement, on what they compute: if it <see cref="StaysFinite"/>, the ends enclose their results too; else nothing is known about these.
/// </remarks>
public readonly partial record struct Interval : IReal<Interval>
{
    // One rounding moves a number by at most 1.2e-16 of its size; the elementary functions by at most 2 ulp.
    private const double Rounding = 2.3e-16, Elementaries = 1e-15;

    // Far below the largest double, so that no rounding and no weighted sum of a few such values overflows; what is smaller than the other, doubles
    // may round to 0.
    private const double Bounded = 1e300, Positive = 1e-300;

    private readonly Doubts doubts;

    /// <summary>The numbers from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">The lower end; minus infinity for none.</param>
    /// <param name="high">The upper end, at least <paramref name="low"/>.</param>
    /// <param name="hasKink">Whether the number it stands for may jump, or may have no value, somewhere in its arguments' box.</param>
    public Interval(double low, double high, bool hasKink = false)
        : this(low, high, (hasKink ? Doubts.Kink : Doubts.None) | (IsBounded(low, high) ? Doubts.None : Doubts.Overflow))
    {
    }

    // Ends that are not bounded come with the doubt.
    private Interval(double low, double high, Doubts doubts) => (Low, High, this.doubts) = (low, high, doubts);

    [Flags]
    private enum Doubts : byte
    {
        None = 0,
        Kink = 1,
        Overflow = 2,
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>Whether the number may jump, or may have no value, somewhere in its arguments' box.</summary>
    public bool HasKink => (doubts & Doubts.Kink) != Doubts.None;

    /// <summary>
    /// Whether it is proved that doubles compute it, and everything on the way to it, without overflow and NaN anywhere in its arguments' box.
    /// </summary>
    public bool StaysFinite => (doubts & Doubts.Overflow) == Doubts.None;

    /// <summary>Half way between the ends.</summary>
    public double Middle => 0.5 * (Low + High);

    /// <summary>The largest absolute value.</summary>
    public double Magnitude => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>Whether 0 is one of the numbers.</summary>
    public bool HasZero => Low <= 0 && High >= 0;

    private static Interval Entire => new(double.NegativeInfinity, double.PositiveInfinity, Doubts.Kink | Doubts.Overflow);

    private bool IsZero => Low == 0 && High == 0;

    /// <inheritdoc/>
    public static implicit operator Interval(double value) => new(value, value);

    /// <inheritdoc/>
    public static Interval operator +(Interval a, Interval b) => Outward(a.Low + b.Low, a.High + b.High, a.doubts | b.doubts);

    /// <inheritdoc/>
    public static Interval operator -(Interval a, Interval b) => Outward(a.Low - b.High, a.High - b.Low, a.doubts | b.doubts);

    /// <inheritdoc/>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.doubts);

    /// <inheritdoc/>
    public static Interval operator *(Interval a, Interval b)
    {
        // What is multiplied by exactly 0 is gone, whatever it was: the derivatives of constants.
        Doubts both = a.doubts | b.doubts;
        if (a.IsZero || b.IsZero) return Zero(both);
        if (a.Low >= 0 && b.Low >= 0) return Outward(Product(a.Low, b.Low), Product(a.High, b.High), both);
        double p = Product(a.Low, b.Low), q = Product(a.Low, b.High), r = Product(a.High, b.Low), s = Product(a.High, b.High);
        return Outward(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), both);
    }

    /// <inheritdoc/>
    public static Interval operator /(Interval a, Interval b) => b.HasZero
        ? (a.IsZero && !b.IsZero ? Zero(Doubts.Overflow) : Entire)
        : a * Outward(1 / b.High, 1 / b.Low, b.doubts);

    /// <inheritdoc/>
    public static Interval Square(Interval a)
    {
        double p = a.Low * a.Low, q = a.High * a.High;
        return a.HasZero ? Outward(0, Math.Max(p, q), a.doubts) : Outward(Math.Min(p, q), Math.Max(p, q), a.doubts);
    }

    /// <inheritdoc/>
    public static Interval Sqrt(Interval a) =>
        a.High < 0 ? Entire : Outward(Math.Sqrt(Math.Max(a.Low, 0)), Math.Sqrt(a.High), a.doubts | WithoutValue(a.Low < 0));

    /// <inheritdoc/>
    public static Interval Abs(Interval a) => a.Low >= 0 ? a : a.High <= 0 ? -a : new(0, a.Magnitude, a.doubts);

    /// <inheritdoc/>
    public static Interval Max(Interval a, Interval b) => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High), a.doubts | b.doubts);

    /// <inheritdoc/>
    public static Interval Min(Interval a, Interval b) => new(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High), a.doubts | b.doubts);

    /// <inheritdoc/>
    public static Interval IfPositive(Interval test, Interval then, Interval otherwise) =>
        test.Low > 0 ? then.After(test)
        : test.High <= 0 ? otherwise.After(test)
        : new(
            Math.Min(then.Low, otherwise.Low),
            Math.Max(then.High, otherwise.High),
            then.doubts | otherwise.doubts | (then.Low != otherwise.Low || then.High != otherwise.High ? Doubts.Kink : Doubts.None));

    // Doubles may decide otherwise where the test overflows or is rounded to 0.
    private Interval After(Interval test) => new(Low, High, doubts | ((test.doubts | Vanishing(test.Low)) & Doubts.Overflow));

    // What has no kinks, being constant, may still come from NaN.
    private static Interval Zero(Doubts doubts) => new(0, 0, doubts & Doubts.Overflow);

    private static Doubts Vanishing(double low) => low is > 0 and < Positive ? Doubts.Overflow : Doubts.None;

    private static Doubts WithoutValue(bool somewhere) => somewhere ? Doubts.Kink | Doubts.Overflow : Doubts.None;

    private static bool IsBounded(double low, double high) => low > -Bounded && high < Bounded;

    // Infinite ends stand for "however large": 0 times that is 0.
    private static double Product(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static Interval Outward(double low, double high, Doubts doubts, double by = Rounding)
    {
        if (IsBounded(low, high)) return new(low - (by * Math.Abs(low)), high + (by * Math.Abs(high)), doubts);

        // ∞ − ∞ says nothing.
        if (double.IsNaN(low) || double.IsNaN(high)) return Entire;
        return new(low - (by * Finite(low)), high + (by * Finite(high)), doubts | Doubts.Overflow);

        static double Finite(double end) => double.IsFinite(end) ? Math.Abs(end) : 0;
    }
}
