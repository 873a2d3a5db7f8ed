using System.Globalization;
using System.Text.RegularExpressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Plots;

/// <summary>Numbers as figures show them: a true minus sign, no needless zeros, powers of ten as 10⁻³.</summary>
public static partial class NumberText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number with a fixed count of decimals.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point, at least 0.</param>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Short(value);
        }

        string digits = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return value < 0 && digits.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "−" + digits : digits;
    }

    /// <summary>A number in few letters: plain from 0.001 to 99999, otherwise with a power of ten.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">The largest count of significant digits, 1 to 15.</param>
    public static string Short(double value, int digits = 3)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "undefined" : value > 0 ? "∞" : "−∞";
        }

        if (value == 0)
        {
            return "0";
        }

        string text = Math.Abs(value).ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        int e = text.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = Trim(text[..e]);
        string sign = value < 0 ? "−" : "";
        if (exponent is < -3 or > 4)
        {
            return sign + (mantissa is "1" ? "" : mantissa + "×") + Power(exponent);
        }

        double rounded = double.Parse(text, CultureInfo.InvariantCulture);
        return sign + Trim(rounded.ToString("F" + Math.Max(0, digits - 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
    }

    /// <summary>10 to an integer power: "10⁻³".</summary>
    /// <param name="exponent">The exponent.</param>
    public static string Power(int exponent)
    {
        if (exponent is 0 or 1)
        {
            return exponent == 0 ? "1" : "10";
        }

        string digits = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture);
        return string.Create(digits.Length + 2 + (exponent < 0 ? 1 : 0), (digits, exponent), static (span, state) =>
        {
            "10".CopyTo(span);
            int at = 2;
            if (state.exponent < 0)
            {
                span[at++] = '⁻';
            }

            foreach (char c in state.digits)
            {
                span[at++] = Superscripts[c - '0'];
            }
        });
    }

    /// <summary>A point: "(−1, 1)".</summary>
    /// <param name="point">The point.</param>
    /// <param name="digits">The largest count of significant digits of each coordinate.</param>
    public static string Point(Point point, int digits = 3) => $"({Short(point.X, digits)}, {Short(point.Y, digits)})";

    /// <summary>A whole number, its thousands set apart: "100 000".</summary>
    /// <param name="count">The number.</param>
    public static string Count(long count)
    {
        string digits = Math.Abs(count).ToString(count is > -10_000 and < 10_000 ? "0" : "#,0", CultureInfo.InvariantCulture).Replace(',', '\u202F');
        return count < 0 ? "−" + digits : digits;
    }

    /// <summary>A sentence with the numbers that programs write, 3.2e-5 and -1, as they are printed: 3.2×10⁻⁵ and −1.</summary>
    /// <param name="sentence">The sentence.</param>
    public static string Typeset(string sentence) => Minus().Replace(Exponential().Replace(sentence, Power), "−");

    private static string Power(Match number)
    {
        string power = Power(int.Parse(number.Groups["exponent"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return number.Groups["mantissa"].ValueSpan is "1" ? power : $"{number.Groups["mantissa"].Value}×{power}";
    }

    [GeneratedRegex(@"(?<mantissa>\d+(\.\d+)?)e(?<exponent>[+-]?\d{1,4})\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Exponential();

    [GeneratedRegex(@"(?<![\p{L}\d)\]])-(?=\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Minus();

    private static string Trim(string digits) => digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
}
