using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Plots;

/// <summary>What a map shows below paths and marks.</summary>
internal interface IMapBackground
{
    /// <summary>Paints the area.</summary>
    void DrawFill(ICanvas canvas, RectD area, Theme theme);

    /// <summary>Draws lines, and numbers on at most so many levels where there is room.</summary>
    void DrawLines(ICanvas canvas, RectD area, Theme theme, Occupancy occupancy, int most = 8);
}
