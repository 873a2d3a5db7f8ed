using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps;

/// <summary>A parameter that varies along a side of a map.</summary>
/// <param name="Path">The path to it, as sweeps write it: "optimizer.learningRate".</param>
/// <param name="From">Its value in the first column or row.</param>
/// <param name="To">Its value in the last column or row.</param>
/// <param name="IsLog">Whether equal distances are equal ratios.</param>
public sealed record MapAxis(string Path, double From, double To, bool IsLog)
{
    /// <summary>The value of a column or row.</summary>
    /// <param name="index">From 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">The number of columns or rows.</param>
    public double Value(int index, int count) => Spread.At(From, To, count, index, IsLog);
}
