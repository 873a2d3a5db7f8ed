using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Fonts;

/// <summary>
/// Reads a TrueType font (OpenType specification 1.9: head, maxp, hhea, hmtx, cmap, loca, glyf, kern). Tables are looked at only where a glyph
/// needs them, so that opening a font costs next to nothing; every offset is checked. Lengths are fractions of the em, y downward. Thread-safe.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly Dictionary<string, FontData> tables = [];
    private readonly CharacterMap characters;
    private readonly GlyphReader glyphs;
    private readonly FontData hmtx;
    private readonly FontData? pairs;
    private readonly int advanceCount, pairCount;
    private readonly double em;
    private readonly VectorPath?[] outlines;

    /// <summary>Opens a font.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="FontException">The file is damaged or not TrueType.</exception>
    public TrueTypeFont(ReadOnlyMemory<byte> file)
    {
        var data = new FontData(file);
        if (data.U32(0) is not (0x00010000 or 0x74727565))
            throw new FontException("Not a TrueType font.");
        int count = data.U16(4);
        for (int i = 0; i < count; i++)
        {
            int entry = 12 + (16 * i);
            string tag = string.Create(4, (data, entry), static (s, from) =>
            {
                for (int c = 0; c < 4; c++)
                    s[c] = (char)from.data.U8(from.entry + c);
            });
            tables[tag] = data.Slice(data.U32(entry + 8), data.U32(entry + 12));
        }

        FontData head = Table("head"), hhea = Table("hhea");
        em = head.U16(18);
        if (em == 0)
            throw new FontException("The font's em is 0.");
        Ascent = hhea.I16(4) / em;
        Descent = -hhea.I16(6) / em;
        GlyphCount = Table("maxp").U16(4);
        advanceCount = hhea.U16(34);
        if (advanceCount == 0)
            throw new FontException("The font has no advance widths.");
        hmtx = Table("hmtx");
        characters = new(Table("cmap"));
        glyphs = new(Table("glyf"), Table("loca"), longOffsets: head.I16(50) != 0, GlyphCount, em);
        outlines = new VectorPath?[GlyphCount];
        pairs = KerningPairs(out pairCount);
        CapHeight = -Outline(GlyphOf('H')).Bounds.Y;
    }

    /// <summary>Height of the line above the baseline.</summary>
    public double Ascent { get; }

    /// <summary>Depth of the line below the baseline, positive.</summary>
    public double Descent { get; }

    /// <summary>Height of the letter H.</summary>
    public double CapHeight { get; }

    /// <summary>How many glyphs there are; glyph 0 stands for what is missing.</summary>
    public int GlyphCount { get; }

    /// <summary>Units of the em: the grid that outlines lie on.</summary>
    public int UnitsPerEm => (int)em;

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    /// <param name="character">A Unicode scalar value.</param>
    public int GlyphOf(int character) => characters.GlyphOf(character) is int glyph && glyph < GlyphCount ? glyph : 0;

    /// <summary>How far the pen moves after a glyph.</summary>
    /// <param name="glyph">The glyph.</param>
    public double Advance(int glyph) => hmtx.U16(4 * Math.Min(glyph, advanceCount - 1)) / em;

    /// <summary>How much farther (or, negative, less far) the pen moves between two glyphs.</summary>
    /// <param name="left">The first glyph.</param>
    /// <param name="right">The second glyph.</param>
    public double Kerning(int left, int right)
    {
        if (pairs is not { } table)
            return 0;
        uint wanted = ((uint)left << 16) | (uint)right;
        int low = 0, high = pairCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            uint pair = table.U32(14 + (6 * middle));
            if (pair == wanted)
                return table.I16(18 + (6 * middle)) / em;
            (low, high) = pair < wanted ? (middle + 1, high) : (low, middle);
        }

        return 0;
    }

    /// <summary>The outline of a glyph, to be filled by the nonzero rule. It is shared: do not change it.</summary>
    /// <param name="glyph">The glyph.</param>
    public VectorPath Outline(int glyph) => outlines[glyph] ??= glyphs.Read(glyph);

    private FontData Table(string tag) =>
        tables.TryGetValue(tag, out FontData table) ? table : throw new FontException($"The font has no table '{tag}'.");

    // Format 0 of the kern table, horizontal, as the first subtable: an ordered list of pairs.
    private FontData? KerningPairs(out int count)
    {
        count = 0;
        if (!tables.TryGetValue("kern", out FontData kern) || kern.U16(0) != 0 || kern.U16(2) == 0)
            return null;
        FontData subtable = kern.From(4);
        const int Horizontal = 1;
        if (subtable.U16(4) != Horizontal)
            return null;
        count = Math.Min(subtable.U16(6), (subtable.Length - 14) / 6);
        return subtable;
    }
}
