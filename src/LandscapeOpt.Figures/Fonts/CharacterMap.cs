namespace LandscapeOpt.Figures.Fonts;

/// <summary>From characters to glyphs: a font's <c>cmap</c> table, formats 4 (16-bit) and 12 (all of Unicode).</summary>
internal sealed class CharacterMap
{
    private readonly FontData table;
    private readonly bool is32Bit;

    /// <summary>Finds the best Unicode subtable.</summary>
    /// <param name="cmap">The table.</param>
    /// <exception cref="FontException">There is none that is read here.</exception>
    public CharacterMap(FontData cmap)
    {
        bool found = false;
        int count = cmap.U16(2);
        for (int i = 0; i < count && !is32Bit; i++)
        {
            int platform = cmap.U16(4 + (8 * i)), encoding = cmap.U16(6 + (8 * i));
            if (platform != 0 && !(platform == 3 && encoding is 1 or 10))
                continue;
            FontData candidate = cmap.From(cmap.U32(8 + (8 * i)));
            int format = candidate.U16(0);
            if (format is not (4 or 12))
                continue;
            (table, is32Bit, found) = (candidate, format == 12, true);
        }

        if (!found)
            throw new FontException("The font has no Unicode character map of format 4 or 12.");
    }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    /// <param name="character">A Unicode scalar value.</param>
    public int GlyphOf(int character) => is32Bit ? Find32(character) : character <= 0xFFFF ? Find16(character) : 0;

    private int Find16(int character)
    {
        int segments = table.U16(6) / 2, ends = 14, starts = 16 + (2 * segments), deltas = starts + (2 * segments);
        int low = 0, high = segments;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (table.U16(ends + (2 * middle)) < character)
                low = middle + 1;
            else
                high = middle;
        }

        if (low == segments || table.U16(starts + (2 * low)) > character)
            return 0;
        int delta = table.U16(deltas + (2 * low)), rangeAt = deltas + (2 * segments) + (2 * low);
        int range = table.U16(rangeAt);
        if (range == 0)
            return (character + delta) & 0xFFFF;

        // The range counts bytes from its own place.
        int glyph = table.U16(rangeAt + range + (2 * (character - table.U16(starts + (2 * low)))));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private int Find32(int character)
    {
        int low = 0, high = (int)Math.Min(table.U32(12), (uint)(table.Length - 16) / 12);
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (table.U32(20 + (12 * middle)) < (uint)character)
                low = middle + 1;
            else
                high = middle;
        }

        int group = 16 + (12 * low);
        if (group + 12 > table.Length || table.U32(group) > (uint)character || table.U32(group + 4) < (uint)character)
            return 0;
        return (int)Math.Min(int.MaxValue, table.U32(group + 8) + (long)(uint)character - table.U32(group));
    }
}
