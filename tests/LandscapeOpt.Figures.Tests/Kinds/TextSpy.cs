using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Kinds;

/// <summary>A canvas that draws nothing and remembers where texts stand and whether every clip and group is closed.</summary>
internal sealed class TextSpy(double width, double height) : ICanvas
{
    private readonly List<(string Text, RectD Box, bool IsTurned)> texts = [];

    public double Width => width;

    public double Height => height;

    public int Open { get; private set; }

    /// <summary>Texts in the order drawn, with the box around their ink.</summary>
    public IReadOnlyList<(string Text, RectD Box, bool IsTurned)> Texts => texts;

    public void Text(RichText text, PointD at, TextStyle style)
    {
        if (at.IsFinite && text.PlainText.Length > 0)
        {
            texts.Add((text.PlainText, Typesetter.Bounds(text, at, style with { Halo = null }), style.RotationDegrees % 90 != 0));
        }
    }

    public void PushClip(RectD area) => Open++;

    public void PushClip(VectorPath path, FillRule rule = FillRule.NonZero) => Open++;

    public void PopClip() => Open--;

    public void PushGroup(double opacity) => Open++;

    public void PopGroup() => Open--;

    public void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero)
    {
    }

    public void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero)
    {
    }

    public void Stroke(VectorPath path, Stroke stroke)
    {
    }

    public void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke)
    {
    }

    public void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false)
    {
    }
}
