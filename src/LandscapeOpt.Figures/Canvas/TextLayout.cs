using System.Globalization;
using System.Text;
using LandscapeOpt.Figures.Fonts;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>A glyph in its place: points from the start of the baseline, y downward.</summary>
internal readonly record struct PlacedGlyph(FontFace Face, int Glyph, double X, double Y, double Size);

/// <summary>Where the glyphs of a line of text go, before alignment and rotation.</summary>
internal sealed class TextLayout
{
    // Of the size of the letters they belong to.
    private const double ScriptSize = 0.7;
    private const double SuperscriptRise = 0.38;
    private const double SubscriptDrop = 0.16;

    private readonly List<PlacedGlyph> glyphs = [];

    private TextLayout(FontFace face) => Face = face;

    /// <summary>The glyphs that have something to draw or not, in order.</summary>
    public IReadOnlyList<PlacedGlyph> Glyphs => glyphs;

    /// <summary>Advance width.</summary>
    public double Width { get; private set; }

    /// <summary>The face of letters without own markup: its metrics are the line's.</summary>
    public FontFace Face { get; }

    /// <summary>Lays a text out.</summary>
    public static TextLayout Of(RichText text, TextStyle style)
    {
        var layout = new TextLayout(FontFace.For(style.Bold, style.Italic));
        double x = 0, scriptStart = 0;
        int previous = 0;
        foreach (TextRun run in text.Runs)
        {
            // A superscript right after a subscript (or the other way round) stands above it.
            bool stacked = run.Script != 0 && previous == -run.Script;
            double from = stacked ? scriptStart : x;
            if (!stacked)
                scriptStart = x;
            x = Math.Max(x, layout.Add(run, style, from));
            previous = stacked ? 0 : run.Script;
        }

        layout.Width = x;
        return layout;
    }

    /// <summary>Maps the layout to the canvas.</summary>
    public Affine Placement(PointD at, TextStyle style)
    {
        double x = style.HorizontalAlign switch
        {
            HorizontalAlign.Left => 0,
            HorizontalAlign.Center => -Width / 2,
            _ => -Width,
        };
        double y = style.Size * style.VerticalAlign switch
        {
            VerticalAlign.Baseline => 0,
            VerticalAlign.Top => Face.Font.CapHeight,
            VerticalAlign.Middle => Face.Font.CapHeight / 2,
            _ => -Face.Font.Descent,
        };
        Affine turn = style.RotationDegrees == 0 ? Affine.Identity : Affine.Rotation(style.RotationDegrees);
        return Affine.Translation(at.X, at.Y) * turn * Affine.Translation(x, y);
    }

    /// <summary>All outlines, mapped.</summary>
    public VectorPath Outline(Affine map)
    {
        var path = new VectorPath(64 * glyphs.Count);
        foreach (PlacedGlyph g in glyphs)
            path.Append(g.Face.Outline(g.Glyph), map * Affine.Translation(g.X, g.Y) * Affine.Scaling(g.Size, g.Size));
        return path;
    }

    private double Add(TextRun run, TextStyle style, double x)
    {
        FontFace face = FontFace.For(style.Bold, style.Italic || run.Italic);
        double size = run.Script == 0 ? style.Size : style.Size * ScriptSize;
        double y = run.Script switch { > 0 => -style.Size * SuperscriptRise, < 0 => style.Size * SubscriptDrop, _ => 0 };
        int before = -1;
        foreach (Rune rune in run.Text.EnumerateRunes())
        {
            int glyph = face.Font.GlyphOf(rune.Value);
            if (glyph == 0 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format)
                continue;
            if (before >= 0)
                x += size * face.Font.Kerning(before, glyph);
            glyphs.Add(new(face, glyph, x, y, size));
            x += size * face.Font.Advance(glyph);
            before = glyph;
        }

        return x;
    }
}
