using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Colors;

/// <summary>How colours look to readers without one kind of cone (Machado, Oliveira and Fernandes 2009, doi:10.1109/TVCG.2009.113, severity 1).</summary>
internal static class ColorVision
{
    private static readonly double[] Protan = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998];
    private static readonly double[] Deutan = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881];
    private static readonly double[] Tritan = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900];

    /// <summary>Full colour vision, and without the long, the middle or the short cones.</summary>
    public static IReadOnlyList<Func<Color, Color>> All { get; } = [c => c, c => Seen(c, Protan), c => Seen(c, Deutan), c => Seen(c, Tritan)];

    private static Color Seen(Color c, double[] m)
    {
        (double r, double g, double b) = (Linear(c.R), Linear(c.G), Linear(c.B));
        return new(Byte((m[0] * r) + (m[1] * g) + (m[2] * b)), Byte((m[3] * r) + (m[4] * g) + (m[5] * b)), Byte((m[6] * r) + (m[7] * g) + (m[8] * b)));
    }

    private static double Linear(byte channel) => channel / 255.0 is var v && v <= 0.04045 ? v / 12.92 : Elementary.Pow((v + 0.055) / 1.055, 2.4);

    private static byte Byte(double linear) =>
        (byte)((255 * (Math.Clamp(linear, 0, 1) is var v && v <= 0.0031308 ? 12.92 * v : (1.055 * Elementary.Pow(v, 1 / 2.4)) - 0.055)) + 0.5);
}
