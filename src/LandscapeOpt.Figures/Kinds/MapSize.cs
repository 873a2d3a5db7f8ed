using LandscapeOpt.Catalogues;
using LandscapeOpt.Maps;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>How figures take the size of a map: columns and rows, or one number for both.</summary>
internal static class MapSize
{
    /// <summary>What each number may be.</summary>
    public static NumberRange Range => new(1, MapGrid.Largest);

    /// <summary>Columns and rows.</summary>
    /// <param name="pixels">What was given.</param>
    /// <param name="side">What both are where nothing was.</param>
    public static (int Width, int Height) Of(NumberList pixels, int side) => pixels.Count == 0 ? (side, side) : ((int)pixels[0], (int)pixels[^1]);

    /// <summary>The number of pixels.</summary>
    public static long Count(NumberList pixels, int side) => Of(pixels, side) is var (width, height) ? (long)width * height : 0;

    /// <summary>What is wrong with the numbers together; null where nothing is.</summary>
    public static string? Misfit(NumberList pixels) => pixels.Count > 2 ? "pixels are columns and rows: expected [512, 512]"
        : pixels.Any(p => p != Math.Floor(p)) ? "pixels must be whole numbers"
        : null;
}
