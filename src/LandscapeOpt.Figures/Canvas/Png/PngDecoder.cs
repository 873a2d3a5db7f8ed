using System.Buffers.Binary;
using System.IO.Compression;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>Reads PNG files of 8 bits a channel that are not interlaced.</summary>
internal static class PngDecoder
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6;

    public static PixelImage Read(ReadOnlyMemory<byte> file)
    {
        Header? header = null;
        ReadOnlyMemory<byte> colors = default, opacities = default;
        using var data = new MemoryStream();
        foreach (PngChunk chunk in PngChunks.Read(file))
        {
            switch (chunk.Type)
            {
                case "IHDR":
                    header = ReadHeader(chunk.Data.Span);
                    break;
                case "PLTE":
                    colors = chunk.Data;
                    break;
                case "tRNS":
                    opacities = chunk.Data;
                    break;
                case "IDAT":
                    data.Write(chunk.Data.Span);
                    break;
            }
        }

        if (header is not { } h)
            throw new PngException("The PNG file has no header.");
        if (h.Kind != Palette && !opacities.IsEmpty)
            throw new PngException("PNG files with one transparent colour cannot be read.");
        data.Position = 0;
        return new(h.Width, h.Height, ReadPixels(data, h, colors.Span, opacities.Span));
    }

    private static Header ReadHeader(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13)
            throw new PngException("The PNG file's header is damaged.");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width == 0 || height == 0 || (ulong)width * height > RasterCanvas.LargestPage)
            throw new PngException("The PNG file's size is 0 or too large.");
        if (data[8] != 8 || data[12] != 0)
            throw new PngException("Only PNG files of 8 bits a channel that are not interlaced can be read.");
        int bytesPerPixel = data[9] switch
        {
            Grey or Palette => 1,
            GreyAlpha => 2,
            Rgb => 3,
            Rgba => 4,
            _ => throw new PngException("The PNG file's colour type is unknown."),
        };
        return new((int)width, (int)height, data[9], bytesPerPixel);
    }

    private static byte[] ReadPixels(MemoryStream data, Header h, ReadOnlySpan<byte> colors, ReadOnlySpan<byte> opacities)
    {
        try
        {
            using var zlib = new ZLibStream(data, CompressionMode.Decompress);
            int length = h.Width * h.BytesPerPixel;
            byte[] row = new byte[length], above = new byte[length];

            // Rows are collected as they come, so that a small file cannot claim a large picture.
            using var pixels = new MemoryStream();
            var line = new byte[4 * h.Width];
            for (int y = 0; y < h.Height; y++)
            {
                int filter = zlib.ReadByte();
                if (filter < 0)
                    throw new EndOfStreamException();
                zlib.ReadExactly(row);
                PngFilter.Undo(filter, row, above, h.BytesPerPixel);
                for (int x = 0; x < h.Width; x++)
                    Convert(row.AsSpan(x * h.BytesPerPixel), h.Kind, colors, opacities, line.AsSpan(4 * x, 4));
                pixels.Write(line);
                (row, above) = (above, row);
            }

            return pixels.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new PngException("The PNG file's pixels are damaged.", e);
        }
    }

    private static void Convert(ReadOnlySpan<byte> from, int kind, ReadOnlySpan<byte> colors, ReadOnlySpan<byte> opacities, Span<byte> to)
    {
        to[3] = 255;
        switch (kind)
        {
            case Palette:
                int i = from[0];
                if ((3 * i) + 3 > colors.Length)
                    throw new PngException("The PNG file uses a colour that its palette lacks.");
                colors.Slice(3 * i, 3).CopyTo(to);
                if (i < opacities.Length)
                    to[3] = opacities[i];
                break;
            case Grey or GreyAlpha:
                to[..3].Fill(from[0]);
                if (kind == GreyAlpha)
                    to[3] = from[1];
                break;
            default:
                from[..(kind == Rgb ? 3 : 4)].CopyTo(to);
                break;
        }
    }

    private readonly record struct Header(int Width, int Height, int Kind, int BytesPerPixel);
}
