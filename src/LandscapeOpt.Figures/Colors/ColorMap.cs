using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Colors;

/// <summary>Colours along a number from 0 to 1: a table of colours at equal distances, linear in between.</summary>
public sealed class ColorMap
{
    private readonly Color[] table;

    /// <summary>A map through these colours.</summary>
    /// <param name="name">The kebab-case name.</param>
    /// <param name="colors">At least two colours, at equal distances from 0 to 1.</param>
    /// <exception cref="ArgumentException">There are fewer than two colours.</exception>
    public ColorMap(string name, params ReadOnlySpan<Color> colors)
    {
        if (colors.Length < 2)
        {
            throw new ArgumentException("A colour map needs at least two colours.", nameof(colors));
        }

        (Name, table) = (name, colors.ToArray());
    }

    /// <summary>The kebab-case name.</summary>
    public string Name { get; }

    /// <summary>The colour at a place; values outside [0, 1] are clamped, NaN counts as 0.</summary>
    /// <param name="t">The place, 0 to 1.</param>
    public Color At(double t)
    {
        double place = (t > 0 ? Math.Min(t, 1) : 0) * (table.Length - 1);
        int below = Math.Min((int)place, table.Length - 2);
        return table[below].Mix(table[below + 1], place - below);
    }

    /// <summary>The same colours from the other end.</summary>
    public ColorMap Reversed()
    {
        Color[] colors = [.. table];
        Array.Reverse(colors);
        return new(Name + "-reversed", colors);
    }

    /// <summary>A part of this map, stretched to the whole of [0, 1].</summary>
    /// <param name="from">The place that becomes 0.</param>
    /// <param name="to">The place that becomes 1.</param>
    public ColorMap Part(double from, double to)
    {
        var colors = new Color[33];
        for (int i = 0; i < colors.Length; i++)
        {
            colors[i] = At(from + ((to - from) * i / (colors.Length - 1)));
        }

        return new(Name, colors);
    }

    internal static ColorMap OfHex(string name, string hexes) => new(name, [.. hexes.Split(' ').Select(Color.Parse)]);
}
