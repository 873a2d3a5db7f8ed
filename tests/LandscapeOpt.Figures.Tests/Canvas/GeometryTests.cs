using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class GeometryTests
{
    [Theory]
    [InlineData("#0072B2", 0, 0x72, 0xB2, 255)]
    [InlineData("d55e00", 0xD5, 0x5E, 0, 255)]
    [InlineData("#fa3", 0xFF, 0xAA, 0x33, 255)]
    [InlineData("#01020304", 1, 2, 3, 4)]
    public void Colours_are_read_and_written(string text, byte r, byte g, byte b, byte a)
    {
        Color color = Color.Parse(text);
        Assert.Equal(new Color(r, g, b, a), color);
        Assert.Equal(color, Color.Parse(color.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#12")]
    [InlineData("#1234567")]
    [InlineData("red")]
    [InlineData("#+12345")]
    [InlineData(null)]
    public void Other_texts_are_no_colours(string? text)
    {
        Assert.False(Color.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Color.Parse(text!));
    }

    [Fact]
    public void Colours_mix_and_fade()
    {
        Assert.Equal(new Color(50, 100, 0), Color.Black.Mix(new(100, 200, 0), 0.5));
        Assert.Equal(Color.White, Color.Black.Mix(Color.White, 7));
        Assert.Equal(Color.Black, Color.Black.Mix(Color.White, double.NaN));
        Assert.Equal(128, Color.Black.WithAlpha(0.5).A);
        Assert.Equal([(byte)0, (byte)255, (byte)0], [Color.Black.WithAlpha(-1).A, Color.Black.WithAlpha(9).A, Color.Black.WithAlpha(double.NaN).A]);
    }

    [Fact]
    public void Rotations_turn_counter_clockwise_as_seen()
    {
        Assert.Equal(new(0, -1), Affine.Rotation(90).Apply(new(1, 0)));
        Assert.Equal(new(0, 1), Affine.Rotation(-450).Apply(new(1, 0)));
        PointD p = Affine.Rotation(30).Apply(new(2, 0));
        Assert.Equal(Math.Sqrt(3), p.X, 12);
        Assert.Equal(-1, p.Y, 12);
    }

    [Fact]
    public void Maps_are_applied_from_right_to_left()
    {
        Affine map = Affine.Translation(10, 0) * Affine.Rotation(90) * Affine.Scaling(2, 3);
        Assert.Equal(new(10 + 3, -2), map.Apply(new(1, 1)));
        Assert.Equal(6, map.Determinant, 12);
    }

    [Theory]
    [InlineData(0, 90)]
    [InlineData(30, 250)]
    [InlineData(10, -400)]
    public void Arcs_stay_on_their_circle_and_end_where_they_should(double start, double sweep)
    {
        VectorPath arc = VectorPath.Arc(new(3, 4), 5, start, sweep);
        double end = start + Math.Clamp(sweep, -360, 360);
        Assert.Equal(3 + (5 * Math.Cos(start * Math.PI / 180)), arc.Points[0].X, 9);
        Assert.Equal(4 - (5 * Math.Sin(end * Math.PI / 180)), arc.Points[^1].Y, 9);
        RectD extent = PathExtent.Of(arc);
        Assert.True(extent.X >= -2.002 && extent.Right <= 8.002 && extent.Y >= -1.002 && extent.Bottom <= 9.002);
    }

    [Fact]
    public void Extents_are_tight_and_bounds_hold_the_control_points()
    {
        VectorPath curve = new VectorPath().MoveTo(0, 0).QuadTo(new(5, 10), new(10, 0));
        Assert.Equal(new(0, 0, 10, 10), curve.Bounds);
        Assert.Equal(5, PathExtent.Of(curve).Height, 12);
        RectD circle = PathExtent.Of(VectorPath.Circle(new(7, 8), 3));
        Assert.Equal(6, circle.Width, 4);
        Assert.Equal(8, circle.Center.Y, 12);
        Assert.Equal(new(1, 2, 0, 0), VectorPath.Polyline([new(1, 2), new(double.NaN, 9), new(double.PositiveInfinity, 1)]).Bounds);
    }

    [Fact]
    public void Rectangles_meet_and_grow()
    {
        RectD a = new(0, 0, 4, 4), b = new(3, 2, 5, 1);
        Assert.True(a.Overlaps(b));
        Assert.False(a.Overlaps(new(4, 0, 1, 1)));
        Assert.Equal(new(3, 2, 1, 1), a.Intersect(b));
        Assert.Equal(new(0, 0, 8, 4), a.Union(b));
        Assert.Equal(new(-1, -1, 6, 6), a.Inflate(1));
        Assert.True(a.Intersect(new(9, 9, 1, 1)).IsEmpty);
        Assert.True(new RectD(0, 0, double.NaN, 1).IsEmpty);
    }
}
