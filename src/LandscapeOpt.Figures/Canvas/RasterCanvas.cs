using LandscapeOpt.Figures.Canvas.Png;
using LandscapeOpt.Figures.Canvas.Raster;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>Draws into pixels: exact-coverage anti-aliasing, sRGB blending, the same pixels on every machine. One thread at a time.</summary>
public sealed class RasterCanvas : ICanvas
{
    /// <summary>The most pixels a page may have.</summary>
    public const int LargestPage = 1 << 28;

    private readonly Affine toPixels;
    private readonly Rasterizer rasterizer = new();
    private readonly Stack<Clip> clips = new();
    private readonly Stack<Group> groups = new();
    private PixelBuffer pixels;
    private Clip clip;

    /// <summary>An empty page.</summary>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="scale">Pixels per point; the page has round(width × scale) × round(height × scale) pixels.</param>
    /// <param name="background">What the page is filled with; nothing (transparent) by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0, or the page would have more than <see cref="LargestPage"/> pixels.</exception>
    public RasterCanvas(double width, double height, double scale = 2, Color background = default)
    {
        double columns = Math.Round(width * scale), rows = Math.Round(height * scale);
        if (!(width > 0 && height > 0 && scale > 0 && columns >= 1 && rows >= 1 && columns * rows <= LargestPage))
            throw new ArgumentOutOfRangeException(nameof(width), "A page needs at least one pixel and at most 2^28.");
        (Width, Height, Scale) = (width, height, scale);
        toPixels = Affine.Scaling(scale, scale);
        pixels = new((int)columns, (int)rows);
        clip = new(new(0, 0, columns, rows), null);
        if (background != default)
            Array.Fill(pixels.All, background);
    }

    /// <summary>The first rows of a page that may be larger than memory; <see cref="MoveTo"/> goes on to others.</summary>
    internal RasterCanvas(double width, double height, double scale, int bandRows)
    {
        (Width, Height, Scale) = (width, height, scale);
        toPixels = Affine.Scaling(scale, scale);
        (int columns, int rows) = ((int)Math.Round(width * scale), (int)Math.Round(height * scale));
        pixels = new(columns, bandRows);
        clip = new(new(0, 0, columns, rows), null);
        rasterizer.Limit(0, bandRows);
    }

    /// <inheritdoc/>
    public double Width { get; }

    /// <inheritdoc/>
    public double Height { get; }

    /// <summary>Pixels per point.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double PixelsPerPoint => Scale;

    /// <summary>The band's rows, as drawn.</summary>
    internal ReadOnlySpan<Color> Band => FinishedPixels().All;

    /// <summary>What has been drawn. The canvas may be drawn on afterwards; the image does not change then.</summary>
    /// <exception cref="InvalidOperationException">A group is still open.</exception>
    public PixelImage ToImage() => new(pixels.Width, pixels.Height, FinishedPixels().All.ToArray());

    /// <summary>Writes what has been drawn as PNG, with the pixel density that the scale means.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="info">What the file says about itself.</param>
    /// <exception cref="InvalidOperationException">A group is still open.</exception>
    public void WritePng(Stream output, FigureInfo? info = null) =>
        PngEncoder.Write(output, new(pixels.Width, pixels.Height, FinishedPixels().All), info ?? new(), Scale);

    /// <summary>Empties the band and makes it the rows from another one on.</summary>
    internal void MoveTo(int row, Color background)
    {
        Array.Fill(pixels.All, background);
        pixels.Top = row;
        rasterizer.Limit(row, pixels.Bottom);
    }

