using System.Text;
using LandscapeOpt.Figures.Canvas.Svg;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>
/// Draws into an SVG document (SVG 1.1, which every viewer and editor knows) with the layout of the raster canvas. Text is drawn as the
/// outlines of the embedded font and labelled with its letters.
/// </summary>
public sealed class SvgCanvas : ICanvas
{
    private const int LongPath = 120;

    private readonly StringBuilder body = new();
    private readonly SvgDefinitions definitions = new();
    private readonly Stack<bool> open = new(); // true: a clip, false: a group

    /// <summary>An empty page.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="background">What the page is filled with; nothing (transparent) by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public SvgCanvas(double width, double height, Color background = default)
    {
        if (!(width > 0 && height > 0 && double.IsFinite(width) && double.IsFinite(height)))
            throw new ArgumentOutOfRangeException(nameof(width), "A page needs a size above 0.");
        (Width, Height) = (width, height);
        Fill(VectorPath.Rectangle(new(0, 0, width, height)), background);
    }

    /// <inheritdoc/>
    public double Width { get; }

    /// <inheritdoc/>
    public double Height { get; }

    /// <summary>The document.</summary>
    /// <param name="info">What the file says about itself.</param>
    /// <exception cref="InvalidOperationException">A clip or a group is still open.</exception>
    public string ToSvg(FigureInfo? info = null)
    {
        if (open.Count > 0)
            throw new InvalidOperationException("A clip or a group is still open.");
        string width = SvgNumbers.Text(Width), height = SvgNumbers.Text(Height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
            + $" width=\"{width}pt\" height=\"{height}pt\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n"
            + SvgFile.Describe(info ?? new()) + definitions
            + $"<g fill=\"none\" stroke-linejoin=\"round\">\n{body}</g>\n</svg>\n";
    }

    /// <inheritdoc/>
    public void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero)
    {
        if (color.A > 0)
            Draw(SvgGuard.Area(path, Width, Height), FillOf(color) + RuleOf(rule));
    }

