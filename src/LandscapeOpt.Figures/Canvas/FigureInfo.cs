namespace LandscapeOpt.Figures.Canvas;

/// <summary>What a figure file says about itself. PNG: iTXt chunks; SVG: title, desc and metadata. Empty parts are left out.</summary>
/// <param name="Title">One line.</param>
/// <param name="Description">A sentence for readers who cannot see the figure.</param>
/// <param name="Recipe">Any text (in this project JSON) that says how the figure was made.</param>
/// <param name="Software">Name and version of the program.</param>
public sealed record FigureInfo(string Title = "", string Description = "", string Recipe = "", string Software = "");
