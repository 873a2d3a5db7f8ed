using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LandscapeOpt.Figures.Canvas;

/// <summary>A finished picture: sRGB with straight alpha, eight bits a channel.</summary>
public sealed class PixelImage
{
    private readonly byte[] rgba;

    /// <summary>Wraps pixels.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="rgba">R, G, B, A of each pixel, row by row from the top; not copied.</param>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public PixelImage(int width, int height, byte[] rgba)
    {
        if (width < 1 || height < 1 || rgba.LongLength != 4L * width * height)
            throw new ArgumentException("The number of bytes is not 4 x width x height.", nameof(rgba));
        (Width, Height, this.rgba) = (width, height, rgba);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>R, G, B, A of each pixel, row by row from the top.</summary>
    public ReadOnlySpan<byte> Rgba => rgba;

    /// <summary>The colour of one pixel.</summary>
    /// <param name="x">Column, from the left.</param>
    /// <param name="y">Row, from the top.</param>
    public Color this[int x, int y]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
            ReadOnlySpan<byte> p = rgba.AsSpan(4 * ((y * Width) + x), 4);
            return new(p[0], p[1], p[2], p[3]);
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
        hash.AppendData(rgba);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
