namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>Source-over blending on sRGB values.</summary>
internal static class Pixels
{
    /// <summary>Lays a colour over a pixel.</summary>
    /// <param name="below">The pixel.</param>
    /// <param name="color">What is laid on; its own alpha plays no part.</param>
    /// <param name="alpha">Opacity, 0 to 1, coverage included.</param>
    public static void Blend(ref Color below, Color color, double alpha)
    {
        if (below.A != 255)
        {
            BlendTranslucent(ref below, color, alpha);
            return;
        }

        int share = (int)((alpha * 65536) + 0.5);
        below = new(Mix(below.R, color.R, share), Mix(below.G, color.G, share), Mix(below.B, color.B, share));
    }

    private static byte Mix(int below, int above, int share) => (byte)(((below << 16) + ((above - below) * share) + 32768) >> 16);

    private static void BlendTranslucent(ref Color below, Color color, double alpha)
    {
        double rest = below.A / 255.0 * (1 - alpha), sum = alpha + rest;
        byte opacity = (byte)((255 * sum) + 0.5);
        below = opacity == 0 ? default : new(
            (byte)((((color.R * alpha) + (below.R * rest)) / sum) + 0.5),
            (byte)((((color.G * alpha) + (below.G * rest)) / sum) + 0.5),
            (byte)((((color.B * alpha) + (below.B * rest)) / sum) + 0.5),
            opacity);
    }
}
