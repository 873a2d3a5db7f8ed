using LandscapeOpt.Maps;
using Microsoft.Win32.SafeHandles;

namespace LandscapeOpt.Experiments.Execute.Tables;

/// <summary>Rows of a map in a file that nobody but this process needs: it goes with the store.</summary>
internal sealed class FileStore : MapStore, IDisposable
{
    private readonly SafeFileHandle file;
    private readonly long rowLength;

    /// <summary>Makes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="rowLength">The bytes of a row.</param>
    internal FileStore(string path, int rowLength)
    {
        this.rowLength = rowLength;
        file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
    }

    /// <inheritdoc/>
    public override void Write(int row, ReadOnlySpan<byte> cells) => RandomAccess.Write(file, cells, row * rowLength);

    /// <inheritdoc/>
    public override void Read(int row, int from, Span<byte> cells)
    {
        long at = (row * rowLength) + from;
        while (!cells.IsEmpty)
        {
            int read = RandomAccess.Read(file, cells, at);
            if (read == 0)
            {
                throw new EndOfStreamException("The map's temporary file is shorter than the map.");
            }

            cells = cells[read..];
            at += read;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}

/// <summary>Decides where the rows of a map are kept: small ones in memory, large ones in a file beside the results.</summary>
internal sealed class MapStores : IDisposable
{
    // 64 MB: a map of 1500 by 1500 pixels with everything, of 3300 by 3300 with labels and steps alone.
    private const long MostInMemory = 1 << 26;

    private FileStore? store;

    /// <summary>The file; known once the work is taken.</summary>
    internal string File { get; set; } = "";

    /// <summary>A store for rows of that many bytes.</summary>
    internal MapStore Make(int rowLength, int rows)
    {
        if ((long)rowLength * rows <= MostInMemory)
        {
            return MapStore.InMemory(rows);
        }

        return store = new(File, rowLength);
    }

    /// <inheritdoc/>
    public void Dispose() => store?.Dispose();
}
