using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The shades of one hue in maps: pale on light pages and dim on dark ones where a run took long, full where it was quick.</summary>
internal static class ShadeRamp
{
    /// <summary>From the slowest to the quickest.</summary>
    /// <param name="full">The full colour.</param>
    /// <param name="isDark">Whether the page is dark.</param>
    /// <param name="levels">How many shades.</param>
    public static Color[] Of(OkLab full, bool isDark, int levels)
    {
        OkLab pale = isDark ? full.With(0.28 + (0.08 * full.L), 0.42) : full.With(0.88 + (0.07 * full.L), 0.28);
        return Between(pale, full, levels);
    }

    /// <summary>Near black, for what diverged; a little lighter where that took long.</summary>
    public static Color[] Diverged(bool isDark, int levels) => isDark ? Between("20242C", "030406", levels) : Between("4A515E", "0D1015", levels);

    /// <summary>Even steps between two colours.</summary>
    public static Color[] Between(string slow, string quick, int levels) => Between(OkLab.Of(Color.Parse(slow)), OkLab.Of(Color.Parse(quick)), levels);

    private static Color[] Between(OkLab slow, OkLab quick, int levels) =>
        [.. Enumerable.Range(0, levels).Select(i => slow.Mix(quick, i / (levels - 1.0)).ToColor())];
}