    /// <inheritdoc/>
    public void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero)
    {
        if (gradient.Stops.Count == 0)
            throw new ArgumentException("A gradient needs at least one stop.", nameof(gradient));
        Draw(SvgGuard.Area(path, Width, Height), $" fill=\"url(#{definitions.Gradient(gradient)})\"{RuleOf(rule)}");
    }

    /// <inheritdoc/>
    public void Stroke(VectorPath path, Stroke stroke)
    {
        if (!SvgStroke.IsVisible(stroke))
            return;
        foreach ((VectorPath piece, double distance) in SvgGuard.Line(path, stroke, Width, Height))
            Draw(piece, SvgStroke.Attributes(stroke, distance));
    }

    /// <inheritdoc/>
    public void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke)
    {
        string attributes = (fill is { A: > 0 } color ? FillOf(color) : "")
            + (stroke is { } line && SvgStroke.IsVisible(line) ? SvgStroke.Attributes(line, 0) : "");
        VectorPath tame = SvgGuard.Area(shape, Width, Height);
        if (attributes.Length == 0 || tame.IsEmpty)
            return;
        string id = definitions.Shape(tame);
        body.Append("<g").Append(attributes).Append(">\n");
        RectD extent = shape.Bounds.Inflate(stroke?.Width * stroke?.MiterLimit ?? 0), page = new(0, 0, Width, Height);
        foreach (PointD p in places)
        {
            if (p.IsFinite && page.Overlaps(new(extent.X + p.X, extent.Y + p.Y, extent.Width, extent.Height)))
                Use(id, p);
        }

        body.Append("</g>\n");
    }

    /// <inheritdoc/>
    public void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false)
    {
        if (width < 1 || height < 1 || pixels.Length != (long)width * height)
            throw new ArgumentException("The number of colours is not width x height.", nameof(pixels));
        if (area.IsEmpty || !double.IsFinite(area.X + area.Y + area.Width + area.Height))
            return;
        byte[] png = PngFile.Encode(new(width, height, pixels.ToArray()));
        body.Append("<image x=\"").Append(SvgNumbers.Text(area.X)).Append("\" y=\"").Append(SvgNumbers.Text(area.Y))
            .Append("\" width=\"").Append(SvgNumbers.Text(area.Width)).Append("\" height=\"").Append(SvgNumbers.Text(area.Height))
            .Append("\" preserveAspectRatio=\"none\"").Append(smooth ? "" : " style=\"image-rendering:pixelated\"")
            .Append(" xlink:href=\"data:image/png;base64,").Append(Convert.ToBase64String(png)).Append("\"/>\n");
    }

    /// <inheritdoc/>
    public void Text(RichText text, PointD at, TextStyle style)
    {
        TextLayout layout = TextLayout.Of(text, style);
        if (!(Math.Abs(at.X) <= 1e6 && Math.Abs(at.Y) <= 1e6 && style.Size > 0))
            return;
        double units = layout.Face.Font.UnitsPerEm, scale = style.Size / units;
        var glyphs = new StringBuilder();
        foreach (PlacedGlyph g in layout.Glyphs)
        {
            if (definitions.Glyph(g.Face, g.Glyph) is { } id)
                glyphs.Append(SvgStroke.GlyphUse(id, g.X / scale, g.Y / scale, g.Size / style.Size));
        }

        PointD origin = layout.Placement(at, style).Apply(default);
        body.Append("<g transform=\"translate(").Append(SvgNumbers.Text(origin.X)).Append(' ').Append(SvgNumbers.Text(origin.Y)).Append(')');
        if (style.RotationDegrees != 0)
            body.Append("rotate(").Append(SvgNumbers.Text(-style.RotationDegrees)).Append(')');
        body.Append("scale(").Append(SvgNumbers.Share(scale)).Append(")\"").Append(FillOf(style.Color))
            .Append(" aria-label=\"").Append(SvgText.Escape(text.PlainText)).Append("\">");
        if (style is { Halo: { } halo, HaloWidth: > 0 })
        {
            string id = SvgText.Id('t', glyphs.ToString());
            string again = definitions.IsNew(id) ? $"<g id=\"{id}\">{glyphs}</g>" : $"<use xlink:href=\"#{id}\"/>";
            body.Append("<g").Append(FillOf(halo)).Append(SvgStroke.Halo(halo, 2 * style.HaloWidth / scale)).Append('>').Append(again)
                .Append("</g><use xlink:href=\"#").Append(id).Append("\"/>");
        }
        else
        {
            body.Append(glyphs);
        }

        body.Append("</g>\n");
    }

    /// <inheritdoc/>
    public void PushClip(RectD area) => PushClip(area.IsEmpty ? new() : VectorPath.Rectangle(area));

    /// <inheritdoc/>
    public void PushClip(VectorPath path, FillRule rule = FillRule.NonZero)
    {
        open.Push(true);
        body.Append("<g clip-path=\"url(#").Append(definitions.Clip(SvgGuard.Area(path, Width, Height), rule)).Append(")\">\n");
    }

    /// <inheritdoc/>
    public void PopClip() => Pop(clip: true, "No clip is open.");

    /// <inheritdoc/>
    public void PushGroup(double opacity)
    {
        open.Push(false);
        body.Append("<g opacity=\"").Append(SvgNumbers.Share(Math.Clamp(opacity, 0, 1))).Append("\">\n");
    }

    /// <inheritdoc/>
    public void PopGroup() => Pop(clip: false, "No group is open, or a clip inside it still is.");

    private static string FillOf(Color color) =>
        $" fill=\"{color with { A = 255 }}\"" + (color.A == 255 ? "" : $" fill-opacity=\"{SvgNumbers.Share(color.A / 255.0)}\"");

    private static string RuleOf(FillRule rule) => rule == FillRule.EvenOdd ? " fill-rule=\"evenodd\"" : "";

    private void Pop(bool clip, string message)
    {
        if (!open.TryPeek(out bool isClip) || isClip != clip)
            throw new InvalidOperationException(message);
        open.Pop();
        body.Append("</g>\n");
    }

    private void Use(string id, PointD at) => body.Append("<use xlink:href=\"#").Append(id)
        .Append("\" x=\"").Append(SvgNumbers.Text(at.X)).Append("\" y=\"").Append(SvgNumbers.Text(at.Y)).Append("\"/>\n");

    // A long path that comes again (first filled, then stroked, say) is written once.
    private void Draw(VectorPath path, string attributes)
    {
        if (path.IsEmpty)
            return;
        string data = SvgPathData.Of(path);
        if (data.Length < LongPath)
        {
            body.Append("<path").Append(attributes).Append(" d=\"").Append(data).Append("\"/>\n");
            return;
        }

        string id = SvgText.Id('p', data);
        if (definitions.IsNew(id))
            body.Append("<g").Append(attributes).Append("><path id=\"").Append(id).Append("\" d=\"").Append(data).Append("\"/></g>\n");
        else
            body.Append("<use").Append(attributes).Append(" xlink:href=\"#").Append(id).Append("\"/>\n");
    }
}
