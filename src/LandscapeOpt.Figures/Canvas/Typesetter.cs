namespace LandscapeOpt.Figures.Canvas;

/// <summary>Sets text in the embedded font: the one layout that every canvas draws.</summary>
public static class Typesetter
{
    /// <summary>Sizes of a text; alignment, rotation and halo of the style play no part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Size, bold, italic.</param>
    public static TextMetrics Measure(RichText text, TextStyle style) => throw new NotSupportedException();

    /// <summary>The smallest upright rectangle on the canvas around the ink of a text, halo included, as it would be drawn.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The point that the alignments refer to.</param>
    /// <param name="style">The style.</param>
    public static RectD Bounds(RichText text, PointD at, TextStyle style) => throw new NotSupportedException();

    /// <summary>The outlines of a text as it would be drawn.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The point that the alignments refer to.</param>
    /// <param name="style">The style.</param>
    public static VectorPath Outline(RichText text, PointD at, TextStyle style) => throw new NotSupportedException();
}
