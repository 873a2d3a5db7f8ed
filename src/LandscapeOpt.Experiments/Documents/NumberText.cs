using System.Globalization;

namespace LandscapeOpt.Experiments.Documents;

/// <summary>Numbers as users write them: a decimal point, no thousands separators, finite; the same in every culture.</summary>
public static class NumberText
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number; false for anything else, also for NaN, infinities and numbers beyond the range of doubles.</summary>
    public static bool TryParse(string text, out double value) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>Reads a whole number.</summary>
    public static bool TryParse(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>Why a text is no number, in words.</summary>
    public static string Complaint(string text) => text.Length == 0 ? "is empty"
        : text.Any(char.IsAsciiDigit) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double value) && double.IsInfinity(value) ? $"'{text}' is too large for a double"
        : text.Contains(',', StringComparison.Ordinal) ? $"'{text}' is not a number (write a decimal point, not a comma)"
        : $"'{text}' is not a number";
}
