namespace LandscapeOpt.Numbers;

public readonly partial record struct Interval
{
    /// <inheritdoc/>
    public static Interval Exp(Interval a) => Outward(Elementary.Exp(a.Low), Elementary.Exp(a.High), a.doubts, Elementaries);

    /// <inheritdoc/>
    public static Interval Log(Interval a)
    {
        if (a.High <= 0) return Entire;
        double low = a.Low <= 0 ? double.NegativeInfinity : Elementary.Log(a.Low);
        return Outward(low, Elementary.Log(a.High), a.doubts | WithoutValue(a.Low <= 0) | Vanishing(a.Low), Elementaries);
    }

    /// <inheritdoc/>
    public static Interval Tanh(Interval a) => Outward(Elementary.Tanh(a.Low), Elementary.Tanh(a.High), a.doubts, Elementaries);

    /// <inheritdoc/>
    public static Interval Sin(Interval a) => Wave(a, Elementary.Sin, 0.5 * Math.PI);

    /// <inheritdoc/>
    public static Interval Cos(Interval a) => Wave(a, Elementary.Cos, 0);

    /// <inheritdoc/>
    public static Interval Atan2(Interval y, Interval x)
    {
        // Across the negative x axis the angle jumps, at the origin it has no value.
        Doubts both = x.doubts | y.doubts;
        if (y.HasZero && x.Low <= 0) return new(-Math.PI - Elementaries, Math.PI + Elementaries, both | Doubts.Kink);
        double p = Elementary.Atan2(y.Low, x.Low), q = Elementary.Atan2(y.Low, x.High);
        double r = Elementary.Atan2(y.High, x.Low), s = Elementary.Atan2(y.High, x.High);
        return Outward(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), both, Elementaries);
    }

    /// <inheritdoc/>
    public static Interval Hypot(Interval a, Interval b)
    {
        Interval first = Abs(a), second = Abs(b);
        return Outward(Elementary.Hypot(first.Low, second.Low), Elementary.Hypot(first.High, second.High), a.doubts | b.doubts, Elementaries);
    }

    /// <inheritdoc/>
    public static Interval Pow(Interval a, Interval b)
    {
        Doubts both = a.doubts | b.doubts | Vanishing(a.Low);
        if (b.Low == b.High && b.Low == Math.Floor(b.Low) && Math.Abs(b.Low) <= 64)
        {
            return WholePower(a, b.Low, both);
        }

        // The power of a positive number rises or falls in each argument, so its extremes lie at the corners.
        if (a.High < 0 || (a.Low <= 0 && b.Low <= 0)) return Entire;
        double low = Math.Max(a.Low, 0);
        double p = Elementary.Pow(low, b.Low), q = Elementary.Pow(low, b.High), r = Elementary.Pow(a.High, b.Low), s = Elementary.Pow(a.High, b.High);
        return Outward(
            Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), both | WithoutValue(a.Low < 0), Elementaries);
    }

    private static Interval WholePower(Interval a, double n, Doubts both)
    {
        if (n == 0) return new(1, 1, both & Doubts.Overflow);
        if (n < 0 && a.HasZero) return Entire;
        double p = Elementary.Pow(a.Low, n), q = Elementary.Pow(a.High, n);
        bool isEven = n % 2 == 0;
        double low = isEven && a.HasZero ? 0 : Math.Min(p, q);
        return Outward(low, Math.Max(p, q), both, Elementaries);
    }

    // A wave of period 2π that is highest at `crest`.
    private static Interval Wave(Interval a, Func<double, double> function, double crest)
    {
        if (!(a.High - a.Low < 2 * Math.PI) || a.Magnitude > 1e8) return new(-1, 1, a.doubts);
        double slack = 1e-15 * (1 + a.Magnitude), p = function(a.Low), q = function(a.High);
        bool hasCrest = Meets(a.Low - slack, a.High + slack, crest), hasTrough = Meets(a.Low - slack, a.High + slack, crest + Math.PI);
        return new(
            hasTrough ? -1 : Math.Max(-1, Math.Min(p, q) - Elementaries),
            hasCrest ? 1 : Math.Min(1, Math.Max(p, q) + Elementaries),
            a.doubts);
    }

    private static bool Meets(double low, double high, double place) =>
        Math.Floor((high - place) / (2 * Math.PI)) >= Math.Ceiling((low - place) / (2 * Math.PI));
}
