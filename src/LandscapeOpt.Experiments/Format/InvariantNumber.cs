using System.Globalization;

namespace LandscapeOpt.Experiments.Format;

/// <summary>Numbers as users write them: a decimal point, no thousands separators, finite; the same in every culture.</summary>
public static class InvariantNumber
{
    /// <summary>The most characters that a number is written with.</summary>
    internal const int Longest = 1000;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number; false for anything else, also for NaN, infinities and numbers beyond the range of doubles.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value) && text.Length <= Longest;

    /// <summary>Reads a whole number.</summary>
    public static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && text.Length <= Longest;

    /// <summary>Why a text is no number, in words.</summary>
    public static string Complaint(string text) => text.Length == 0 ? "is empty"
        : text.Length > Longest ? FormattableString.Invariant($"'{text}' has {text.Length:N0} characters, a number has at most {Longest:N0}")
        : text.Any(char.IsAsciiDigit) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) && double.IsInfinity(value)
            ? $"'{text}' is too large for a double"
        : text.Contains(',', StringComparison.Ordinal) ? $"'{text}' is not a number (write a decimal point, not a comma)"
        : $"'{text}' is not a number";
}
