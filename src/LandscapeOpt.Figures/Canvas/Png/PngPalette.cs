using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Png;

/// <summary>The colours of a picture that has few of them, and the picture as numbers of colours.</summary>
internal sealed class PngPalette
{
    private const int Largest = 256;
    private const int Slots = 1024;

    private readonly Color[] slotColors = new Color[Slots];
    private readonly int[] slotNumbers = new int[Slots];
    private readonly List<Color> colors = [];

    private PngPalette(int pixels) => Indices = new byte[pixels];

    public IReadOnlyList<Color> Colors => colors;

    public byte[] Indices { get; }

    /// <summary>The palette of a picture; null where it has more than 256 colours.</summary>
    [MethodImpl(Hot.Loop)]
    public static PngPalette? TryMake(PixelImage image)
    {
        ReadOnlySpan<Color> pixels = image.Pixels;
        var palette = new PngPalette(pixels.Length);
        Color previous = pixels[0];
        int number = palette.NumberOf(previous);
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] != previous)
            {
                previous = pixels[i];
                number = palette.NumberOf(previous);
                if (number >= Largest)
                    return null;
            }

            palette.Indices[i] = (byte)number;
        }

        return palette;
    }

    private int NumberOf(Color color)
    {
        int slot = (int)((((uint)color.R << 24) | ((uint)color.G << 16) | ((uint)color.B << 8) | color.A) * 2654435761u >> 22);
        while (slotNumbers[slot] != 0)
        {
            if (slotColors[slot] == color)
                return slotNumbers[slot] - 1;
            slot = (slot + 1) % Slots;
        }

        colors.Add(color);
        (slotColors[slot], slotNumbers[slot]) = (color, colors.Count);
        return colors.Count - 1;
    }
}
