using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>
/// An interval that contains every value a formula can take when computed in doubles: evaluating a landscape with it proves that loss and
/// gradient cannot overflow in a region. What it cannot bound it calls unbounded.
/// </summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
internal readonly record struct Enclosure(double Low, double High) : IReal<Enclosure>
{
    // Elementary functions are within 2 ulp; this is far more.
    private const double Slack = 1e-9;

    private static readonly Enclosure Anything = new(double.NegativeInfinity, double.PositiveInfinity);

    // Far below the largest double, so that a weighted sum of a few such values is finite as well.
    private bool IsBounded => Low > -1e300 && High < 1e300;

    /// <summary>Whether loss and gradient are finite wherever |x| and |y| are at most this.</summary>
    internal static bool IsFinite(ILandscape landscape, double reach)
    {
        var plane = new Enclosure(-reach, reach);
        Dual<Enclosure> f = landscape.At(Dual<Enclosure>.VariableX(plane), Dual<Enclosure>.VariableY(plane));
        return f.Value.IsBounded && f.X.IsBounded && f.Y.IsBounded;
    }

    public static implicit operator Enclosure(double value) => new(value, value);

    // Rounding to nearest never changes the order of two results, so ends that are computed like the values contain them.
    public static Enclosure operator +(Enclosure a, Enclosure b) => Of(a.Low + b.Low, a.High + b.High);

    public static Enclosure operator -(Enclosure a, Enclosure b) => Of(a.Low - b.High, a.High - b.Low);

    public static Enclosure operator -(Enclosure a) => new(-a.High, -a.Low);

    public static Enclosure operator *(Enclosure a, Enclosure b) => Hull(a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);

    public static Enclosure operator /(Enclosure a, Enclosure b) =>
        b.Low <= 0 && b.High >= 0 ? Anything : Hull(a.Low / b.Low, a.Low / b.High, a.High / b.Low, a.High / b.High);

    public static Enclosure Square(Enclosure a)
    {
        Enclosure size = Abs(a);
        return Of(size.Low * size.Low, size.High * size.High);
    }

    public static Enclosure Sqrt(Enclosure a) => a.Low < 0 ? Anything : Of(Math.Sqrt(a.Low), Math.Sqrt(a.High));

    public static Enclosure Exp(Enclosure a) => Wider(Elementary.Exp(a.Low), Elementary.Exp(a.High));

    public static Enclosure Log(Enclosure a) => a.Low > 0 ? Wider(Elementary.Log(a.Low), Elementary.Log(a.High)) : Anything;

    public static Enclosure Sin(Enclosure a) => a.IsBounded ? new(-1, 1) : Anything;

    public static Enclosure Cos(Enclosure a) => Sin(a);

    public static Enclosure Tanh(Enclosure a) => a.IsBounded ? new(-1, 1) : Anything;

    public static Enclosure Pow(Enclosure a, Enclosure b) => a.Low > 0 ? Exp(b * Log(a)) : Anything;

    public static Enclosure Atan2(Enclosure y, Enclosure x) => y.IsBounded && x.IsBounded ? new(-4, 4) : Anything;

    public static Enclosure Hypot(Enclosure a, Enclosure b)
    {
        Enclosure first = Abs(a), second = Abs(b);
        return Wider(Elementary.Hypot(first.Low, second.Low), Elementary.Hypot(first.High, second.High));
    }

    public static Enclosure Abs(Enclosure a) =>
        new(a.Low > 0 ? a.Low : a.High < 0 ? -a.High : a.Low <= 0 ? 0 : double.NaN, Math.Max(Math.Abs(a.Low), Math.Abs(a.High)));

    public static Enclosure Max(Enclosure a, Enclosure b) => Of(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High));

    public static Enclosure Min(Enclosure a, Enclosure b) => Of(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High));

    public static Enclosure IfPositive(Enclosure test, Enclosure then, Enclosure otherwise) =>
        test.Low > 0 ? then : test.High <= 0 ? otherwise : Of(Math.Min(then.Low, otherwise.Low), Math.Max(then.High, otherwise.High));

    private static Enclosure Wider(double low, double high) =>
        Of(low - (Slack * Math.Abs(low)) - Slack, high + (Slack * Math.Abs(high)) + Slack);

    private static Enclosure Hull(double a, double b, double c, double d) =>
        Of(Math.Min(Math.Min(a, b), Math.Min(c, d)), Math.Max(Math.Max(a, b), Math.Max(c, d)));

    // An end that is not a number says nothing.
    private static Enclosure Of(double low, double high) => double.IsNaN(low) || double.IsNaN(high) ? Anything : new(low, high);
}
