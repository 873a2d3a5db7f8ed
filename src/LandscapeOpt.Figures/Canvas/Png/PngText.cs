using System.IO.Compression;
using System.Text;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>Texts in PNG files: iTXt chunks (UTF-8, compressed where long), and when reading also tEXt.</summary>
internal static class PngText
{
    // Shorter texts hardly shrink, and stay readable for simple tools.
    private const int LongText = 256;

    /// <summary>The longest text, and the longest that all texts of a file are together.</summary>
    public const int Largest = 1 << 26;

    public static void Write(Stream output, string keyword, string text)
    {
        if (text.Length == 0)
            return;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bool compress = bytes.Length > LongText;
        using var data = new MemoryStream();
        data.Write(Encoding.Latin1.GetBytes(keyword));
        data.Write([0, compress ? (byte)1 : (byte)0, 0, 0, 0]);
        if (compress)
        {
            using var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true);
            zlib.Write(bytes);
        }
        else
        {
            data.Write(bytes);
        }

        PngChunks.Write(output, "iTXt"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
    }

    /// <summary>Reads a text chunk; null where the chunk is none.</summary>
    /// <exception cref="PngException">The chunk is damaged.</exception>
    public static KeyValuePair<string, string>? Read(PngChunk chunk)
    {
        if (chunk.Type is not ("iTXt" or "tEXt"))
            return null;
        ReadOnlySpan<byte> data = chunk.Data.Span;
        int end = data.IndexOf((byte)0);
        if (end < 0)
            throw new PngException("A text in the PNG file has no keyword.");
        string keyword = Encoding.Latin1.GetString(data[..end]);
        data = data[(end + 1)..];
        if (chunk.Type == "tEXt")
            return new(keyword, Encoding.Latin1.GetString(data));

        int language = data.Length > 2 ? data[2..].IndexOf((byte)0) : -1;
        int translation = language >= 0 ? data[(3 + language)..].IndexOf((byte)0) : -1;
        if (translation < 0)
            throw new PngException("A text in the PNG file is damaged.");
        bool compressed = data[0] != 0;
        int start = end + 1 + 3 + language + translation + 1;
        ReadOnlyMemory<byte> text = chunk.Data[start..];
        return new(keyword, Encoding.UTF8.GetString(compressed ? Inflate(text) : text.Span));
    }

    private static ReadOnlySpan<byte> Inflate(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(text.ToArray()), CompressionMode.Decompress);
            using var result = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int n; (n = zlib.Read(buffer)) > 0;)
            {
                result.Write(buffer, 0, n);
                if (result.Length > Largest)
                    throw new PngException("A text in the PNG file is too long.");
            }

            return result.GetBuffer().AsSpan(0, (int)result.Length);
        }
        catch (InvalidDataException e)
        {
            throw new PngException("A text in the PNG file is damaged.", e);
        }
    }
}
