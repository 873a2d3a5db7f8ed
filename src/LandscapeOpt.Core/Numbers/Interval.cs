namespace LandscapeOpt.Numbers;

/// <summary>
/// All numbers between two ends: interval arithmetic with outward rounding (R. E. Moore, R. B. Kearfott and M. J. Cloud 2009,
/// doi:10.1137/1.9780898717716). A formula evaluated on enclosures of its arguments gives an enclosure of all its values there, so that
/// "no critical point in this box" is a proof and not a sample. Results that leave the normal range of doubles are exact to 10⁻³⁰⁷ only.
/// </summary>
public readonly partial record struct Interval : IReal<Interval>
{
    // One rounding moves a number by at most 1.2e-16 of its size; the elementary functions by at most 2 ulp.
    private const double Rounding = 2.3e-16, Elementaries = 1e-15;

    /// <summary>The numbers from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <param name="low">The lower end; minus infinity for none.</param>
    /// <param name="high">The upper end, at least <paramref name="low"/>.</param>
    /// <param name="hasKink">Whether the number it stands for may jump, or may have no value, somewhere in its arguments' box.</param>
    public Interval(double low, double high, bool hasKink = false) => (Low, High, HasKink) = (low, high, hasKink);

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>Whether the number may jump, or may have no value, somewhere in its arguments' box.</summary>
    public bool HasKink { get; }

    /// <summary>Half way between the ends.</summary>
    public double Middle => 0.5 * (Low + High);

    /// <summary>The largest absolute value.</summary>
    public double Magnitude => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>Whether 0 is one of the numbers.</summary>
    public bool HasZero => Low <= 0 && High >= 0;

    private static Interval Entire => new(double.NegativeInfinity, double.PositiveInfinity, hasKink: true);

    private bool IsZero => Low == 0 && High == 0;

    /// <inheritdoc/>
    public static implicit operator Interval(double value) => new(value, value);

    /// <inheritdoc/>
    public static Interval operator +(Interval a, Interval b) => Outward(a.Low + b.Low, a.High + b.High, a.HasKink | b.HasKink);

    /// <inheritdoc/>
    public static Interval operator -(Interval a, Interval b) => Outward(a.Low - b.High, a.High - b.Low, a.HasKink | b.HasKink);

    /// <inheritdoc/>
    public static Interval operator -(Interval a) => new(-a.High, -a.Low, a.HasKink);

    /// <inheritdoc/>
    public static Interval operator *(Interval a, Interval b)
    {
        // What is multiplied by exactly 0 is gone, whatever it was: the derivatives of constants.
        if (a.IsZero || b.IsZero) return 0;
        bool kink = a.HasKink | b.HasKink;
        if (a.Low >= 0 && b.Low >= 0) return Outward(Product(a.Low, b.Low), Product(a.High, b.High), kink);
        double p = Product(a.Low, b.Low), q = Product(a.Low, b.High), r = Product(a.High, b.Low), s = Product(a.High, b.High);
        return Outward(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), kink);
    }

    /// <inheritdoc/>
    public static Interval operator /(Interval a, Interval b) => b.HasZero
        ? (a.IsZero && !b.IsZero ? 0 : Entire)
        : a * Outward(1 / b.High, 1 / b.Low, b.HasKink);

    /// <inheritdoc/>
    public static Interval Square(Interval a)
    {
        double p = a.Low * a.Low, q = a.High * a.High;
        return a.HasZero ? Outward(0, Math.Max(p, q), a.HasKink) : Outward(Math.Min(p, q), Math.Max(p, q), a.HasKink);
    }

    /// <inheritdoc/>
    public static Interval Sqrt(Interval a) =>
        a.High < 0 ? Entire : Outward(Math.Sqrt(Math.Max(a.Low, 0)), Math.Sqrt(a.High), a.HasKink | a.Low < 0);

    /// <inheritdoc/>
    public static Interval Abs(Interval a) => a.Low >= 0 ? a : a.High <= 0 ? -a : new(0, a.Magnitude, a.HasKink);

    /// <inheritdoc/>
    public static Interval Max(Interval a, Interval b) => new(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High), a.HasKink | b.HasKink);

    /// <inheritdoc/>
    public static Interval Min(Interval a, Interval b) => new(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High), a.HasKink | b.HasKink);

    /// <inheritdoc/>
    public static Interval IfPositive(Interval test, Interval then, Interval otherwise) =>
        test.Low > 0 ? then
        : test.High <= 0 ? otherwise
        : new(
            Math.Min(then.Low, otherwise.Low),
            Math.Max(then.High, otherwise.High),
            then.HasKink | otherwise.HasKink | (then.Low != otherwise.Low) | (then.High != otherwise.High));

    // Infinite ends stand for "however large": 0 times that is 0.
    private static double Product(double a, double b) => a == 0 || b == 0 ? 0 : a * b;

    private static Interval Outward(double low, double high, bool kink, double by = Rounding)
    {
        // ∞ − ∞ says nothing.
        if (double.IsNaN(low) || double.IsNaN(high)) return Entire;
        return new(low - (by * Math.Abs(double.IsFinite(low) ? low : 0)), high + (by * Math.Abs(double.IsFinite(high) ? high : 0)), kink);
    }
}
