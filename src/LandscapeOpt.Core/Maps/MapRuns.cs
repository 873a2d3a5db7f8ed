using System.Runtime.CompilerServices;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>The runs of a map, one for each pixel.</summary>
public abstract class MapRuns
{
    private protected MapRuns(Run model, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(width is >= 1 and <= MapGrid.Largest, true, nameof(width));
        ArgumentOutOfRangeException.ThrowIfNotEqual(height is >= 1 and <= MapGrid.Largest, true, nameof(height));
        (Model, Width, Height) = (model, width, height);
    }

    /// <summary>The run that the pixels' runs are variations of.</summary>
    public Run Model { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows; row 0 is the lowest.</summary>
    public int Height { get; }

    /// <summary>Which pixels a block may hold.</summary>
    internal abstract LaneDirection Direction { get; }

    /// <summary>The run of a pixel: what executing it with the trace engine gives is what the map shows.</summary>
    public abstract Run At(int column, int row);

    /// <summary>Where the run of a pixel begins.</summary>
    internal virtual Point StartOf(int column, int row) => At(column, row).Start;
}

/// <summary>The pixels whose runs differ only in what lanes can hold.</summary>
internal enum LaneDirection
{
    /// <summary>All, and only their starts differ.</summary>
    Starts,

    /// <summary>All.</summary>
    Both,

    /// <summary>Those of a row.</summary>
    Row,

    /// <summary>Those of a column.</summary>
    Column,

    /// <summary>None.</summary>
    None,
}

/// <summary>The same run from every point of a grid.</summary>
/// <param name="model">The run; its own start does not matter.</param>
/// <param name="grid">The starts.</param>
public sealed class StartRuns(Run model, MapGrid grid) : MapRuns(model, grid.Width, grid.Height)
{
    /// <summary>The starts.</summary>
    public MapGrid Grid { get; } = grid;

    /// <inheritdoc/>
    internal override LaneDirection Direction => LaneDirection.Starts;

    /// <inheritdoc/>
    public override Run At(int column, int row) => Model with { Start = Grid[column, row] };

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override Point StartOf(int column, int row) => Grid[column, row];
}

/// <summary>The same run from points of any kind, row after row.</summary>
/// <param name="model">The run; its own start does not matter.</param>
/// <param name="starts">The starts, at least one; what the last row has room for repeats the last of them.</param>
internal sealed class PointRuns(Run model, IReadOnlyList<Point> starts)
    : MapRuns(model, Math.Min(starts.Count, MapGrid.Largest), (starts.Count + MapGrid.Largest - 1) / MapGrid.Largest)
{
    /// <inheritdoc/>
    internal override LaneDirection Direction => LaneDirection.Starts;

    /// <inheritdoc/>
    public override Run At(int column, int row) => Model with { Start = StartOf(column, row) };

    /// <inheritdoc/>
    internal override Point StartOf(int column, int row) => starts[Math.Min((row * Width) + column, starts.Count - 1)];
}
