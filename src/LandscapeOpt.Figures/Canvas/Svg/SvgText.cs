using System.Text;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>Text for XML.</summary>
internal static class SvgText
{
    /// <summary>Escapes text for an element or for an attribute in double quotes. What XML cannot hold becomes U+FFFD.</summary>
    public static string Escape(string text)
    {
        var builder = new StringBuilder(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => builder.Append("&amp;"),
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '"' => builder.Append("&quot;"),
                '\r' => builder.Append("&#13;"),
                '\n' or '\t' => builder.Append((char)rune.Value),
                < ' ' or 0xFFFE or 0xFFFF => builder.Append('\uFFFD'),
                _ => builder.Append(rune.ToString()),
            };
        }

        return builder.ToString();
    }

    /// <summary>A name that depends on nothing but what it names, so that several figures can share one page (FNV-1a, 64 bits).</summary>
    public static string Id(char kind, string content)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in content)
            hash = unchecked((hash ^ c) * 1099511628211);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}{hash:x}");
    }
}
