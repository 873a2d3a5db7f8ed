using LandscapeOpt.Landscapes;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What a figure is drawn from.</summary>
public sealed record FigureInput
{
    /// <summary>What the picture is about, in a sentence's words; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>What exactly was run; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>The landscape whose objective is shown.</summary>
    public required ILandscape Landscape { get; init; }

    /// <summary>The runs, in the order shown.</summary>
    public IReadOnlyList<FigureRun> Runs { get; init; } = [];

    /// <summary>The name of the horizontal coordinate, with the markup of <see cref="Canvas.RichText.Parse"/>.</summary>
    public string NameOfX { get; init; } = "*w*_1";

    /// <summary>The name of the vertical coordinate, with the markup of <see cref="Canvas.RichText.Parse"/>.</summary>
    public string NameOfY { get; init; } = "*w*_2";
}
