using System.Globalization;

namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>The functions that a formula may call, and how each follows from the operations that carry derivatives.</summary>
internal static class Functions
{
    // x^n up to here is repeated multiplication, exact in its derivatives; beyond, the general power is more accurate.
    private const int LargestRepeatedPower = 32;

    private static readonly Dictionary<string, Function> All = new(StringComparer.Ordinal)
    {
        ["sin"] = new(1, a => Symbol.Sin(a[0])),
        ["cos"] = new(1, a => Symbol.Cos(a[0])),
        ["tan"] = new(1, a => Symbol.Sin(a[0]) / Symbol.Cos(a[0])),
        ["exp"] = new(1, a => Symbol.Exp(a[0])),
        ["log"] = new(1, a => Symbol.Log(a[0])),
        ["sqrt"] = new(1, a => Symbol.Sqrt(a[0])),
        ["abs"] = new(1, a => Symbol.Abs(a[0])),
        ["min"] = new(2, a => a.Aggregate(Symbol.Min), TakesMore: true),
        ["max"] = new(2, a => a.Aggregate(Symbol.Max), TakesMore: true),
        ["pow"] = new(2, a => Power(a[0], a[1])),
        ["tanh"] = new(1, a => Symbol.Tanh(a[0])),

        // By half angles, where tanh keeps value and derivatives accurate near 0; (eˣ - e⁻ˣ)/2 would cancel.
        ["sinh"] = new(1, a => 2 * Symbol.Tanh(0.5 * a[0]) * Symbol.Square(HalfCosh(a[0]))),
        ["cosh"] = new(1, a => 1 + (2 * Symbol.Square(Symbol.Tanh(0.5 * a[0]) * HalfCosh(a[0])))),
        ["atan"] = new(1, a => Symbol.Atan2(a[0], 1)),
        ["atan2"] = new(2, a => Symbol.Atan2(a[0], a[1])),
        ["hypot"] = new(2, a => Symbol.Hypot(a[0], a[1])),

        // The product with 0 lets NaN through.
        ["sign"] = new(1, a => Symbol.IfPositive(a[0], 1, Symbol.IfPositive(-a[0], -1, 0 * a[0]))),
    };

    /// <summary>The names of the functions.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The function of that name.</summary>
    public static Function? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>
    /// aᵇ: by repeated multiplication for small whole constant exponents, so that negative bases and derivatives are exact; a^0.5 is the root,
    /// which is exactly rounded and has a derivative at 0.
    /// </summary>
    public static Symbol Power(Symbol a, Symbol b)
    {
        if (b.Constant == 0.5)
        {
            return Symbol.Sqrt(a);
        }

        if (b.Constant is not { } exponent || exponent != Math.Truncate(exponent) || Math.Abs(exponent) > LargestRepeatedPower)
        {
            return Symbol.Pow(a, b);
        }

        Symbol power = Repeated(a, (int)Math.Abs(exponent));
        return exponent < 0 ? 1 / power : power;
    }

    private static Symbol Repeated(Symbol a, int n) => n switch
    {
        0 => 1,
        1 => a,
        _ when n % 2 == 0 => Symbol.Square(Repeated(a, n / 2)),
        _ => Repeated(a, n - 1) * a,
    };

    private static Symbol HalfCosh(Symbol a) => 0.5 * (Symbol.Exp(0.5 * a) + Symbol.Exp(-0.5 * a));
}

/// <summary>A function that a formula may call.</summary>
/// <param name="Arity">How many arguments it needs.</param>
/// <param name="Apply">Its value.</param>
/// <param name="TakesMore">Whether it takes more arguments than it needs.</param>
internal sealed record Function(int Arity, Func<IReadOnlyList<Symbol>, Symbol> Apply, bool TakesMore = false)
{
    /// <summary>What it expects, in words.</summary>
    public string Expects => string.Create(
        CultureInfo.InvariantCulture, $"{Arity}{(TakesMore ? " or more" : "")} argument{(Arity == 1 ? "" : "s")}");
}
