using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>A remark at a point of the landscape.</summary>
/// <param name="At">The point.</param>
/// <param name="Text">The remark, taken as it is.</param>
public sealed record Annotation(Point At, string Text);

/// <summary>What a figure is drawn from.</summary>
public sealed record FigureInput
{
    /// <summary>What the picture is about, in a sentence's words; empty for none.</summary>
    public string Title { get; init; } = "";

    /// <summary>What exactly was run; empty for none.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Whether the line below the title was asked for; otherwise the figure may say in its own words what was computed.</summary>
    public bool HasOwnSubtitle { get; init; }

    /// <summary>The run that a map repeats at every pixel; null where there is none.</summary>
    public Run? Model { get; init; }

    /// <summary>The landscape whose objective is shown.</summary>
    public required ILandscape Landscape { get; init; }

    /// <summary>The runs, in the order shown.</summary>
    public IReadOnlyList<FigureRun> Runs { get; init; } = [];

    /// <summary>Remarks at points of the landscape, for figures that show it from above.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>What was found out for the figure, if it shows the result of an analysis (<see cref="FigureKind{TResult}"/>).</summary>
    public object? Result { get; init; }

    /// <summary>
    /// The name of the horizontal coordinate, with the markup of <see cref="Canvas.RichText.Parse"/>; w₁ where components are mixed,
    /// otherwise x.
    /// </summary>
    public string NameOfX
    {
        get => field ?? (IsMixed ? "*w*_1" : "*x*");
        init;
    }

    /// <summary>
    /// The name of the vertical coordinate, with the markup of <see cref="Canvas.RichText.Parse"/>; w₂ where components are mixed,
    /// otherwise y.
    /// </summary>
    public string NameOfY
    {
        get => field ?? (IsMixed ? "*w*_2" : "*y*");
        init;
    }

    private bool IsMixed => Landscape.Components.Count > 1;
}
