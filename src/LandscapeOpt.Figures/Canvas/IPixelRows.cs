namespace LandscapeOpt.Figures.Canvas;

/// <summary>An image that is made row by row where it is drawn, so that it may be larger than memory.</summary>
public interface IPixelRows
{
    /// <summary>Reads a row; rows may be asked for in any order and several times, and are the same each time.</summary>
    /// <param name="row">The row, 0 at the top.</param>
    /// <param name="colors">Takes a colour for each column.</param>
    void Read(int row, Span<Color> colors);
}
