using System.Text;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>Attributes of strokes and placements of glyphs. The document's defaults (round joins, butt caps) are left out.</summary>
internal static class SvgStroke
{
    // As the raster canvas sees it at two pixels per point.
    private const double ShortestPattern = 0.025;

    public static bool IsVisible(Stroke stroke) => stroke.Color.A > 0 && stroke.Width > 0 && double.IsFinite(stroke.Width);

    /// <summary>The attributes of a stroke whose path begins at a distance from the start of its line.</summary>
    public static string Attributes(Stroke stroke, double distance)
    {
        var text = new StringBuilder();
        text.Append(" stroke=\"").Append(stroke.Color with { A = 255 }).Append("\" stroke-width=\"").Append(SvgNumbers.Share(stroke.Width)).Append('"');
        if (stroke.Color.A != 255)
            text.Append(" stroke-opacity=\"").Append(SvgNumbers.Share(stroke.Color.A / 255.0)).Append('"');
        if (stroke.Join == LineJoin.Bevel)
            text.Append(" stroke-linejoin=\"bevel\"");
        else if (stroke.Join == LineJoin.Miter)
            text.Append(" stroke-linejoin=\"miter\" stroke-miterlimit=\"").Append(SvgNumbers.Share(Math.Max(1, stroke.MiterLimit))).Append('"');
        if (stroke.Cap != LineCap.Butt)
            text.Append(stroke.Cap == LineCap.Round ? " stroke-linecap=\"round\"" : " stroke-linecap=\"square\"");
        AppendDashes(text, stroke, distance);
        return text.ToString();
    }

    /// <summary>The attributes of a halo in the units of a font.</summary>
    public static string Halo(Color color, double width) =>
        $" stroke=\"{color with { A = 255 }}\" stroke-width=\"{SvgNumbers.Share(width)}\""
        + (color.A == 255 ? "" : $" stroke-opacity=\"{SvgNumbers.Share(color.A / 255.0)}\"");

    /// <summary>A glyph in the units of the line's font.</summary>
    public static string GlyphUse(string id, double x, double y, double scale)
    {
        string left = SvgNumbers.Text(x), top = SvgNumbers.Text(y);
        if (scale != 1)
            return $"<use xlink:href=\"#{id}\" transform=\"translate({left} {top})scale({SvgNumbers.Share(scale)})\"/>";
        return $"<use xlink:href=\"#{id}\"" + (x == 0 ? "" : $" x=\"{left}\"") + (y == 0 ? "/>" : $" y=\"{top}\"/>");
    }

    private static void AppendDashes(StringBuilder text, Stroke stroke, double distance)
    {
        ReadOnlySpan<double> dashes = stroke.Dashes.Span;
        double period = 0;
        foreach (double dash in dashes)
            period += dash >= 0 ? dash : double.NaN;
        if (!(period >= ShortestPattern) || !double.IsFinite(period))
            return;
        text.Append(" stroke-dasharray=\"");
        for (int i = 0; i < dashes.Length; i++)
            text.Append(i == 0 ? "" : " ").Append(SvgNumbers.Share(dashes[i]));
        text.Append('"');
        double offset = stroke.DashOffset + distance;
        if (offset != 0 && double.IsFinite(offset))
            text.Append(" stroke-dashoffset=\"").Append(SvgNumbers.Text(offset)).Append('"');
    }
}
