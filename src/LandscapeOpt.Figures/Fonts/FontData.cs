using System.Buffers.Binary;

namespace LandscapeOpt.Figures.Fonts;

/// <summary>A font file is damaged or of a kind that is not read here.</summary>
public sealed class FontException : Exception
{
    /// <summary>An error without details.</summary>
    public FontException()
    {
    }

    /// <summary>An error.</summary>
    /// <param name="message">What is wrong.</param>
    public FontException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">Why.</param>
    public FontException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A part of a font file: big-endian numbers at offsets that are checked.</summary>
internal readonly struct FontData(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public byte U8(int offset) => Take(offset, 1)[0];

    public ushort U16(int offset) => BinaryPrimitives.ReadUInt16BigEndian(Take(offset, 2));

    public short I16(int offset) => BinaryPrimitives.ReadInt16BigEndian(Take(offset, 2));

    public uint U32(int offset) => BinaryPrimitives.ReadUInt32BigEndian(Take(offset, 4));

    /// <summary>A part of this part.</summary>
    public FontData Slice(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > bytes.Length || length > bytes.Length - offset)
            throw new FontException("The font refers to bytes that it does not have.");
        return new(bytes.Slice((int)offset, (int)length));
    }

    /// <summary>All from an offset on.</summary>
    public FontData From(long offset) => Slice(offset, Math.Max(0, bytes.Length - offset));

    private ReadOnlySpan<byte> Take(int offset, int length)
    {
        if (offset < 0 || offset > bytes.Length - length)
            throw new FontException("The font ends in the middle of a table.");
        return bytes.Span.Slice(offset, length);
    }
}