    /// <inheritdoc/>
    public void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero)
    {
        if (color.A == 0)
            return;
        AddArea(path, toPixels);
        Sweep(rule, color);
    }

    /// <inheritdoc/>
    public void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero)
    {
        AddArea(path, toPixels);
        var sink = new GradientSink(pixels, clip.Mask, new(gradient, Scale));
        rasterizer.Sweep(rule, ref sink);
    }

    /// <inheritdoc/>
    public void Stroke(VectorPath path, Stroke stroke) => StrokeMapped(path, toPixels, stroke);

    /// <inheritdoc/>
    public void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke)
    {
        foreach (PointD place in places)
        {
            if (!place.IsFinite)
                continue;
            Affine map = toPixels * Affine.Translation(place.X, place.Y);
            if (fill is { A: > 0 } color)
            {
                AddArea(shape, map, Flattener.Joins);
                Sweep(FillRule.NonZero, color);
            }

            if (stroke is { } line)
                StrokeMapped(shape, map, line, Flattener.Joins);
        }
    }

    /// <inheritdoc/>
    public void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false)
    {
        if (width < 1 || height < 1 || pixels.Length != (long)width * height)
            throw new ArgumentException("The number of colours is not width x height.", nameof(pixels));
        ImagePainter.Paint(this.pixels, clip.Mask, clip.Area, ToPixels(area), width, height, pixels, smooth);
    }

    /// <inheritdoc/>
    public void Image(RectD area, int width, int height, IPixelRows rows)
    {
        if (width < 1 || height < 1)
            throw new ArgumentException("An image needs at least one pixel.", nameof(width));
        ImagePainter.Paint(pixels, clip.Mask, clip.Area, ToPixels(area), width, height, rows);
    }

    /// <inheritdoc/>
    public void Text(RichText text, PointD at, TextStyle style)
    {
        if (!at.IsFinite)
            return;
        VectorPath outline = Typesetter.Outline(text, at, style);
        if (style is { Halo: { } halo, HaloWidth: > 0 })
            StrokeMapped(outline, toPixels, new(halo, 2 * style.HaloWidth), Flattener.Halos, outsideOnly: true);
        AddArea(outline, toPixels, Flattener.Letters);
        Sweep(FillRule.NonZero, style.Color);
    }

    /// <inheritdoc/>
    public void PushClip(RectD area)
    {
        clips.Push(clip);
        RectD inside = clip.Area.Intersect(ToPixels(area));
        clip = clip with { Area = inside.IsEmpty ? default : inside };
    }

    /// <inheritdoc/>
    public void PushClip(VectorPath path, FillRule rule = FillRule.NonZero)
    {
        RectD bounds = path.Bounds;
        ClipMask? outer = clip.Mask;
        PushClip(bounds);
        if (clip.Area.IsEmpty)
            return;
        int left = (int)clip.Area.X, top = Math.Max((int)clip.Area.Y, pixels.Top), bottom = Math.Min((int)Math.Ceiling(clip.Area.Bottom), pixels.Bottom);
        var mask = new ClipMask(left, top, (int)Math.Ceiling(clip.Area.Right) - left, Math.Max(0, bottom - top));
        AddArea(path, toPixels);
        var sink = new MaskSink(mask, outer);
        rasterizer.Sweep(rule, ref sink);
        clip = clip with { Mask = mask };
    }

    /// <inheritdoc/>
    public void PopClip()
    {
        if (clips.Count <= (groups.TryPeek(out Group? group) ? group.ClipDepth : 0))
            throw new InvalidOperationException("No clip is open.");
        clip = clips.Pop();
    }

    /// <inheritdoc/>
    public void PushGroup(double opacity)
    {
        groups.Push(new(pixels, Math.Clamp(opacity, 0, 1), clips.Count));
        pixels = new(pixels.Width, pixels.Height, pixels.Top);
    }

    /// <inheritdoc/>
    public void PopGroup()
    {
        if (!groups.TryPeek(out Group? group) || group.ClipDepth != clips.Count)
            throw new InvalidOperationException("No group is open, or a clip inside it still is.");
        groups.Pop();
        ReadOnlySpan<Color> above = pixels.All;
        Color[] below = group.Below.All;
        for (int i = 0; i < above.Length; i++)
        {
            double alpha = above[i].A / 255.0 * group.Opacity;
            if (alpha > 0)
                Pixels.Blend(ref below[i], above[i], alpha);
        }

        pixels = group.Below;
    }

    private PixelBuffer FinishedPixels() => groups.Count == 0 ? pixels : throw new InvalidOperationException("A group is still open.");

    private RectD ToPixels(RectD area) => new(Scale * area.X, Scale * area.Y, Scale * area.Width, Scale * area.Height);

    private void AddArea(VectorPath path, Affine map, double tolerance = Flattener.Fine)
    {
        rasterizer.Begin(clip.Area);
        var sink = new AreaSink(rasterizer);
        Flattener.Flatten(path, map, tolerance, ref sink);
        sink.Close();
    }

    private void StrokeMapped(VectorPath path, Affine map, Stroke stroke, double tolerance = Flattener.Fine, bool outsideOnly = false)
    {
        // Wider lines and longer miters cover the page as well, and would overflow.
        const double LongestMiter = 10;
        double width = Math.Min(stroke.Width * Scale, 4.0 * (Math.Round(Width * Scale) + Math.Round(Height * Scale)));
        if (!(width > 0) || stroke.Color.A == 0 || clip.Area.IsEmpty)
            return;
        rasterizer.Begin(clip.Area);
        stroke = stroke with { MiterLimit = stroke.MiterLimit > 1 ? Math.Min(stroke.MiterLimit, LongestMiter) : 1 };
        RectD guard = clip.Area.Inflate((width * stroke.MiterLimit) + 2);
        var stroker = new Stroker(rasterizer, width, stroke, Math.Max(tolerance, Flattener.Joins), outsideOnly);
        var collector = new PolylineCollector(guard, !stroke.Dashes.IsEmpty, Dasher.Before(stroker, stroke, Scale));
        Flattener.Flatten(path, map, tolerance, ref collector);
        collector.Finish();
        Sweep(FillRule.NonZero, stroke.Color);
    }

    private void Sweep(FillRule rule, Color color)
    {
        var sink = new SolidSink(pixels, clip.Mask, color);
        rasterizer.Sweep(rule, ref sink);
    }

    /// <summary>Where drawing is allowed, in pixels; a mask covers at least that area.</summary>
    private readonly record struct Clip(RectD Area, ClipMask? Mask);

    private sealed record Group(PixelBuffer Below, double Opacity, int ClipDepth);
}
