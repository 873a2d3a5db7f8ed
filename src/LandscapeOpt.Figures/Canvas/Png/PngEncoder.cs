using System.Buffers.Binary;
using System.IO.Compression;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>Writes PNG files (PNG specification, third edition).</summary>
internal static class PngEncoder
{
    private const int Rgb = 2, Palette = 3, Rgba = 6;
    private const double PointsPerMetre = 72 / 0.0254;

    public static void Write(Stream output, PixelImage image, FigureInfo info, double pixelsPerPoint)
    {
        PngPalette? palette = PngPalette.TryMake(image);
        int kind = palette is not null ? Palette : IsOpaque(image) ? Rgb : Rgba;
        PngChunks.WriteSignature(output);
        WriteHeader(output, image, kind);
        PngChunks.Write(output, "sRGB"u8, [0]);
        WriteDensity(output, pixelsPerPoint);
        if (palette is not null)
            WritePalette(output, palette);
        PngText.Write(output, "Title", info.Title);
        PngText.Write(output, "Description", info.Description);
        PngText.Write(output, "Software", info.Software);
        PngText.Write(output, "Recipe", info.Recipe);
        WritePixels(output, image, kind, palette);
        PngChunks.Write(output, "IEND"u8, []);
    }

    private static bool IsOpaque(PixelImage image)
    {
        ReadOnlySpan<byte> rgba = image.Rgba;
        for (int i = 3; i < rgba.Length; i += 4)
        {
            if (rgba[i] != 255)
                return false;
        }

        return true;
    }

    private static void WriteHeader(Stream output, PixelImage image, int kind)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = (byte)kind;
        header[10..].Clear();
        PngChunks.Write(output, "IHDR"u8, header);
    }

    private static void WriteDensity(Stream output, double pixelsPerPoint)
    {
        double perMetre = Math.Round(pixelsPerPoint * PointsPerMetre);
        if (!(perMetre >= 1 && perMetre <= int.MaxValue))
            return;
        Span<byte> density = stackalloc byte[9];
        BinaryPrimitives.WriteInt32BigEndian(density, (int)perMetre);
        BinaryPrimitives.WriteInt32BigEndian(density[4..], (int)perMetre);
        density[8] = 1;
        PngChunks.Write(output, "pHYs"u8, density);
    }

    private static void WritePalette(Stream output, PngPalette palette)
    {
        var colors = new byte[3 * palette.Colors.Count];
        var opacities = new byte[palette.Colors.Count];
        for (int i = 0; i < opacities.Length; i++)
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2], opacities[i]) = palette.Colors[i];
        PngChunks.Write(output, "PLTE"u8, colors);
        if (opacities.AsSpan().ContainsAnyExcept((byte)255))
            PngChunks.Write(output, "tRNS"u8, opacities);
    }

    private static void WritePixels(Stream output, PixelImage image, int kind, PngPalette? palette)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            int bytesPerPixel = kind == Palette ? 1 : kind == Rgb ? 3 : 4;
            var filter = new PngFilter(image.Width * bytesPerPixel, bytesPerPixel);
            var row = new byte[image.Width * bytesPerPixel];
            var above = new byte[row.Length];
            for (int y = 0; y < image.Height; y++)
            {
                if (palette is not null)
                {
                    zlib.WriteByte(0);
                    zlib.Write(palette.Indices, y * image.Width, image.Width);
                    continue;
                }

                CopyRow(image.Rgba.Slice(4 * y * image.Width, 4 * image.Width), row, bytesPerPixel);
                zlib.Write(filter.Apply(row, above));
                (row, above) = (above, row);
            }
        }

        PngChunks.Write(output, "IDAT"u8, data.GetBuffer().AsSpan(0, (int)data.Length));
    }

    private static void CopyRow(ReadOnlySpan<byte> rgba, Span<byte> row, int bytesPerPixel)
    {
        if (bytesPerPixel == 4)
        {
            rgba.CopyTo(row);
            return;
        }

        for (int from = 0, to = 0; from < rgba.Length; from += 4, to += 3)
            (row[to], row[to + 1], row[to + 2]) = (rgba[from], rgba[from + 1], rgba[from + 2]);
    }
}
