using System.Globalization;

namespace LandscapeOpt.Catalogues;

/// <summary>The range of numbers that a parameter accepts.</summary>
/// <param name="From">Lower end.</param>
/// <param name="To">Upper end.</param>
/// <param name="IncludesFrom">Whether the lower end itself is accepted.</param>
/// <param name="IncludesTo">Whether the upper end itself is accepted.</param>
public readonly record struct NumberRange(double From, double To, bool IncludesFrom = true, bool IncludesTo = true)
{
    /// <summary>Every finite number.</summary>
    public static NumberRange Any => new(double.NegativeInfinity, double.PositiveInfinity, IncludesFrom: false, IncludesTo: false);

    /// <summary>(0, ∞).</summary>
    public static NumberRange Positive => new(0, double.PositiveInfinity, IncludesFrom: false, IncludesTo: false);

    /// <summary>[0, ∞).</summary>
    public static NumberRange NonNegative => new(0, double.PositiveInfinity, IncludesTo: false);

    /// <summary>[0, 1).</summary>
    public static NumberRange Decay => new(0, 1, IncludesTo: false);

    /// <summary>[0, 1].</summary>
    public static NumberRange Unit => new(0, 1);

    /// <summary>[lowest, ∞).</summary>
    public static NumberRange AtLeast(double lowest) => new(lowest, double.PositiveInfinity, IncludesTo: false);

    /// <summary>Whether a finite number lies in the range; NaN and infinities never do.</summary>
    public bool Contains(double value) => double.IsFinite(value)
        && (IncludesFrom ? value >= From : value > From)
        && (IncludesTo ? value <= To : value < To);

    /// <summary>The range in words: "a number greater than 0", "a number from 0 to 1".</summary>
    public string Describe(string noun) => (From, To) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => noun,
        (_, double.PositiveInfinity) => $"{noun}{(IncludesFrom ? " of at least " : " greater than ")}{Text(From)}",
        (double.NegativeInfinity, _) => $"{noun}{(IncludesTo ? " of at most " : " less than ")}{Text(To)}",
        _ => $"{noun} from {Text(From)}{(IncludesFrom ? "" : " (exclusive)")} to {Text(To)}{(IncludesTo ? "" : " (exclusive)")}",
    };

    /// <summary>The range in mathematical notation: "[0, 1)".</summary>
    public override string ToString() => $"{(IncludesFrom ? "[" : "(")}{Text(From)}, {Text(To)}{(IncludesTo ? "]" : ")")}";

    private static string Text(double end) => end switch
    {
        double.NegativeInfinity => "-∞",
        double.PositiveInfinity => "∞",
        _ => end.ToString(CultureInfo.InvariantCulture),
    };
}
