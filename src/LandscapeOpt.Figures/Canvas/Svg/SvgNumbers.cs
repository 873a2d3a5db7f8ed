using System.Globalization;
using System.Text;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>Numbers in SVG, as short as they can be: at most two decimals, no trailing or leading zeros, no space where none is needed.</summary>
internal static class SvgNumbers
{
    /// <summary>Hundredths of a point: what a coordinate is rounded to.</summary>
    public const int PerPoint = 100;

    /// <summary>Rounds to hundredths, halves away from zero.</summary>
    public static long Round(double v) => (long)Math.Round(Math.Clamp(v, -1e12, 1e12) * PerPoint, MidpointRounding.AwayFromZero);

    /// <summary>Writes hundredths.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="hundredths">The number.</param>
    /// <param name="afterNumber">Whether a number stands before it: then a separator is written if needed.</param>
    /// <param name="afterPoint">Whether that number has a decimal point.</param>
    /// <returns>Whether this number has a decimal point.</returns>
    public static bool Append(StringBuilder output, long hundredths, bool afterNumber = false, bool afterPoint = false)
    {
        long size = Math.Abs(hundredths), whole = size / PerPoint, rest = size % PerPoint;
        if (hundredths < 0)
            output.Append('-');
        else if (afterNumber && !(afterPoint && whole == 0 && rest != 0))
            output.Append(' ');
        if (whole != 0 || rest == 0)
            output.Append(whole);
        if (rest == 0)
            return false;
        output.Append('.').Append((char)('0' + (rest / 10)));
        if (rest % 10 != 0)
            output.Append((char)('0' + (rest % 10)));
        return true;
    }

    /// <summary>A length or coordinate with two decimals.</summary>
    public static string Text(double v)
    {
        var builder = new StringBuilder(12);
        Append(builder, Round(v));
        return builder.ToString();
    }

    /// <summary>A factor or share with five significant digits; 0 for NaN.</summary>
    public static string Share(double v)
    {
        const double Largest = 1e9;
        v = double.IsNaN(v) ? 0 : Math.Clamp(v, -Largest, Largest);
        string text = v.ToString("G5", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..]
            : text.StartsWith("-0.", StringComparison.Ordinal) ? $"-{text[2..]}"
            : text;
    }
}
