using LandscapeOpt.Catalogues;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The size of a page in points.</summary>
/// <param name="Width">To the right.</param>
/// <param name="Height">Downward.</param>
public readonly record struct PageSize(double Width, double Height);

/// <summary>What a figure may compute more from than traces.</summary>
/// <param name="Runs">The runs that the figure shows, at least one.</param>
/// <param name="Find">Finds a number of a run by its path ("optimizer.learningRate"), as a parameter over <see cref="Run"/>; null where there is none.</param>
/// <param name="Cancellation">Stops the computation.</param>
public sealed record FigureSource(IReadOnlyList<Run> Runs, Func<Run, string, Parameter?> Find, CancellationToken Cancellation)
{
    /// <summary>The line below the title that was asked for; null where the figure may say in its own words what was run.</summary>
    public string? Subtitle { get; init; }
}

/// <summary>A way of showing runs or landscapes. The settings are immutable; drawing depends on them and on the input alone.</summary>
public abstract record FigureKind
{
    /// <summary>The trace columns that the figure shows beside those that it draws where they are there: the setting that names one, and the column.</summary>
    public virtual IEnumerable<(string Key, string Column)> NamedColumns => [];

    /// <summary>
    /// Computes what the figure needs beside traces, once, before it is measured, drawn and described. What the input holds already (basins, a map
    /// over parameters) was computed for this figure and is not computed again.
    /// </summary>
    /// <param name="input">What will be drawn.</param>
    /// <param name="source">What to compute from.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public virtual FigureInput Prepare(FigureInput input, FigureSource source) => input;

    /// <summary>The page on which the figure looks its best.</summary>
    /// <param name="input">What will be drawn.</param>
    public abstract PageSize SizeFor(FigureInput input);

    /// <summary>Pixels per point at which the page of <see cref="SizeFor"/> shows everything that the figure has; below, large maps are thinned.</summary>
    public virtual double FinestScale => 2;

    /// <summary>Draws the figure so that it fills the page; the page's background is the canvas's.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="input">What is drawn.</param>
    /// <param name="theme">The colours.</param>
    public abstract void Draw(ICanvas canvas, FigureInput input, Theme theme);

    /// <summary>What the figure shows, for readers who cannot see it: a sentence or two made from the data.</summary>
    /// <param name="input">What is drawn.</param>
    public abstract string Describe(FigureInput input);
}
