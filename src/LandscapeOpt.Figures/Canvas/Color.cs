using System.Globalization;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>
/// A colour in sRGB with straight (not premultiplied) alpha. All blending in this library is done on the sRGB values
/// themselves, as browsers and matplotlib do, so that an SVG file looks the same as its PNG.
/// </summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
/// <param name="A">Opacity, 0 (invisible) to 255 (opaque).</param>
public readonly record struct Color(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>Opaque black.</summary>
    public static Color Black => new(0, 0, 0);

    /// <summary>Opaque white.</summary>
    public static Color White => new(255, 255, 255);

    /// <summary>Invisible: the background of a figure that lies on whatever is behind it.</summary>
    public static Color Transparent => default;

    /// <summary>Reads <c>#RGB</c>, <c>#RRGGBB</c> or <c>#RRGGBBAA</c>; the <c>#</c> may be missing.</summary>
    /// <param name="hex">The text to read.</param>
    /// <exception cref="FormatException">The text is not one of these forms.</exception>
    public static Color Parse(string hex) =>
        TryParse(hex, out Color color) ? color : throw new FormatException($"'{hex}' is not a colour: write #RGB, #RRGGBB or #RRGGBBAA.");

    /// <summary>Reads a colour like <see cref="Parse"/> and tells whether that was possible.</summary>
    /// <param name="hex">The text to read.</param>
    /// <param name="color">The colour; invisible where the text is none.</param>
    public static bool TryParse(string? hex, out Color color)
    {
        color = default;
        ReadOnlySpan<char> digits = hex.AsSpan();
        digits = digits.StartsWith('#') ? digits[1..] : digits;
        if (digits.Length is not (3 or 6 or 8) || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint v))
            return false;
        color = digits.Length switch
        {
            3 => new((byte)((v >> 8) * 17), (byte)(((v >> 4) & 15) * 17), (byte)((v & 15) * 17)),
            6 => new((byte)(v >> 16), (byte)(v >> 8), (byte)v),
            _ => new((byte)(v >> 24), (byte)(v >> 16), (byte)(v >> 8), (byte)v),
        };
        return true;
    }

    /// <summary>The same hue with another opacity.</summary>
    /// <param name="opacity">0 (invisible) to 1 (opaque); values outside are clamped, NaN counts as 0.</param>
    public Color WithAlpha(double opacity) => this with { A = ToByte(255 * opacity) };

    /// <summary>The colour a part of the way to another one, each channel linear in sRGB values.</summary>
    /// <param name="other">The colour at <paramref name="t"/> = 1.</param>
    /// <param name="t">0 gives this colour, 1 the other; clamped.</param>
    public Color Mix(Color other, double t)
    {
        t = t >= 0 ? Math.Min(t, 1) : 0;
        return new(Between(R, other.R, t), Between(G, other.G, t), Between(B, other.B, t), Between(A, other.A, t));
    }

    /// <summary>This colour painted over another one (source-over), as both canvases do it.</summary>
    /// <param name="below">What lies underneath.</param>
    public Color Over(Color below)
    {
        if (A == 255 || below.A == 0)
            return this;
        double a = A / 255.0, rest = below.A / 255.0 * (1 - a), sum = a + rest;
        return sum == 0 ? default : new(
            ToByte(((R * a) + (below.R * rest)) / sum),
            ToByte(((G * a) + (below.G * rest)) / sum),
            ToByte(((B * a) + (below.B * rest)) / sum),
            ToByte(255 * sum));
    }

    /// <summary><c>#rrggbb</c>, or <c>#rrggbbaa</c> where the colour is not opaque.</summary>
    public override string ToString() => A == 255
        ? string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}")
        : string.Create(CultureInfo.InvariantCulture, $"#{R:x2}{G:x2}{B:x2}{A:x2}");

    private static byte Between(byte a, byte b, double t) => ToByte(a + ((b - a) * t));

    // Rounds half up. The comparison is written so that NaN becomes 0.
    private static byte ToByte(double v) => v > 0 ? (byte)Math.Min(v + 0.5, 255) : (byte)0;
}
