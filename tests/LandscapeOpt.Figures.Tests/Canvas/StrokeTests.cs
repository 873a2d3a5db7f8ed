using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class StrokeTests
{
    private static readonly VectorPath Level = VectorPath.Segment(new(10, 10), new(30, 10));
    private static readonly VectorPath Corner = VectorPath.Polyline([new(8, 30), new(30, 30), new(30, 8)]);

    [Theory]
    [InlineData(LineCap.Butt, 80)]
    [InlineData(LineCap.Square, 96)]
    [InlineData(LineCap.Round, 80 + (4 * Math.PI))]
    public void Caps_have_their_area(LineCap cap, double area) =>
        Assert.Equal(area, CanvasProbe.Ink(40, 20, c => c.Stroke(Level, new(Color.Black, 4, Cap: cap))), 0.2);

    // Two legs of 22 x 6 share a 3 x 3 square inside the corner; the outer square belongs to the join.
    [Theory]
    [InlineData(LineJoin.Miter, 4, 264)]
    [InlineData(LineJoin.Miter, 1.2, 264 - 4.5)]
    [InlineData(LineJoin.Bevel, 4, 264 - 4.5)]
    [InlineData(LineJoin.Round, 4, 264 - 9 + (Math.PI * 9 / 4))]
    public void Joins_have_their_area(LineJoin join, double limit, double area) =>
        Assert.Equal(area, CanvasProbe.Ink(40, 40, c => c.Stroke(Corner, new(Color.Black, 6, join, MiterLimit: limit))), 0.2);

    [Fact]
    public void A_translucent_stroke_is_laid_on_once_where_it_crosses_and_turns_back()
    {
        VectorPath path = VectorPath.Polyline([new(3, 3), new(27, 27), new(27, 3), new(3, 27), new(27, 27), new(3, 3)]);
        double[,] coverage = CanvasProbe.Coverage(30, 30, c => c.Stroke(path, new(Color.Black.WithAlpha(0.5), 4)));
        Assert.Equal(128 / 255.0, coverage.Cast<double>().Max(), 0.003);
        Assert.Equal(128 / 255.0, coverage[15, 15], 0.003);
    }

    [Fact]
    public void Dashes_cover_their_share_and_start_where_the_offset_says()
    {
        double[,] coverage = CanvasProbe.Coverage(40, 20, c => c.Stroke(Level, new(Color.Black, 2, Dashes: new double[] { 3, 2 }, DashOffset: 1)));
        string row = string.Concat(Enumerable.Range(10, 20).Select(x => coverage[x, 10] > 0.5 ? '#' : '.'));
        Assert.Equal("##..###..###..###..#", row);
    }

    [Fact]
    public void An_odd_dash_pattern_is_doubled_and_goes_on_around_corners()
    {
        double[,] coverage = CanvasProbe.Coverage(40, 40, c => c.Stroke(Corner, new(Color.Black, 2, LineJoin.Miter, Dashes: new double[] { 5 })));
        string along = string.Concat(Enumerable.Range(8, 22).Select(x => coverage[x, 30] > 0.5 ? '#' : '.'));
        string up = string.Concat(Enumerable.Range(8, 22).Reverse().Select(y => coverage[30, y] > 0.5 ? '#' : '.'));
        Assert.Equal("#####.....#####.....##", along);
        Assert.Equal("###.....#####.....####", up);
    }

    [Fact]
    public void Dots_are_dashes_without_length_under_round_caps()
    {
        double ink = CanvasProbe.Ink(40, 20, c => c.Stroke(Level, new(Color.Black, 2, Cap: LineCap.Round, Dashes: new double[] { 0, 4 })));
        Assert.Equal(5 * Math.PI, ink, 0.2);
    }

    [Theory]
    [InlineData(LineCap.Butt, 0)]
    [InlineData(LineCap.Square, 16)]
    [InlineData(LineCap.Round, 4 * Math.PI)]
    public void A_line_without_length_is_a_dot_of_its_cap(LineCap cap, double area) =>
        Assert.Equal(area, CanvasProbe.Ink(20, 20, c => c.Stroke(VectorPath.Segment(new(10, 10), new(10, 10)), new(Color.Black, 4, Cap: cap))), 0.1);

    [Fact]
    public void A_closed_line_that_leaves_the_page_keeps_the_join_at_its_start()
    {
        var stroke = new Stroke(Color.Black, 6, LineJoin.Miter);
        PointD[] square = [new(10, 10), new(500, 10), new(500, 500), new(10, 500)];
        double[,] closed = CanvasProbe.Coverage(40, 40, c => c.Stroke(VectorPath.Polyline(square, closed: true), stroke));
        Assert.Equal(1, closed[7, 7]);
        Assert.Equal(1, closed[39, 12]);
        Assert.Equal(0, closed[20, 20]);
    }

    [Fact]
    public void Parts_far_outside_change_nothing_inside()
    {
        var stroke = new Stroke(Color.Black, 3, Dashes: new double[] { 7, 3 });
        double[,] near = CanvasProbe.Coverage(40, 40, c => c.Stroke(VectorPath.Segment(new(-100, -100), new(140, 140)), stroke));
        var longer = VectorPath.Segment(new(-100, -100), new(140 + 1e6, 140 + 1e6));
        CanvasProbe.AssertClose(near, CanvasProbe.Coverage(40, 40, c => c.Stroke(longer, stroke)), 1 / 255.0);
    }
}
