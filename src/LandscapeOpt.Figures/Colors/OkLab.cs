using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Colors;

/// <summary>A colour in B. Ottosson's Oklab (2020), where equal distances look about equally large.</summary>
/// <param name="L">Lightness, 0 to 1.</param>
/// <param name="A">Green to red.</param>
/// <param name="B">Blue to yellow.</param>
internal readonly record struct OkLab(double L, double A, double B)
{
    /// <summary>A screen colour; opacity plays no part.</summary>
    public static OkLab Of(Color color)
    {
        double r = Linear(color.R), g = Linear(color.G), b = Linear(color.B);
        double l = Root((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        double m = Root((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        double s = Root((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>The same hue with another lightness and a multiple of the chroma.</summary>
    public OkLab With(double lightness, double chroma) => new(lightness, chroma * A, chroma * B);

    /// <summary>The colour a part of the way to another one.</summary>
    public OkLab Mix(OkLab other, double t) => new(L + ((other.L - L) * t), A + ((other.A - A) * t), B + ((other.B - B) * t));

    /// <summary>How different two colours look; black and white are 1 apart.</summary>
    public double DistanceTo(OkLab other) =>
        Math.Sqrt(((L - other.L) * (L - other.L)) + ((A - other.A) * (A - other.A)) + ((B - other.B) * (B - other.B)));

    /// <summary>The screen colour; what no screen shows loses chroma until one does.</summary>
    public Color ToColor()
    {
        OkLab shown = this;
        for (int i = 0; i < 20 && !shown.IsShown; i++)
        {
            shown = shown.With(Math.Clamp(L, 0, 1), 0.95);
        }

        (double r, double g, double b) = shown.ToLinear();
        return new(Byte(r), Byte(g), Byte(b));
    }

    private bool IsShown
    {
        get
        {
            const double Slack = 0.002;
            (double r, double g, double b) = ToLinear();
            return Math.Min(r, Math.Min(g, b)) >= -Slack && Math.Max(r, Math.Max(g, b)) <= 1 + Slack;
        }
    }

    private (double R, double G, double B) ToLinear()
    {
        double l = L + (0.3963377774 * A) + (0.2158037573 * B), m = L - (0.1055613458 * A) - (0.0638541728 * B), s =
            L - (0.0894841775 * A) - (1.2914855480 * B);
        (l, m, s) = (l * l * l, m * m * m, s * s * s);
        return (
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static double Root(double v) => v > 0 ? Elementary.Pow(v, 1.0 / 3) : 0;

    private static double Linear(byte channel) => channel / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Elementary.Pow((v + 0.055) / 1.055, 2.4);

    private static byte Byte(double linear)
    {
        double v = Math.Clamp(linear, 0, 1);
        return (byte)((255 * (v <= 0.0031308 ? 12.92 * v : (1.055 * Elementary.Pow(v, 1 / 2.4)) - 0.055)) + 0.5);
    }
}
