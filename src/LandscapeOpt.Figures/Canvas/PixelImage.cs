using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>A finished picture: sRGB with straight alpha, eight bits a channel.</summary>
public sealed class PixelImage
{
    private readonly Color[] pixels;

    /// <summary>Copies pixels.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="rgba">R, G, B, A of each pixel, row by row from the top.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public PixelImage(int width, int height, ReadOnlySpan<byte> rgba)
        : this(width, height, MemoryMarshal.Cast<byte, Color>(rgba).ToArray())
    {
        if (rgba.Length != 4L * width * height)
            throw new ArgumentException("The number of bytes is not 4 x width x height.", nameof(rgba));
    }

    /// <summary>Wraps pixels without copying them.</summary>
    internal PixelImage(int width, int height, Color[] pixels)
    {
        if (width < 1 || height < 1 || pixels.LongLength != (long)width * height)
            throw new ArgumentException("The number of pixels is not width x height.", nameof(pixels));
        (Width, Height, this.pixels) = (width, height, pixels);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>R, G, B, A of each pixel, row by row from the top.</summary>
    public ReadOnlySpan<byte> Rgba => MemoryMarshal.AsBytes(pixels.AsSpan());

    /// <summary>The colours of all pixels, row by row from the top.</summary>
    public ReadOnlySpan<Color> Pixels => pixels;

    /// <summary>The colour of one pixel.</summary>
    /// <param name="x">Column, from the left.</param>
    /// <param name="y">Row, from the top.</param>
    public Color this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            return pixels[(y * Width) + x];
        }
    }

    /// <summary>SHA-256, in lower-case hexadecimal, of width and height (32-bit big-endian) followed by the RGBA bytes: equal for equal pixels,
    /// whatever the file looks like.</summary>
    public string PixelHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(size, Width);
        BinaryPrimitives.WriteInt32BigEndian(size[4..], Height);
        hash.AppendData(size);
        hash.AppendData(Rgba);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
