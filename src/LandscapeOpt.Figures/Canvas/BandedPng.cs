using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LandscapeOpt.Figures.Canvas.Png;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>
/// Draws a page of any size into a PNG file, band by band from the top: what is drawn is kept and drawn again for each band, images are read row
/// by row (<see cref="IPixelRows"/>). The memory is that of one band; the pixels are those of a <see cref="RasterCanvas"/> of the same size.
/// </summary>
public static class BandedPng
{
    /// <summary>The most columns or rows that a page may have.</summary>
    public const int LargestSide = 1 << 16;

    // Small enough that a cancelled drawing stops at once.
    private const int BandPixels = 1 << 20;

    /// <summary>Draws and writes.</summary>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="width">Width in points.</param>
    /// <param name="height">Height in points.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <param name="background">What the page is filled with.</param>
    /// <param name="draw">Draws the page; called once.</param>
    /// <param name="info">What the file says about itself, given the hash of its pixels (see <see cref="PixelImage.PixelHash"/>).</param>
    /// <param name="progress">Told the finished share of the page, from 0 to 1, after each band; may be null.</param>
    /// <param name="cancellation">Stops the work; the output is no whole file then.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0, or a side has more than <see cref="LargestSide"/> pixels.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void Write(
        Stream output,
        double width,
        double height,
        double scale,
        Color background,
        Action<ICanvas> draw,
        Func<string, FigureInfo> info,
        Action<double>? progress = null,
        CancellationToken cancellation = default) => Write(output, width, height, scale, background, draw, info, BandPixels, progress, cancellation);

    internal static void Write(
        Stream output,
        double width,
        double height,
        double scale,
        Color background,
        Action<ICanvas> draw,
        Func<string, FigureInfo> info,
        int bandPixels,
        Action<double>? progress = null,
        CancellationToken cancellation = default)
    {
        double columns = Math.Round(width * scale), rows = Math.Round(height * scale);
        if (!(width > 0 && height > 0 && scale > 0 && columns is >= 1 and <= LargestSide && rows is >= 1 and <= LargestSide))
            throw new ArgumentOutOfRangeException(nameof(width), "A page needs at least one pixel and at most 65536 columns and rows.");
        int bandRows = Math.Clamp(bandPixels / (int)columns, 1, (int)rows);
        var band = new RasterCanvas(width, height, scale, bandRows);
        var page = new Recording();
        draw(page.For(band));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, (int)columns);
        BinaryPrimitives.WriteInt32BigEndian(size[4..], (int)rows);
        hash.AppendData(size);
        using var png = new PngStream(output, (int)columns, (int)rows, background.A == 255, scale);
        for (int row = 0; row < rows; row += bandRows)
        {
            cancellation.ThrowIfCancellationRequested();
            band.MoveTo(row, background);
            page.Play(band);
            ReadOnlySpan<Color> pixels = band.Band[..(Math.Min(bandRows, (int)rows - row) * (int)columns)];
            hash.AppendData(MemoryMarshal.AsBytes(pixels));
            png.Write(pixels);
            progress?.Invoke(Math.Min(1, (row + bandRows) / rows));
        }

        png.Finish(info(Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}
