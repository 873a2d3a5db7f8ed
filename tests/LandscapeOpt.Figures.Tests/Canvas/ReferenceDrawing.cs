using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

/// <summary>A drawing with a bit of everything.</summary>
internal static class ReferenceDrawing
{
    public const double Width = 320, Height = 240;

    private static readonly Color Ink = Color.Parse("#1b2330"), Blue = Color.Parse("#0072B2"), Vermillion = Color.Parse("#D55E00");

    public static void Draw(ICanvas c)
    {
        Lines(c);
        Areas(c);
        Letters(c);
    }

    private static void Lines(ICanvas c)
    {
        for (int i = 0; i < 8; i++)
        {
            double width = 0.25 * (i + 1), y = 90 + (6 * i);
            c.Stroke(VectorPath.Segment(new(10, y), new(70, y + 9.3)), new(Ink, width));
            c.Stroke(VectorPath.Segment(new(80, y), new(140, y)), new(Ink, width, Dashes: new double[] { 4, 2.5 }, DashOffset: i));
            c.Stroke(VectorPath.Segment(new(150, y), new(200, y + 5)), new(Ink, width, Cap: LineCap.Round, Dashes: new double[] { 0, 3 }));
        }

        int k = 0;
        foreach (LineJoin join in Enum.GetValues<LineJoin>())
        {
            VectorPath path = VectorPath.Polyline([new(15 + (k * 42), 185), new(30 + (k * 42), 150), new(40 + (k * 42), 185), new(45 + (k * 42), 160)]);
            c.Stroke(path, new(Blue.WithAlpha(0.5), 6, join, (LineCap)k));
            c.Stroke(path, new(Ink, 0.5));
            k++;
        }
    }

    private static void Areas(ICanvas c)
    {
        c.Fill(VectorPath.Circle(new(30, 215), 18), Vermillion.WithAlpha(0.5));
        c.Fill(VectorPath.Circle(new(50, 215), 18), Blue.WithAlpha(0.5));
        c.Stroke(VectorPath.Circle(new(95, 215), 15), new(Ink, 1));
        c.Stroke(VectorPath.Arc(new(95, 215), 10, 30, 250), new(Ink, 0.5, Dashes: new double[] { 2, 1 }));
        c.Fill(VectorPath.RoundedRectangle(new(120, 198, 60, 36), 6), new LinearGradient(new(120, 0), new(180, 0), [new(0, Blue), new(1, Vermillion)]));
        c.Image(new(190, 198, 36, 36), 3, 3, [Blue, Ink, Blue, Ink, Color.White, Ink, Vermillion, Ink, Vermillion.WithAlpha(0.3)]);
        c.PushClip(VectorPath.Circle(new(260, 215), 18));
        c.PushGroup(0.7);
        for (int i = 0; i < 10; i++)
            c.Stroke(VectorPath.Segment(new(235, 195 + (i * 4)), new(285, 205 + (i * 4))), new(Vermillion, 1.5));
        c.PopGroup();
        c.PopClip();
        c.Stamp(VectorPath.Circle(default, 2.2), [new(150, 160), new(165.3, 171.7), new(180.1, 158.2), new(195, 170)], Color.White, new Stroke(Ink, 0.9));
        c.PushClip(new RectD(210, 95.25, 40, 40.5));
        c.Fill(new VectorPath().MoveTo(230, 90).LineTo(245, 140).LineTo(205, 108).LineTo(255, 108).LineTo(215, 140).Close(), Blue, FillRule.EvenOdd);
        c.PopClip();
    }

    private static void Letters(ICanvas c)
    {
        c.Text("Following the straight line: AVATAR", new(10, 20), new(13, Ink, Bold: true));
        c.Text(RichText.Parse("*w*_1 = 3.14 × 10^{-3}, λ_{max} ≤ ∇f, Ångström é"), new(10, 40), new(9, Ink));
        c.Text(RichText.Parse("*bold* μ₀²"), new(310, 60),
            new(9, Vermillion, Bold: true, HorizontalAlign: HorizontalAlign.Right, VerticalAlign: VerticalAlign.Middle));
        c.Fill(VectorPath.Rectangle(new(260, 95, 50, 40)), Color.Parse("#8899bb"));
        c.Text("0.56", new(285, 115), new(8, Ink, HorizontalAlign: HorizontalAlign.Center, RotationDegrees: 37, Halo: Color.White, HaloWidth: 1.5));
        c.Text("upright", new(305, 190), new(8, Ink, RotationDegrees: 90));
    }
}
