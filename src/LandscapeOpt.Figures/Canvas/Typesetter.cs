using LandscapeOpt.Figures.Fonts;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>
/// Sets text in the embedded font (DejaVu Sans; Latin, Greek, Cyrillic, mathematics, written from left to right, with pair kerning): the one
/// layout that every canvas draws. Characters that the font lacks appear as boxes.
/// </summary>
public static class Typesetter
{
    /// <summary>Sizes of a text; alignment, rotation and halo of the style play no part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Size, bold, italic.</param>
    public static TextMetrics Measure(RichText text, TextStyle style)
    {
        TextLayout layout = TextLayout.Of(text, style);
        TrueTypeFont font = layout.Face.Font;
        return new(
            layout.Width,
            style.Size * font.Ascent,
            style.Size * font.Descent,
            style.Size * font.CapHeight,
            PathExtent.Of(layout.Outline(Affine.Identity)));
    }

    /// <summary>The smallest upright rectangle on the canvas around the ink of a text, halo included, as it would be drawn; empty for blank text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The point that the alignments refer to.</param>
    /// <param name="style">The style.</param>
    public static RectD Bounds(RichText text, PointD at, TextStyle style)
    {
        RectD ink = PathExtent.Of(Outline(text, at, style));
        return style is { Halo: not null, HaloWidth: > 0 } && !ink.IsEmpty ? ink.Inflate(style.HaloWidth) : ink;
    }

    /// <summary>The outlines of a text as it would be drawn, to be filled by the nonzero rule.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The point that the alignments refer to.</param>
    /// <param name="style">The style.</param>
    public static VectorPath Outline(RichText text, PointD at, TextStyle style)
    {
        TextLayout layout = TextLayout.Of(text, style);
        return layout.Outline(layout.Placement(at, style));
    }
}
