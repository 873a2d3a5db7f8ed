using System.Buffers.Binary;
using System.Reflection;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Fonts;

namespace LandscapeOpt.Figures.Tests.Fonts;

public sealed class TrueTypeFontTests
{
    [Theory]
    [InlineData("DejaVuSans.ttf")]
    [InlineData("DejaVuSans-Bold.ttf")]
    [InlineData("DejaVuSans-Oblique.ttf")]
    public void Every_glyph_of_the_embedded_fonts_can_be_read_and_runs_clockwise(string name)
    {
        var font = new TrueTypeFont(Load(name));
        for (int glyph = 0; glyph < font.GlyphCount; glyph++)
        {
            VectorPath outline = font.Outline(glyph);
            Assert.InRange(font.Advance(glyph), 0, 2.5);

            // The halo around letters relies on it: clockwise as seen, with y downward, is a positive area.
            Assert.True(outline.IsEmpty || SignedArea(outline) > 0, FormattableString.Invariant($"Glyph {glyph} of {name}."));
        }
    }

    [Fact]
    public void All_characters_that_figures_need_are_there()
    {
        const string Needed = "ABCXYZabcxyz0123456789.,:;!?()[]{}<>=+-−–—…/\\|_^~%&@#*'\"“”‘’«»·×÷±≤≥≠≈∞∂∇∑∏√∫∈∉⊂∪∩→←↑↓↔⇒∥‖⟨⟩°′″µ"
            + "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩℓℝ★☆●○■□▲△▼▽◆◇✓äöüßéèêàçñøåłšžюяЖ";
        foreach (string face in (string[])["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
        {
            var font = new TrueTypeFont(Load(face));
            Assert.DoesNotContain(Needed, c => font.GlyphOf(c) == 0);
        }
    }

    [Fact]
    public void Composite_glyphs_are_their_parts()
    {
        var font = new TrueTypeFont(Load("DejaVuSans.ttf"));
        VectorPath e = font.Outline(font.GlyphOf('e')), accented = font.Outline(font.GlyphOf('é'));
        Assert.Equal(e.Points.ToArray(), accented.Points[..e.Points.Length].ToArray());
        Assert.True(accented.Bounds.Y < e.Bounds.Y - 0.15);
    }

    [Fact]
    public void Damaged_fonts_are_refused_and_never_crash()
    {
        byte[] good = Load("DejaVuSans.ttf");
        var random = new Random(8);
        for (int trial = 0; trial < 150; trial++)
        {
            byte[] bad = trial % 3 == 0 ? good[..random.Next(good.Length)] : [.. good];
            for (int i = 0; i < 200 && trial % 3 != 0 && bad.Length > 0; i++)
                bad[random.Next(trial % 3 == 1 ? 400 : bad.Length)] = (byte)random.Next(256);
            try
            {
                var font = new TrueTypeFont(bad);
                for (int glyph = 0; glyph < Math.Min(font.GlyphCount, 300); glyph++)
                    _ = (font.Outline(glyph), font.Advance(glyph), font.Kerning(glyph, 5), font.GlyphOf(glyph * 7));
            }
            catch (FontException)
            {
                // The only way out.
            }
        }
    }

    [Theory]
    [InlineData(0x40, 0)]
    [InlineData(0x41, 10)]
    [InlineData(0x5A, 35)]
    [InlineData(0x5B, 0)]
    [InlineData(0x1F600, 77)]
    [InlineData(0x1F601, 0)]
    public void Character_maps_of_32_bits_are_searched(int character, int glyph)
    {
        var table = new byte[12 + 16 + (2 * 12)];
        Put16(2, 1);
        Put16(4, 3);
        Put16(6, 10);
        Put32(8, 12);
        Put16(12, 12);
        Put32(24, 2);
        PutGroup(28, 0x41, 0x5A, 10);
        PutGroup(40, 0x1F600, 0x1F600, 77);
        Assert.Equal(glyph, new CharacterMap(new(table)).GlyphOf(character));

        void Put16(int at, ushort v) => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), v);

        void Put32(int at, uint v) => BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan(at), v);

        void PutGroup(int at, uint first, uint last, uint start)
        {
            Put32(at, first);
            Put32(at + 4, last);
            Put32(at + 8, start);
        }
    }

    private static byte[] Load(string name)
    {
        using Stream stream = Assembly.GetAssembly(typeof(TrueTypeFont))!.GetManifestResourceStream($"LandscapeOpt.Figures.Fonts.{name}")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    // Twice the area between a path's end points: enough for its sign.
    private static double SignedArea(VectorPath path)
    {
        double area = 0;
        PointD start = default, current = default;
        int next = 0;
        foreach (PathVerb verb in path.Verbs)
        {
            next += verb switch { PathVerb.Close => 0, PathVerb.Quad => 2, PathVerb.Cubic => 3, _ => 1 };
            PointD end = verb == PathVerb.Close ? start : path.Points[next - 1];
            if (verb == PathVerb.Move)
                start = end;
            else
                area += (current.X * end.Y) - (current.Y * end.X);
            current = end;
        }

        return area;
    }
}
