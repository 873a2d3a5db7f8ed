namespace LandscapeOpt.Figures.Canvas;

/// <summary>Keeps what is drawn, to be drawn later or several times.</summary>
internal sealed class Recording
{
    private readonly List<Action<ICanvas>> actions = [];

    /// <summary>A page like another one, on which everything is kept and nothing drawn.</summary>
    public ICanvas For(ICanvas canvas) => new Recorder(canvas, actions);

    /// <summary>Draws what was kept.</summary>
    public void Play(ICanvas canvas) => actions.ForEach(a => a(canvas));

    private sealed class Recorder(ICanvas page, List<Action<ICanvas>> actions) : ICanvas
    {
        public double Width => page.Width;

        public double Height => page.Height;

        public double PixelsPerPoint => page.PixelsPerPoint;

        public void Stroke(VectorPath path, Stroke stroke) => actions.Add(c => c.Stroke(path, stroke));

        public void Text(RichText text, PointD at, TextStyle style) => actions.Add(c => c.Text(text, at, style));

        public void Fill(VectorPath path, Color color, FillRule rule = FillRule.NonZero) => actions.Add(c => c.Fill(path, color, rule));

        public void Fill(VectorPath path, LinearGradient gradient, FillRule rule = FillRule.NonZero) => actions.Add(c => c.Fill(path, gradient, rule));

        public void Stamp(VectorPath shape, ReadOnlySpan<PointD> places, Color? fill, Stroke? stroke)
        {
            PointD[] kept = places.ToArray();
            actions.Add(c => c.Stamp(shape, kept, fill, stroke));
        }

        public void Image(RectD area, int width, int height, ReadOnlySpan<Color> pixels, bool smooth = false)
        {
            Color[] kept = pixels.ToArray();
            actions.Add(c => c.Image(area, width, height, kept, smooth));
        }

        public void Image(RectD area, int width, int height, IPixelRows rows) => actions.Add(c => c.Image(area, width, height, rows));

        public void PushClip(RectD area) => actions.Add(c => c.PushClip(area));

        public void PushClip(VectorPath path, FillRule rule = FillRule.NonZero) => actions.Add(c => c.PushClip(path, rule));

        public void PopClip() => actions.Add(c => c.PopClip());

        public void PushGroup(double opacity) => actions.Add(c => c.PushGroup(opacity));

        public void PopGroup() => actions.Add(c => c.PopGroup());
    }
}
