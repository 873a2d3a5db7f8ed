using System.Text;
using LandscapeOpt.Figures.Fonts;

namespace LandscapeOpt.Figures.Canvas.Svg;

/// <summary>The parts of a document that others refer to, each written once.</summary>
internal sealed class SvgDefinitions
{
    private readonly StringBuilder output = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public override string ToString() => output.Length == 0 ? "" : $"<defs>\n{output}</defs>\n";

    /// <summary>Whether a name is new; from now on it is not.</summary>
    public bool IsNew(string id) => known.Add(id);

    /// <summary>A glyph on the grid of its font; null where it has no outline.</summary>
    public string? Glyph(FontFace face, int glyph)
    {
        VectorPath outline = face.Outline(glyph);
        if (outline.IsEmpty)
            return null;
        string id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{face.Key}{glyph}");
        if (IsNew(id))
            output.Append("<path id=\"").Append(id).Append("\" d=\"").Append(SvgPathData.OfGlyph(outline, face.Font.UnitsPerEm)).Append("\"/>\n");
        return id;
    }

    /// <summary>A shape to be stamped.</summary>
    public string Shape(VectorPath shape)
    {
        string data = SvgPathData.Of(shape), id = SvgText.Id('m', data);
        if (IsNew(id))
            output.Append("<path id=\"").Append(id).Append("\" d=\"").Append(data).Append("\"/>\n");
        return id;
    }

    public string Clip(VectorPath path, FillRule rule)
    {
        string data = SvgPathData.Of(path), attribute = rule == FillRule.EvenOdd ? " clip-rule=\"evenodd\"" : "";
        string id = SvgText.Id('c', data + attribute);
        if (IsNew(id))
            output.Append("<clipPath id=\"").Append(id).Append("\"><path d=\"").Append(data).Append('"').Append(attribute).Append("/></clipPath>\n");
        return id;
    }

    public string Gradient(LinearGradient gradient)
    {
        var text = new StringBuilder();
        text.Append("gradientUnits=\"userSpaceOnUse\" x1=\"").Append(SvgNumbers.Text(gradient.From.X))
            .Append("\" y1=\"").Append(SvgNumbers.Text(gradient.From.Y))
            .Append("\" x2=\"").Append(SvgNumbers.Text(gradient.To.X))
            .Append("\" y2=\"").Append(SvgNumbers.Text(gradient.To.Y)).Append("\">");
        foreach (GradientStop stop in gradient.Stops)
        {
            text.Append("<stop offset=\"").Append(SvgNumbers.Share(stop.Offset)).Append("\" stop-color=\"").Append(stop.Color with { A = 255 });
            if (stop.Color.A != 255)
                text.Append("\" stop-opacity=\"").Append(SvgNumbers.Share(stop.Color.A / 255.0));
            text.Append("\"/>");
        }

        string content = text.ToString(), id = SvgText.Id('l', content);
        if (IsNew(id))
            output.Append("<linearGradient id=\"").Append(id).Append("\" ").Append(content).Append("</linearGradient>\n");
        return id;
    }
}
