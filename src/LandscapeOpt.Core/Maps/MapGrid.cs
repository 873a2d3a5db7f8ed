using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>The starts of a map: points spread evenly over a window, corners included.</summary>
/// <param name="Window">What the map shows.</param>
/// <param name="Width">Columns, from 1 to <see cref="Largest"/>.</param>
/// <param name="Height">Rows, from 1 to <see cref="Largest"/>; row 0 lies at the lowest y.</param>
public readonly record struct MapGrid(Domain Window, int Width, int Height)
{
    /// <summary>The largest number of columns or rows.</summary>
    public const int Largest = 16384;

    /// <summary>The number of pixels.</summary>
    public long Count => (long)Width * Height;

    /// <summary>x of a column.</summary>
    public double X(int column) => Spread(Window.X0, Window.Width, column, Width);

    /// <summary>y of a row.</summary>
    public double Y(int row) => Spread(Window.Y0, Window.Height, row, Height);

    /// <summary>The point of a pixel.</summary>
    public Point this[int column, int row] => new(X(column), Y(row));

    private static double Spread(double from, double length, int index, int count) =>
        count == 1 ? from + (0.5 * length) : from + (index * length / (count - 1));
}
