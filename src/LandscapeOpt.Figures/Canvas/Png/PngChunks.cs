using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>A chunk of a PNG file.</summary>
/// <param name="Type">Its four letters.</param>
/// <param name="Data">Its content.</param>
internal readonly record struct PngChunk(string Type, ReadOnlyMemory<byte> Data);

/// <summary>The frame of a PNG file (PNG specification, third edition, section 5): signature, chunks, check sums.</summary>
internal static class PngChunks
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static void WriteSignature(Stream output) => output.Write(Signature);

    public static void Write(Stream output, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(type);
        output.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        output.Write(number);
    }

    /// <summary>The chunks of a file, up to its end chunk.</summary>
    /// <exception cref="PngException">The file is no PNG or is damaged.</exception>
    public static IEnumerable<PngChunk> Read(ReadOnlyMemory<byte> file)
    {
        if (!file.Span.StartsWith(Signature))
            throw new PngException("Not a PNG file.");
        int at = Signature.Length;
        while (true)
        {
            PngChunk chunk = ReadOne(file, ref at);
            yield return chunk;
            if (chunk.Type == "IEND")
                yield break;
        }
    }

    private static PngChunk ReadOne(ReadOnlyMemory<byte> file, ref int at)
    {
        ReadOnlySpan<byte> rest = file.Span[at..];
        uint length = rest.Length >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(rest) : uint.MaxValue;
        if (length > rest.Length - 12)
            throw new PngException("The PNG file ends too early.");
        int size = (int)length;
        uint crc = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + size)..]);
        if (crc != ~Crc(uint.MaxValue, rest.Slice(4, 4 + size)))
            throw new PngException("The PNG file is damaged: a check sum is wrong.");
        var chunk = new PngChunk(Encoding.Latin1.GetString(rest.Slice(4, 4)), file.Slice(at + 8, size));
        at += 12 + size;
        return chunk;
    }

    [MethodImpl(Hot.Loop)]
    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte b in data)
            crc = CrcTable[(byte)(crc ^ b)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint c = i;
            for (int bit = 0; bit < 8; bit++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[i] = c;
        }

        return table;
    }
}
