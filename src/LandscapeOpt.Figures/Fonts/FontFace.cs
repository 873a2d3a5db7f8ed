using System.Reflection;
using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Fonts;

/// <summary>One of the embedded fonts, perhaps slanted.</summary>
internal sealed class FontFace
{
    // Of DejaVu Sans Oblique: 11 degrees.
    private const double ObliqueSlant = 0.1944;

    private static readonly Lazy<TrueTypeFont> Book = new(() => Open("DejaVuSans.ttf"));
    private static readonly Lazy<TrueTypeFont> BoldBook = new(() => Open("DejaVuSans-Bold.ttf"));
    private static readonly Lazy<TrueTypeFont> Oblique = new(() => Open("DejaVuSans-Oblique.ttf"));

    private static readonly Lazy<FontFace> RegularFace = new(() => new('r', Book.Value, 0));
    private static readonly Lazy<FontFace> BoldFace = new(() => new('b', BoldBook.Value, 0));
    private static readonly Lazy<FontFace> ItalicFace = new(() => new('i', Oblique.Value, 0));
    private static readonly Lazy<FontFace> BoldItalicFace = new(() => new('o', BoldBook.Value, ObliqueSlant));

    private readonly VectorPath?[] outlines;
    private readonly double slant;

    private FontFace(char key, TrueTypeFont font, double slant)
    {
        (Key, Font, this.slant) = (key, font, slant);
        outlines = new VectorPath?[font.GlyphCount];
    }

    /// <summary>A letter that tells faces apart.</summary>
    public char Key { get; }

    /// <summary>The font behind it.</summary>
    public TrueTypeFont Font { get; }

    /// <summary>The face for a style; bold italic is the bold one, slanted.</summary>
    public static FontFace For(bool bold, bool italic) =>
        ((bold, italic) switch { (false, false) => RegularFace, (true, false) => BoldFace, (false, true) => ItalicFace, _ => BoldItalicFace }).Value;

    /// <summary>The outline of a glyph, y downward, the em as unit. It is shared: do not change it.</summary>
    public VectorPath Outline(int glyph) =>
        slant == 0 ? Font.Outline(glyph) : outlines[glyph] ??= Font.Outline(glyph).Transform(new(1, 0, -slant, 1, 0, 0));

    private static TrueTypeFont Open(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"LandscapeOpt.Figures.Fonts.{name}")
            ?? throw new FontException($"The font {name} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes);
    }
}
