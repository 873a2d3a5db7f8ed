using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Drawing;

/// <summary>A figure of an experiment: what is shown, of which runs, and how the page looks.</summary>
/// <param name="Name">The kebab-case name: the file.</param>
/// <param name="Kind">The kind of figure with its settings.</param>
public sealed record FigureSpec(string Name, FigureKind Kind)
{
    /// <summary>The runs that it shows; all where empty.</summary>
    public IReadOnlyList<string> Runs { get; init; } = [];

    /// <summary>The title; the experiment's where null.</summary>
    public string? Title { get; init; }

    /// <summary>The line below the title; what exactly was run where null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The page.</summary>
    public PageStyle Page { get; init; } = new();

    /// <summary>Whether a run is named, itself or as the run that it was swept from.</summary>
    internal bool Shows(Run run) => Runs.Contains(run.Name, StringComparer.Ordinal) || (run.StreamName is { } swept && Runs.Contains(swept, StringComparer.Ordinal));
}

/// <summary>How the page of a figure looks.</summary>
public sealed record PageStyle
{
    /// <summary>The narrowest and shortest page, in points.</summary>
    public const double Smallest = 100;

    /// <summary>The widest and tallest page, in points.</summary>
    public const double Largest = 5000;

    /// <summary>Width and height in points; what suits the figure where null.</summary>
    public PageSize? Size { get; init; }

    /// <summary>Pixels per point, from 0.5 to 16: 2 suits screens, 4 print.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>The colours.</summary>
    public Theme Theme { get; init; } = Theme.Light;

    /// <summary>Whether the page has no background of its own.</summary>
    public bool Transparent { get; init; }
}
