using System.Runtime.CompilerServices;

namespace LandscapeOpt.Figures.Canvas.Raster;

/// <summary>The pixels of a page, of a band of it, or of a group of drawings.</summary>
/// <param name="width">Columns.</param>
/// <param name="height">Rows.</param>
/// <param name="top">The page's row that is the first one here.</param>
internal sealed class PixelBuffer(int width, int height, int top = 0)
{
    private readonly Color[] pixels = new Color[width * height];

    public int Width => width;

    public int Height => height;

    public int Top { get; set; } = top;

    public int Bottom => Top + height;

    public Color[] All => pixels;

    public Span<Color> Row(int y, int from, int to) => pixels.AsSpan(((y - Top) * width) + from, to - from);
}

/// <summary>How much of each pixel a clip path lets through.</summary>
internal sealed class ClipMask(int x, int y, int width, int height)
{
    private readonly float[] shares = new float[width * height];

    /// <summary>The shares of a part of a row that lies within the mask.</summary>
    public Span<float> Row(int row, int from, int to) => shares.AsSpan(((row - y) * width) + from - x, to - from);
}

/// <summary>Fills a clip mask, within the mask around it if there is one.</summary>
internal readonly ref struct MaskSink(ClipMask mask, ClipMask? outer) : ICoverageSink
{
    public void Pixels(int y, int x, ReadOnlySpan<double> coverage)
    {
        Span<float> row = mask.Row(y, x, x + coverage.Length);
        for (int i = 0; i < row.Length; i++)
            row[i] = (float)coverage[i];
        Limit(y, x, row);
    }

    public void Run(int y, int from, int to, double coverage)
    {
        Span<float> row = mask.Row(y, from, to);
        row.Fill((float)coverage);
        Limit(y, from, row);
    }

    private void Limit(int y, int x, Span<float> row)
    {
        if (outer is null)
            return;
        ReadOnlySpan<float> around = outer.Row(y, x, x + row.Length);
        for (int i = 0; i < row.Length; i++)
            row[i] *= around[i];
    }
}

/// <summary>Lays one colour on.</summary>
internal readonly ref struct SolidSink(PixelBuffer target, ClipMask? mask, Color color) : ICoverageSink
{
    private readonly double opacity = color.A / 255.0;

    [MethodImpl(Hot.Loop)]
    public void Pixels(int y, int x, ReadOnlySpan<double> coverage)
    {
        Span<Color> row = target.Row(y, x, x + coverage.Length);
        ReadOnlySpan<float> shares = mask is null ? default : mask.Row(y, x, x + coverage.Length);
        for (int i = 0; i < row.Length; i++)
        {
            double alpha = coverage[i] * opacity;
            if (!shares.IsEmpty)
                alpha *= shares[i];
            if (alpha > 0)
                Raster.Pixels.Blend(ref row[i], color, alpha);
        }
    }

    public void Run(int y, int from, int to, double coverage)
    {
        Span<Color> row = target.Row(y, from, to);
        if (mask is not null)
        {
            ReadOnlySpan<float> shares = mask.Row(y, from, to);
            for (int i = 0; i < row.Length; i++)
            {
                if (shares[i] > 0)
                    Raster.Pixels.Blend(ref row[i], color, coverage * opacity * shares[i]);
            }

            return;
        }

        if (coverage == 1 && color.A == 255)
        {
            row.Fill(color);
            return;
        }

        foreach (ref Color pixel in row)
            Raster.Pixels.Blend(ref pixel, color, coverage * opacity);
    }
}

/// <summary>Lays the colours of a gradient on, each pixel in the colour of its centre.</summary>
internal readonly ref struct GradientSink(PixelBuffer target, ClipMask? mask, GradientRamp ramp) : ICoverageSink
{
    public void Pixels(int y, int x, ReadOnlySpan<double> coverage)
    {
        for (int i = 0; i < coverage.Length; i++)
            Lay(y, x + i, coverage[i]);
    }

    public void Run(int y, int from, int to, double coverage)
    {
        for (int x = from; x < to; x++)
            Lay(y, x, coverage);
    }

    private void Lay(int y, int x, double coverage)
    {
        Color color = ramp.At(x + 0.5, y + 0.5);
        double alpha = coverage * (color.A / 255.0);
        if (mask is not null)
            alpha *= mask.Row(y, x, x + 1)[0];
        if (alpha > 0)
            Raster.Pixels.Blend(ref target.Row(y, x, x + 1)[0], color, alpha);
    }
}

/// <summary>A linear gradient in pixel coordinates.</summary>
internal sealed class GradientRamp
{
    private readonly IReadOnlyList<GradientStop> stops;
    private readonly PointD from, direction;

    /// <summary>Prepares a gradient.</summary>
    /// <param name="gradient">The gradient.</param>
    /// <param name="scale">Pixels per point.</param>
    /// <exception cref="ArgumentException">It has no stops.</exception>
    public GradientRamp(LinearGradient gradient, double scale)
    {
        if (gradient.Stops.Count == 0)
            throw new ArgumentException("A gradient needs at least one stop.", nameof(gradient));
        stops = gradient.Stops;
        from = scale * gradient.From;
        PointD d = scale * (gradient.To - gradient.From);
        double squared = (d.X * d.X) + (d.Y * d.Y);
        direction = squared > 0 ? (1 / squared) * d : default;
    }

    /// <summary>The colour at a place.</summary>
    public Color At(double x, double y)
    {
        double t = ((x - from.X) * direction.X) + ((y - from.Y) * direction.Y);
        if (direction == default || !(t > stops[0].Offset))
            return direction == default ? stops[^1].Color : stops[0].Color;
        for (int i = 1; i < stops.Count; i++)
        {
            if (t < stops[i].Offset)
                return stops[i - 1].Color.Mix(stops[i].Color, (t - stops[i - 1].Offset) / (stops[i].Offset - stops[i - 1].Offset));
        }

        return stops[^1].Color;
    }
}
