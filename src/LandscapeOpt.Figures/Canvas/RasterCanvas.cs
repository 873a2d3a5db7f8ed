namespace LandscapeOpt.Figures.Canvas;

/// <summary>Draws into pixels: exact-coverage anti-aliasing, sRGB blending, the same pixels on every machine.</summary>
public sealed class RasterCanvas : ICanvas
{
    /// <summary>An empty page.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="scale">Pixels per point; the page has round(width × scale) × round(height × scale) pixels.</param>
    /// <param name="background">What the page is filled with; nothing (transparent) by default.</param>
    public RasterCanvas(double width, double height, double scale = 2, Color background = default) => throw new NotSupportedException();

    /// <summary>What has been drawn. The canvas may be drawn on afterwards; the image does not change then.</summary>
    public PixelImage ToImage() => throw new NotSupportedException();

    /// <summary>Writes what has been drawn as PNG, with the pixel density that the scale means.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="info">What the file says about itself.</param>
    public void WritePng(Stream output, FigureInfo? info = null) => throw new NotSupportedException();

    /// <inheritdoc/>
    public double Width => throw new NotSupportedException();

    /// <inheritdoc/>
    public double Height => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Stroke(VectorPath path, Stroke stroke) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void Text(RichText text, PointD at, TextStyle style) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void PushClip(RectD area) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void PushClip(VectorPath path, FillRule rule = FillRule.NonZero) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void PopClip() => throw new NotSupportedException();

    /// <inheritdoc/>
    public void PushGroup(double opacity) => throw new NotSupportedException();

    /// <inheritdoc/>
    public void PopGroup() => throw new NotSupportedException();
}
