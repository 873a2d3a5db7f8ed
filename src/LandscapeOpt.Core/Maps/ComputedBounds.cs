using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>
/// An interval that contains every value a formula can take when computed in doubles: evaluating a landscape with it proves that loss and
/// gradient cannot overflow in a region. What it cannot bound it calls unbounded.
/// </summary>
/// <remarks>
/// An <see cref="Interval"/> is about the function itself, for which 0 times anything is 0. Doubles make NaN of 0 times infinity, and it is doubles
/// that are bounded here.
/// </remarks>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct ComputedBounds(double Low, double High) : IReal<ComputedBounds>
{
    // Elementary functions are within 2 ulp; this is far more.
    private const double Slack = 1e-9;

    private static readonly ComputedBounds Anything = new(double.NegativeInfinity, double.PositiveInfinity);

    // Far below the largest double, so that a weighted sum of a few such values is finite as well.
    private bool IsBounded => Low > -1e300 && High < 1e300;

    /// <summary>Whether loss and gradient are finite wherever |x| and |y| are at most this.</summary>
    internal static bool IsFinite(ILandscape landscape, double reach)
    {
        var plane = new ComputedBounds(-reach, reach);
        Dual<ComputedBounds> f = landscape.At(Dual<ComputedBounds>.VariableX(plane), Dual<ComputedBounds>.VariableY(plane));
        return f.Value.IsBounded && f.X.IsBounded && f.Y.IsBounded;
    }

    public static implicit operator ComputedBounds(double value) => new(value, value);

    // Rounding to nearest never changes the order of two results, so ends that are computed like the values contain them.
    public static ComputedBounds operator +(ComputedBounds a, ComputedBounds b) => Of(a.Low + b.Low, a.High + b.High);

    public static ComputedBounds operator -(ComputedBounds a, ComputedBounds b) => Of(a.Low - b.High, a.High - b.Low);

    public static ComputedBounds operator -(ComputedBounds a) => new(-a.High, -a.Low);

    public static ComputedBounds operator *(ComputedBounds a, ComputedBounds b) => Hull(a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    public static ComputedBounds operator /(ComputedBounds a, ComputedBounds b) =>
        b.Low <= 0 && b.High >= 0 ? Anything : Hull(a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High);

    public static ComputedBounds Square(ComputedBounds a)
    {
        ComputedBounds size = Abs(a);
        return Of(size.Low * size.Low, size.High * size.High);
    }

    public static ComputedBounds Sqrt(ComputedBounds a) => a.Low < 0 ? Anything : Of(Math.Sqrt(a.Low), Math.Sqrt(a.High));

    public static ComputedBounds Exp(ComputedBounds a) => Wider(Elementary.Exp(a.Low), Elementary.Exp(a.High));

    public static ComputedBounds Log(ComputedBounds a) => a.Low > 0 ? Wider(Elementary.Log(a.Low), Elementary.Log(a.High)) : Anything;

    public static ComputedBounds Sin(ComputedBounds a) => a.IsBounded ? new(-1, 1) : Anything;

    public static ComputedBounds Cos(ComputedBounds a) => Sin(a);

    public static ComputedBounds Tanh(ComputedBounds a) => a.IsBounded ? new(-1, 1) : Anything;

    public static ComputedBounds Pow(ComputedBounds a, ComputedBounds b) => a.Low > 0 ? Exp(b * Log(a)) : Anything;

    public static ComputedBounds Atan2(ComputedBounds y, ComputedBounds x) => y.IsBounded && x.IsBounded ? new(-4, 4) : Anything;

    public static ComputedBounds Hypot(ComputedBounds a, ComputedBounds b)
    {
        ComputedBounds first = Abs(a), second = Abs(b);
        return Wider(Elementary.Hypot(first.Low, second.Low), Elementary.Hypot(first.High, second.High));
    }

    public static ComputedBounds Abs(ComputedBounds a) =>
        new(a.Low > 0 ? a.Low : a.High < 0 ? -a.High : a.Low <= 0 ? 0 : double.NaN, Math.Max(Math.Abs(a.Low), Math.Abs(a.High)));

    public static ComputedBounds Max(ComputedBounds a, ComputedBounds b) => Of(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High));

    public static ComputedBounds Min(ComputedBounds a, ComputedBounds b) => Of(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High));

    public static ComputedBounds IfPositive(ComputedBounds test, ComputedBounds then, ComputedBounds otherwise) =>
        test.Low > 0 ? then : test.High <= 0 ? otherwise : Of(Math.Min(then.Low, otherwise.Low), Math.Max(then.High, otherwise.High));

    private static ComputedBounds Wider(double low, double high) =>
        Of(low - (Slack * Math.Abs(low)) - Slack, high + (Slack * Math.Abs(high)) + Slack);

    private static ComputedBounds Hull(double a, double b, double c, double d) =>
        Of(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));

    // An end that is not a number says nothing.
    private static ComputedBounds Of(double low, double high) => double.IsNaN(low) || double.IsNaN(high) ? Anything : new(low, high);
}
