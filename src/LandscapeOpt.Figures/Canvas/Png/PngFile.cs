using LandscapeOpt.Figures.Canvas.Png;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>Writes and reads PNG files.</summary>
public static class PngFile
{
    /// <summary>Makes a PNG file. The smallest of palette, RGB and RGBA that keeps every pixel is used.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="info">What the file says about itself.</param>
    /// <param name="pixelsPerPoint">Pixels per 1/72 inch, for programs that print; 0 leaves that open.</param>
    public static byte[] Encode(PixelImage image, FigureInfo? info = null, double pixelsPerPoint = 0)
    {
        using var output = new MemoryStream();
        PngEncoder.Write(output, image, info ?? new(), pixelsPerPoint);
        return output.ToArray();
    }

    /// <summary>Reads the picture in a PNG file of 8 bits a channel (grey, RGB, palette, with or without alpha), not interlaced.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="PngException">The file is no PNG, is damaged, or is of another kind.</exception>
    public static PixelImage Decode(ReadOnlyMemory<byte> file) => PngDecoder.Read(file);

    /// <summary>Reads all texts in a PNG file.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <returns>Keywords and texts; of a repeated keyword the first.</returns>
    /// <exception cref="PngException">The file is no PNG or is damaged.</exception>
    public static IReadOnlyDictionary<string, string> ReadText(ReadOnlyMemory<byte> file)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        long length = 0;
        foreach (PngChunk chunk in PngChunks.Read(file))
        {
            if (PngText.Read(chunk) is { } text && texts.TryAdd(text.Key, text.Value) && (length += text.Value.Length) > PngText.Largest)
                throw new PngException("The texts in the PNG file are too long.");
        }

        return texts;
    }

    /// <summary>Reads what a PNG file says about itself.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="PngException">The file is no PNG or is damaged.</exception>
    public static FigureInfo ReadInfo(ReadOnlyMemory<byte> file)
    {
        IReadOnlyDictionary<string, string> texts = ReadText(file);
        return new(Get("Title"), Get("Description"), Get("Recipe"), Get("Software"));

        string Get(string keyword) => texts.GetValueOrDefault(keyword, "");
    }
}
