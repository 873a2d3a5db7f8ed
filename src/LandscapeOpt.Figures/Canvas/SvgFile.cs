using System.Text;
using System.Xml;
using LandscapeOpt.Figures.Canvas.Svg;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>A file is no SVG document or is damaged.</summary>
public sealed class SvgException : Exception
{
    /// <summary>An error without details.</summary>
    public SvgException()
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What is wrong.</param>
    public SvgException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">Why.</param>
    public SvgException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Reads what SVG files made here say about themselves.</summary>
public static class SvgFile
{
    private const string SvgNamespace = "http://www.w3.org/2000/svg";
    private const string OwnNamespace = "urn:landscape-opt";

    /// <summary>Reads title, description, recipe and software.</summary>
    /// <param name="svg">The document.</param>
    /// <exception cref="SvgException">The text is no SVG document.</exception>
    public static FigureInfo ReadInfo(string svg)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), settings);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg" || reader.NamespaceURI != SvgNamespace)
                throw new SvgException("Not an SVG document.");
            return ReadParts(reader);
        }
        catch (XmlException e)
        {
            throw new SvgException("The SVG document is damaged.", e);
        }
    }

    /// <summary>The elements that say what a document shows and how it was made.</summary>
    internal static string Describe(FigureInfo info)
    {
        var text = new StringBuilder();
        Append("title", info.Title, "");
        Append("desc", info.Description, "");
        if (info.Recipe.Length + info.Software.Length == 0)
            return text.ToString();
        text.Append("<metadata>\n");
        Append("software", info.Software, $" xmlns=\"{OwnNamespace}\"");
        Append("recipe", info.Recipe, $" xmlns=\"{OwnNamespace}\"");
        return text.Append("</metadata>\n").ToString();

        void Append(string element, string content, string attributes)
        {
            if (content.Length > 0)
                text.Append('<').Append(element).Append(attributes).Append('>').Append(SvgText.Escape(content)).Append("</").Append(element).Append(">\n");
        }
    }

    // Everything stands before the first drawing; the whole document is read all the same, so that damage shows.
    private static FigureInfo ReadParts(XmlReader reader)
    {
        var info = new FigureInfo();
        reader.Read();
        while (!reader.EOF)
        {
            string name = reader.NodeType == XmlNodeType.Element ? reader.LocalName : "";
            bool isOwn = reader.NamespaceURI == OwnNamespace;
            if (name == "title" && reader.Depth == 1)
                info = info with { Title = reader.ReadElementContentAsString() };
            else if (name == "desc" && reader.Depth == 1)
                info = info with { Description = reader.ReadElementContentAsString() };
            else if (name == "recipe" && isOwn)
                info = info with { Recipe = reader.ReadElementContentAsString() };
            else if (name == "software" && isOwn)
                info = info with { Software = reader.ReadElementContentAsString() };
            else
                reader.Read();
        }

        return info;
    }
}
