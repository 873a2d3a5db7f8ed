namespace LandscapeOpt.Figures.Canvas;

/// <summary>Draws into an SVG document with the same layout, text as outlines.</summary>
public sealed class SvgCanvas : ICanvas
{
    /// <summary>An empty page.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="background">What the page is filled with; nothing (transparent) by default.</param>
    public SvgCanvas(double width, double height, Color background = default) => throw new NotSupportedException();

    /// <summary>The document.</summary>
    /// <param name="info">What the file says about itself.</param>
    public string ToSvg(FigureInfo? info = null) => throw new NotSupportedException();

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
