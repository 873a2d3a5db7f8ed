using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>Some rows of a map, pixel by pixel: row after row, each from left to right. The arrays are used again for later rows.</summary>
public sealed class MapBand
{
    internal MapBand(int width, int rows)
    {
        Width = width;
        (X, Y, Loss) = (new double[width * rows], new double[width * rows], new double[width * rows]);
        (Steps, Outcomes) = (new int[width * rows], new OutcomeKind[width * rows]);
    }

    /// <summary>The map's columns.</summary>
    public int Width { get; }

    /// <summary>The first row.</summary>
    public int FirstRow { get; internal set; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; internal set; }

    /// <summary>How many pixels there are.</summary>
    public int Count => Rows * Width;

    /// <summary>x where each run ended.</summary>
    public double[] X { get; }

    /// <summary>y where each run ended.</summary>
    public double[] Y { get; }

    /// <summary>The objective's loss there.</summary>
    public double[] Loss { get; }

    /// <summary>The steps taken.</summary>
    public int[] Steps { get; }

    /// <summary>How each run ended.</summary>
    public OutcomeKind[] Outcomes { get; }

    /// <summary>Where a run ended.</summary>
    public Point End(int pixel) => new(X[pixel], Y[pixel]);
}
