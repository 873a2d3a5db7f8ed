namespace LandscapeOpt.Figures.Colors;

/// <summary>The colour maps that figures use. Lightness changes evenly along the sequential ones, so that they also read in grey.</summary>
public static class ColorMaps
{
    /// <summary>Near white to deep blue, for landscapes on light pages: low loss is light, high loss is deep.</summary>
    public static ColorMap Blues { get; } =
        ColorMap.OfHex("blues", "fafcfe f4f7fc edf2f9 e6edf6 dee7f3 d5e1ef ccdaeb c2d2e6 b7cae1 acc1db a0b7d5 94adce 87a2c6");

    /// <summary>Slate blue to near black, for landscapes on dark pages: low loss is light, high loss is deep.</summary>
    public static ColorMap Night { get; } =
        ColorMap.OfHex("night", "48618a 425a81 3d5378 384c6f 334666 2e3f5d 293954 25334b 212d43 1d273b 192233 161d2c 131926");

    /// <summary>Viridis (S. van der Walt and N. Smith, matplotlib, CC0): dark violet over green to yellow.</summary>
    public static ColorMap Viridis { get; } = ColorMap.OfHex(
        "viridis", "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1fa088 28ae80 3fbc73 5ec962 84d44b addc30 d8e219 fde725");

    /// <summary>Purple over near white to green, for light pages: opposed to agreeing, in hues that stand for no component and no run.</summary>
    public static ColorMap Agreement { get; } = ColorMap.OfHex("agreement", "6f2a7a 93529c b47fba d0add3 e7d6e8 f6f5f3 d3e9df a4d3c2 6fb7a2 3a957f 0b7060");

    /// <summary>The same hues for dark pages, darkest in the middle.</summary>
    public static ColorMap AgreementOnDark { get; } =
        ColorMap.OfHex("agreement-on-dark", "dba6e6 bb83c8 9765a5 714b7f 493456 1f2530 24463f 2d685b 3b8d79 53b39b 7adbc2");
}
