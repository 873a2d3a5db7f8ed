using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>The colours of what diverged: near black, a little lighter where it took long.</summary>
internal static class DarkRamp
{
    /// <summary>From the slowest to the fastest.</summary>
    public static Color[] Of(bool isDark, int levels)
    {
        (OkLab slow, OkLab fast) = isDark
            ? (OkLab.Of(Color.Parse("2B303A")), OkLab.Of(Color.Parse("030406")))
            : (OkLab.Of(Color.Parse("4A515E")), OkLab.Of(Color.Parse("0D1015")));
        return [.. Enumerable.Range(0, levels).Select(i => slow.Mix(fast, i / (levels - 1.0)).ToColor())];
    }
}
