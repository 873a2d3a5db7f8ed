using System.IO.Compression;
using System.Runtime.InteropServices;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>Writes a PNG file row by row, for pictures larger than memory; its texts stand behind the pixels, so that they may depend on them.</summary>
internal sealed class PngStream : IDisposable
{
    private readonly Stream output;
    private readonly ChunkStream data;
    private readonly ZLibStream zlib;
    private readonly PngFilter filter;
    private readonly int width, bytesPerPixel;
    private readonly byte[] line;
    private byte[] row, above;

    public PngStream(Stream output, int width, int height, bool isOpaque, double pixelsPerPoint)
    {
        (this.output, this.width, bytesPerPixel) = (output, width, isOpaque ? 3 : 4);
        int length = width * bytesPerPixel;
        (filter, row, above, line) = (new(length, bytesPerPixel), new byte[length], new byte[length], new byte[length + 1]);
        PngEncoder.WriteHead(output, width, height, isOpaque ? PngEncoder.Rgb : PngEncoder.Rgba, pixelsPerPoint);
        data = new(output);
        zlib = new(data, new ZLibCompressionOptions { CompressionLevel = PngEncoder.Level }, leaveOpen: true);
    }

    /// <summary>Adds rows.</summary>
    public void Write(ReadOnlySpan<Color> pixels)
    {
        for (; !pixels.IsEmpty; pixels = pixels[width..])
        {
            PngEncoder.CopyRow(MemoryMarshal.AsBytes(pixels[..width]), row, bytesPerPixel);
            filter.Apply(row, above, line);
            zlib.Write(line);
            (row, above) = (above, row);
        }
    }

    /// <summary>Ends the file after its last row.</summary>
    public void Finish(FigureInfo info)
    {
        zlib.Dispose();
        data.Flush();
        PngEncoder.WriteInfo(output, info);
        PngChunks.Write(output, "IEND"u8, []);
    }

    public void Dispose() => zlib.Dispose();

    /// <summary>Cuts compressed bytes into chunks.</summary>
    private sealed class ChunkStream(Stream output) : Stream
    {
        private readonly byte[] buffer = new byte[1 << 18];
        private int filled;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] bytes, int offset, int count) => Write(bytes.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                int count = Math.Min(bytes.Length, buffer.Length - filled);
                bytes[..count].CopyTo(buffer.AsSpan(filled));
                filled += count;
                bytes = bytes[count..];
                if (filled == buffer.Length)
                    WriteChunk();
            }
        }

        // The compressor flushes when it is done; chunks in between would only be smaller.
        public override void Flush()
        {
            if (filled > 0)
                WriteChunk();
        }

        public override int Read(byte[] bytes, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void WriteChunk()
        {
            PngChunks.Write(output, "IDAT"u8, buffer.AsSpan(0, filled));
            filled = 0;
        }
    }
}
