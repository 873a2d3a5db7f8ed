namespace LandscapeOpt.Figures.Canvas;

/// <summary>
/// A page to draw on. Lengths are points (1/72 inch), y grows downward, what is drawn later covers what was drawn earlier.
/// Coordinates may be NaN, infinite or huge: a path breaks at points that are not finite, and nothing far outside costs time.
/// </summary>
/// <remarks>
/// Anti-aliased neighbours that share an edge let the background shine through that edge. Areas that tile the page should therefore
/// overlap: paint filled contours from the outermost to the innermost, each over the one before.
/// </remarks>
public interface ICanvas
{
    /// <summary>Width of the page in points.</summary>
    double Width { get; }

    /// <summary>Height of the page in points.</summary>
    double Height { get; }

    /// <summary>
    /// Pixels per point where the page has pixels; otherwise what screens usually have. Images are sharp whose pixels are whole pixels of
    /// the page.
    /// </summary>
    double PixelsPerPoint => 2;

    /// <summary>Fills a path; open subpaths are closed for it.</summary>
    /// <param name="path">The path.</param>
    /// <param name="color">The colour.</param>
    /// <param name="rule">What counts as inside.</param>
    void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero);

    /// <summary>Fills a path with colours that change along a line.</summary>
    /// <param name="path">The path.</param>
    /// <param name="gradient">The colours; its points are canvas coordinates.</param>
    /// <param name="rule">What counts as inside.</param>
    void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero);

    /// <summary>Draws a line along a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="stroke">Colour, width, joins, caps, dashes.</param>
    void Stroke(VectorPath path, Stroke stroke);

    /// <summary>Draws the same shape at many places, in their order, each filled and then stroked: markers.</summary>
    /// <param name="shape">The shape around the origin.</param>
    /// <param name="places">Where its origin goes; places that are not finite are left out.</param>
    /// <param name="fill">Colour inside, or null.</param>
    /// <param name="stroke">Line around, or null.</param>
    void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke);

    /// <summary>Draws a grid of colours into a rectangle.</summary>
    /// <param name="area">Where the image goes.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="pixels">Row by row from the top, <paramref name="width"/> × <paramref name="height"/> colours.</param>
    /// <param name="smooth">Interpolate between pixel centres; otherwise each pixel is a sharp rectangle.</param>
    /// <exception cref="ArgumentException">The number of colours is not width × height.</exception>
    void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false);

    /// <summary>Draws a grid of colours, each a sharp rectangle, without holding all of it in memory where the canvas can do without.</summary>
    /// <param name="area">Where the image goes.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="rows">Gives the colours.</param>
    /// <exception cref="ArgumentException">There are no columns or no rows, or too many for this canvas.</exception>
    void Image(RectD area, int width, int height, IPixelRows rows)
    {
        if (width < 1 || height < 1 || (long)width * height > Array.MaxLength)
            throw new ArgumentException("An image needs at least one pixel, and at most 2^31.", nameof(width));
        var pixels = new Color[width * height];
        for (int row = 0; row < height; row++)
            rows.Read(row, pixels.AsSpan(row * width, width));
        Image(area, width, height, pixels);
    }

    /// <summary>Draws one line of text. A plain string converts to text without markup; see <see cref="RichText"/> for sub- and superscripts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The point that the style's alignments refer to; nothing is drawn where it is not finite.</param>
    /// <param name="style">Size, colour, alignment, rotation, halo.</param>
    void Text(RichText text, PointD at, TextStyle style);

    /// <summary>From here to the matching <see cref="PopClip"/>, draws only inside a rectangle (and inside all clips around it).</summary>
    /// <param name="area">The rectangle.</param>
    void PushClip(RectD area);

    /// <summary>From here to the matching <see cref="PopClip"/>, draws only inside a path (and inside all clips around it).</summary>
    /// <param name="path">The path; its edges are anti-aliased.</param>
    /// <param name="rule">What counts as inside.</param>
    void PushClip(VectorPath path, FillRule rule = FillRule.NonZero);

    /// <summary>Ends the innermost clip.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    void PopClip();

    /// <summary>What is drawn from here to the matching <see cref="PopGroup"/> is laid on as a whole with this opacity.</summary>
    /// <param name="opacity">0 to 1.</param>
    void PushGroup(double opacity);

    /// <summary>Ends the innermost group.</summary>
    /// <exception cref="InvalidOperationException">There is none, or a clip inside it is still open.</exception>
    void PopGroup();
}
