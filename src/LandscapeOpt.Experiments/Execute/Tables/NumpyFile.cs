using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>Writes arrays of doubles that numpy.load opens (NPY format version 1.0, numpy.lib.format).</summary>
internal static class NumpyFile
{
    private const int Alignment = 64;

    /// <summary>What comes before the numbers of an array in C order.</summary>
    internal static byte[] Header(params ReadOnlySpan<int> shape)
    {
        string sizes = string.Join(", ", shape.ToArray().Select(s => Invariant($"{s}"))) + (shape.Length == 1 ? "," : "");
        string dictionary = $"{{'descr': '<f8', 'fortran_order': False, 'shape': ({sizes}), }}";
        int length = 10 + dictionary.Length + 1, padding = (Alignment - (length % Alignment)) % Alignment;
        byte[] header = [0x93, .. "NUMPY"u8, 1, 0, 0, 0, .. Encoding.ASCII.GetBytes(dictionary + new string(' ', padding) + "\n")];
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), (ushort)(header.Length - 10));
        return header;
    }

    /// <summary>Writes numbers, little-endian.</summary>
    internal static void Write(Stream stream, Span<double> numbers)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<long> bits = MemoryMarshal.Cast<double, long>(numbers);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        stream.Write(MemoryMarshal.AsBytes(numbers));
    }
}
