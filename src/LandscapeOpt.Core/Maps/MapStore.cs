namespace LandscapeOpt.Maps;

/// <summary>Keeps the rows of a map from when they are computed until they are drawn and written.</summary>
public abstract class MapStore
{
    /// <summary>A store in memory.</summary>
    /// <param name="rows">The number of rows.</param>
    public static MapStore InMemory(int rows) => new MemoryStore(rows);

    /// <summary>Keeps a row.</summary>
    /// <param name="row">From 0; rows come in order.</param>
    /// <param name="cells">As many bytes as a row has.</param>
    public abstract void Write(int row, ReadOnlySpan<byte> cells);

    /// <summary>Gives back a part of a row that was written; any number of threads may ask at a time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="from">The first byte.</param>
    /// <param name="cells">Takes as many bytes as it has room for.</param>
    public abstract void Read(int row, int from, Span<byte> cells);
}

/// <summary>Rows in memory.</summary>
/// <param name="rows">How many.</param>
internal sealed class MemoryStore(int rows) : MapStore
{
    private readonly byte[][] kept = new byte[rows][];

    public override void Write(int row, ReadOnlySpan<byte> cells) => kept[row] = cells.ToArray();

    public override void Read(int row, int from, Span<byte> cells) => kept[row].AsSpan(from, cells.Length).CopyTo(cells);
}
