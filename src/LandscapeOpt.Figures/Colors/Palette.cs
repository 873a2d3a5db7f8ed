using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Colors;

/// <summary>Colours for categories, told apart by readers with any colour vision.</summary>
public sealed class Palette
{
    private readonly Color[] colors;

    private Palette(string hexes) => colors = [.. hexes.Split(' ').Select(Color.Parse)];

    /// <summary>Okabe and Ito's colours (2008), in the order blue, vermillion, green, purple, orange, sky blue, black, yellow.</summary>
    public static Palette OkabeIto { get; } = new("0072B2 D55E00 009E73 CC79A7 E69F00 56B4E9 3A3A3A C9B800");

    /// <summary>The same hues, lightened for dark pages.</summary>
    public static Palette OkabeItoOnDark { get; } = new("4FB0F0 FF8A3C 2CCB9C EBA3CB F5BE41 9ADBFF E4E6EA F7EE7A");

    /// <summary>How many colours there are before they repeat.</summary>
    public int Count => colors.Length;

    /// <summary>The colour of a category; categories beyond the last colour begin again.</summary>
    /// <param name="index">The category, from 0.</param>
    public Color this[int index] => colors[index % colors.Length];
}
