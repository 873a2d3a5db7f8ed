using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Maps;

/// <summary>A parameter that varies along a side of a map.</summary>
/// <param name="Path">The path to it, as sweeps write it: "optimizer.learningRate".</param>
/// <param name="From">Its value in the first column or row.</param>
/// <param name="To">Its value in the last column or row.</param>
/// <param name="IsLog">Whether equal distances are equal ratios.</param>
public sealed record MapAxis(string Path, double From, double To, bool IsLog);

/// <summary>What each pair of values of two parameters makes of a run.</summary>
public abstract class ParameterMap
{
    /// <summary>Takes what is known of the whole map.</summary>
    /// <param name="model">The run that every pixel's run is, but for two parameters.</param>
    /// <param name="horizontal">The parameter that grows to the right.</param>
    /// <param name="vertical">The parameter that grows upward.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    protected ParameterMap(Run model, MapAxis horizontal, MapAxis vertical, int width, int height) =>
        (Model, Horizontal, Vertical, Width, Height) = (model, horizontal, vertical, width, height);

    /// <summary>The run that every pixel's run is, but for two parameters.</summary>
    public Run Model { get; }

    /// <summary>The parameter that grows to the right.</summary>
    public MapAxis Horizontal { get; }

    /// <summary>The parameter that grows upward.</summary>
    public MapAxis Vertical { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Reads a row; may be called again, and in any order.</summary>
    /// <param name="row">The row; 0 is the lowest.</param>
    /// <param name="ends">Takes where the run of each column ended.</param>
    /// <param name="losses">Takes the loss there.</param>
    /// <param name="steps">Takes the steps taken.</param>
    /// <param name="outcomes">Takes how it ended.</param>
    public abstract void Read(int row, Span<Point> ends, Span<double> losses, Span<int> steps, Span<OutcomeKind> outcomes);
}
