using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;

namespace LandscapeOpt.Figures;

/// <summary>The colours of a figure's parts.</summary>
public sealed record Theme
{
    /// <summary>The kebab-case name.</summary>
    public required string Name { get; init; }

    /// <summary>The page.</summary>
    public required Color Background { get; init; }

    /// <summary>Titles and labels.</summary>
    public required Color Ink { get; init; }

    /// <summary>Text of second rank: subtitles, tick labels.</summary>
    public required Color Muted { get; init; }

    /// <summary>Frames and tick marks.</summary>
    public required Color Frame { get; init; }

    /// <summary>Grid lines of charts.</summary>
    public required Color Grid { get; init; }

    /// <summary>What surrounds paths and labels that lie on data.</summary>
    public required Color Halo { get; init; }

    /// <summary>Inside of hollow markers.</summary>
    public required Color MarkerFill { get; init; }

    /// <summary>Inside of the target's star.</summary>
    public required Color TargetFill { get; init; }

    /// <summary>Landscapes: low loss at 0, high loss at 1.</summary>
    public required ColorMap Landscape { get; init; }

    /// <summary>Contour lines.</summary>
    public required Color Contour { get; init; }

    /// <summary>Numbers on contour lines.</summary>
    public required Color ContourLabel { get; init; }

    /// <summary>What a surface's colours become where no light falls.</summary>
    public required Color Shadow { get; init; }

    /// <summary>Where a landscape has no value.</summary>
    public required Color Undefined { get; init; }

    /// <summary>Runs and components.</summary>
    public required Palette Categories { get; init; }

    /// <summary>Cosines: opposed at 0, agreeing at 1.</summary>
    public required ColorMap Agreement { get; init; }

    /// <summary>Values along a path.</summary>
    public required ColorMap Sequence { get; init; }

    /// <summary>For white pages.</summary>
    public static Theme Light { get; } = new()
    {
        Name = "light",
        Background = Color.White,
        Ink = Color.Parse("1B2330"),
        Muted = Color.Parse("596375"),
        Frame = Color.Parse("A9B6C6"),
        Grid = Color.Parse("E6EAF0"),
        Halo = Color.White,
        MarkerFill = Color.White,
        TargetFill = Color.Parse("FFE14D"),
        Landscape = ColorMaps.Blues,
        Contour = Color.Parse("5A7DB099"),
        ContourLabel = Color.Parse("48608A"),
        Shadow = Color.Parse("34507E"),
        Undefined = Color.Parse("DDDDDD"),
        Categories = Palette.OkabeIto,
        Agreement = ColorMaps.Agreement,
        Sequence = ColorMaps.Viridis.Part(0, 0.92),
    };

    /// <summary>For dark pages.</summary>
    public static Theme Dark { get; } = new()
    {
        Name = "dark",
        Background = Color.Parse("10151D"),
        Ink = Color.Parse("EEF1F6"),
        Muted = Color.Parse("A3AEBF"),
        Frame = Color.Parse("4C596C"),
        Grid = Color.Parse("232C39"),
        Halo = Color.Parse("0B0F16"),
        MarkerFill = Color.Parse("0B0F16"),
        TargetFill = Color.Parse("FFE14D"),
        Landscape = ColorMaps.Night,
        Contour = Color.Parse("8FA9D28C"),
        ContourLabel = Color.Parse("B3C3DC"),
        Shadow = Color.Parse("05080E"),
        Undefined = Color.Parse("3A3A3A"),
        Categories = Palette.OkabeItoOnDark,
        Agreement = ColorMaps.AgreementOnDark,
        Sequence = ColorMaps.Viridis.Part(0.3, 1),
    };

    /// <summary>All themes.</summary>
    public static IReadOnlyList<Theme> All { get; } = [Dark, Light];

    /// <summary>The same theme on whatever lies behind the figure.</summary>
    public Theme OnTransparent() => this with { Background = Color.Transparent };

    /// <summary>The theme of that name, or null.</summary>
    /// <param name="name">"light" or "dark".</param>
    public static Theme? Find(string name) => All.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));
}
