using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

/// <summary>Runs that diverge hand over anything that a double can be.</summary>
public sealed class HardInputTests
{
    private static readonly double[] Odd =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, double.MaxValue, 1e-300, -0.0, 1e15, 20, 3.7, 10];

    [Fact]
    public void Any_coordinates_can_be_drawn_on_both_canvases()
    {
        var random = new Random(6);
        var raster = new RasterCanvas(20, 20, 2, Color.White);
        var svg = new SvgCanvas(20, 20);
        foreach (ICanvas canvas in (ICanvas[])[raster, svg])
        {
            for (int trial = 0; trial < 300; trial++)
                DrawAll(canvas, random);
        }

        Assert.Equal(40, raster.ToImage().Width);
        Assert.DoesNotContain("NaN", svg.ToSvg(), StringComparison.Ordinal);
        Assert.DoesNotContain("∞", svg.ToSvg(), StringComparison.Ordinal);
        Assert.Equal("", SvgFile.ReadInfo(svg.ToSvg()).Title);
    }

    [Fact]
    public void A_line_that_ends_at_1e300_has_the_right_slope()
    {
        var stroke = new Stroke(Color.Black, 2);
        double[,] near = CanvasProbe.Coverage(40, 40, c => c.Stroke(VectorPath.Segment(new(5, 10), new(105, 60)), stroke));
        double[,] far = CanvasProbe.Coverage(40, 40, c => c.Stroke(VectorPath.Segment(new(5, 10), new(1e300, 5e299)), stroke));
        CanvasProbe.AssertClose(near, far, 1 / 255.0);
        VectorPath wedge = VectorPath.Polyline([new(5, 10), new(105, 60), new(105, 10)], closed: true);
        VectorPath huge = VectorPath.Polyline([new(5, 10), new(1e300, 5e299), new(1e300, 10)], closed: true);
        CanvasProbe.AssertClose(
            CanvasProbe.Coverage(40, 40, c => c.Fill(wedge, Color.Black)), CanvasProbe.Coverage(40, 40, c => c.Fill(huge, Color.Black)), 1 / 255.0);
    }

    [Fact]
    public void A_line_breaks_at_points_that_are_not_finite()
    {
        VectorPath path = VectorPath.Polyline([new(2, 10), new(8, 10), new(double.NaN, 3), new(12, 10), new(18, 10)]);
        double[,] coverage = CanvasProbe.Coverage(20, 20, c => c.Stroke(path, new(Color.Black, 2)));
        string row = string.Concat(Enumerable.Range(0, 20).Select(x => coverage[x, 10] > 0.5 ? '#' : '.'));
        Assert.Equal("..######....######..", row);
    }

    [Fact]
    public void A_hundred_thousand_steps_across_the_page_are_drawn()
    {
        var random = new Random(7);
        var path = new VectorPath(100_000);
        for (int i = 0; i < 100_000; i++)
            path.LineTo(200 * random.NextDouble(), 200 * random.NextDouble());
        var canvas = new RasterCanvas(200, 200, 1, Color.White);
        canvas.Stroke(path, new(Color.Black, 1));
        Assert.Equal(Color.Black, canvas.ToImage()[100, 100]);
    }

    [Fact]
    public void A_hundred_thousand_steps_into_one_point_are_drawn()
    {
        var path = new VectorPath(100_000).MoveTo(10, 50);
        for (int i = 1; i < 100_000; i++)
            path.LineTo(50 + (40.0 / i * (i % 2 == 0 ? 1 : -1)), 50 + (10.0 / i));
        Assert.InRange(CanvasProbe.Ink(100, 100, c => c.Stroke(path, new(Color.Black, 1))), 80, 400);
    }

    private static void DrawAll(ICanvas canvas, Random random)
    {
        VectorPath path = new VectorPath().MoveTo(P()).LineTo(P()).QuadTo(P(), P()).LineTo(P()).Close().CubicTo(P(), P(), P()).Close().MoveTo(P()).LineTo(P());
        var color = new Color(0, 0, 0, (byte)random.Next(256));
        canvas.Fill(path, color, (FillRule)random.Next(2));
        canvas.Fill(path, new LinearGradient(P(), P(), [new(V(), color), new(V(), Color.White)]));
        canvas.Stroke(path, new(color, V(), (LineJoin)random.Next(3), (LineCap)random.Next(3), new double[] { V(), V() }, V(), V()));
        canvas.Stamp(path, [P(), P()], color, new Stroke(color, 1));
        canvas.Image(new(V(), V(), V(), V()), 2, 1, [color, Color.White], random.Next(2) == 0);
        canvas.Text("x", P(), new(Math.Min(V(), 1e6), color, RotationDegrees: V(), Halo: color, HaloWidth: V()));
        canvas.PushClip(random.Next(2) == 0 ? VectorPath.Rectangle(new(V(), V(), V(), V())) : path);
        canvas.PushClip(new RectD(V(), V(), V(), V()));
        canvas.Fill(path, color);
        canvas.PopClip();
        canvas.PopClip();

        PointD P() => new(V(), V());

        double V() => Odd[random.Next(Odd.Length)];
    }
}
