using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class BlendingTests
{
    private static readonly VectorPath Page = VectorPath.Rectangle(new(0, 0, 4, 4));

    [Fact]
    public void Translucent_shapes_mix_in_srgb_values()
    {
        PixelImage image = Draw(Color.White, c =>
        {
            c.Fill(VectorPath.Rectangle(new(0, 0, 3, 4)), new Color(255, 0, 0, 128));
            c.Fill(VectorPath.Rectangle(new(1, 0, 3, 4)), new Color(0, 0, 255, 128));
        });

        // 128/255 of red over white; blue over white; blue over that red.
        Assert.Equal(new Color(255, 127, 127), image[0, 0]);
        Assert.Equal(new Color(127, 127, 255), image[3, 0]);
        Assert.Equal(new Color(127, 63, 191), image[2, 0]);
    }

    [Fact]
    public void On_a_transparent_page_colours_stay_pure_and_opacities_add_up()
    {
        PixelImage image = Draw(Color.Transparent, c =>
        {
            c.Fill(VectorPath.Rectangle(new(0, 0, 1.5, 4)), new Color(10, 200, 30));
            c.Fill(VectorPath.Rectangle(new(2, 0, 2, 4)), new Color(255, 0, 0, 128));
            c.Fill(VectorPath.Rectangle(new(3, 0, 1, 4)), new Color(0, 0, 255, 128));
        });
        Assert.Equal(new Color(10, 200, 30), image[0, 0]);
        Assert.Equal(new Color(10, 200, 30, 128), image[1, 0]);
        Assert.Equal(new Color(255, 0, 0, 128), image[2, 0]);

        // 1 - (1 - 128/255)² of opacity, red to blue as 127 to 255.
        Assert.Equal(new Color(85, 0, 170, 192), image[3, 0]);
    }

    [Theory]
    [InlineData(255, 255)]
    [InlineData(200, 80)]
    [InlineData(0, 90)]
    [InlineData(77, 0)]
    public void A_pixel_becomes_what_Color_Over_says(byte below, byte above)
    {
        Color page = new(30, 60, 90, below), paint = new(200, 100, 0, above);
        Assert.Equal(paint.A == 0 ? page : paint.Over(page), Draw(page, c => c.Fill(Page, paint))[1, 1]);
    }

    [Fact]
    public void A_group_is_laid_on_as_a_whole()
    {
        PixelImage image = Draw(Color.White, c =>
        {
            c.PushGroup(0.5);
            c.Fill(Page, new Color(255, 0, 0));
            c.Fill(VectorPath.Rectangle(new(0, 0, 2, 4)), new Color(0, 0, 255));
            c.PopGroup();
        });
        Assert.Equal(new Color(128, 128, 255), image[0, 0]);
        Assert.Equal(new Color(255, 128, 128), image[3, 0]);
    }

    [Fact]
    public void Clips_cut_exactly_and_nest()
    {
        double[,] coverage = CanvasProbe.Coverage(6, 6, c =>
        {
            c.PushClip(new RectD(0.5, 1, 4, 4));
            c.PushClip(new RectD(2, 0, 9, 3.25));
            c.Fill(VectorPath.Circle(new(3, 3), 30), Color.Black);
            c.PopClip();
            c.PopClip();
            c.Fill(VectorPath.Rectangle(new(0, 5, 1, 1)), Color.Black);
        });
        Assert.Equal(0, coverage[1, 2], 0.01);
        Assert.Equal(1, coverage[2, 1], 0.01);
        Assert.Equal(0.5, coverage[4, 2], 0.01);
        Assert.Equal(0.25, coverage[3, 3], 0.01);
        Assert.Equal(1, coverage[0, 5], 0.01);
        Assert.Equal((2.5 * 2.25) + 1, coverage.Cast<double>().Sum(), 0.02);
    }

    [Fact]
    public void Clip_paths_cut_all_kinds_of_drawings()
    {
        VectorPath disc = VectorPath.Circle(new(10, 10), 8), half = VectorPath.Rectangle(new(0, 0, 10, 20));
        double area = Math.PI * 64;
        Assert.Equal(area, Clipped(c => c.Fill(VectorPath.Rectangle(new(0, 0, 20, 20)), Color.Black)), 0.5);
        Assert.Equal(area, Clipped(c => c.Image(new(0, 0, 20, 20), 1, 1, [Color.Black])), 0.5);
        Assert.Equal(area, Clipped(c => c.Fill(VectorPath.Rectangle(new(0, 0, 20, 20)), Gradient(Color.Black, Color.Black))), 0.5);
        Assert.Equal(area / 2, Clipped(c =>
        {
            c.PushClip(half);
            c.Stroke(VectorPath.Segment(new(0, 10), new(20, 10)), new(Color.Black, 20));
            c.PopClip();
        }), 0.5);

        double Clipped(Action<ICanvas> draw) => CanvasProbe.Ink(20, 20, c =>
        {
            c.PushClip(disc);
            draw(c);
            c.PopClip();
        });
    }

    [Fact]
    public void Gradients_are_linear_between_their_ends_and_constant_beyond()
    {
        PixelImage image = Draw(Color.White, c => c.Fill(Page, Gradient(new(0, 0, 0), new(200, 100, 0))));
        Assert.Equal(new Color(0, 0, 0), image[0, 0]);
        Assert.Equal(new Color(50, 25, 0), image[1, 0]);
        Assert.Equal(new Color(150, 75, 0), image[2, 0]);
        Assert.Equal(new Color(200, 100, 0), image[3, 0]);
    }

    [Fact]
    public void Sharp_images_keep_each_cell_and_smooth_ones_interpolate()
    {
        Color[] cells = [new(0, 0, 0), new(200, 0, 0), new(0, 200, 0), new(0, 0, 200)];
        PixelImage sharp = Draw(Color.White, c => c.Image(new(0, 0, 4, 4), 2, 2, cells));
        Assert.Equal([cells[0], cells[1], cells[2], cells[3]], [sharp[1, 1], sharp[2, 1], sharp[1, 2], sharp[2, 2]]);
        PixelImage smooth = Draw(Color.White, c => c.Image(new(0, 0, 4, 4), 2, 2, cells, smooth: true));
        Assert.Equal(cells[0], smooth[0, 0]);
        Assert.Equal(new Color(50, 0, 0), smooth[1, 0]);
        Assert.Equal(new Color(150, 0, 0), smooth[2, 0]);
        PixelImage small = Draw(Color.White, c => c.Image(new(1, 1, 1, 1), 2, 2, cells));
        Assert.Equal(new Color(50, 50, 50), small[1, 1]);
        PixelImage shifted = Draw(Color.White, c => c.Image(new(0.5, 0, 2, 2), 1, 1, [Color.Black]));
        Assert.Equal([(byte)127, (byte)0, (byte)127], [shifted[0, 0].R, shifted[1, 0].R, shifted[2, 0].R]);
    }

    [Fact]
    public void Unbalanced_calls_are_refused()
    {
        var canvas = new RasterCanvas(4, 4);
        Assert.Throws<InvalidOperationException>(canvas.PopClip);
        Assert.Throws<InvalidOperationException>(canvas.PopGroup);
        canvas.PushClip(new RectD(0, 0, 1, 1));
        canvas.PushGroup(0.5);
        Assert.Throws<InvalidOperationException>(canvas.PopClip);
        Assert.Throws<InvalidOperationException>(canvas.ToImage);
        canvas.PushClip(Page);
        Assert.Throws<InvalidOperationException>(canvas.PopGroup);
        Assert.Throws<ArgumentException>(() => canvas.Image(new(0, 0, 1, 1), 2, 2, new Color[3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RasterCanvas(double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RasterCanvas(1e6, 1e6));
    }

    private static LinearGradient Gradient(Color from, Color to) => new(new(1, 0), new(3, 0), [new(0, from), new(1, to)]);

    private static PixelImage Draw(Color background, Action<ICanvas> draw)
    {
        var canvas = new RasterCanvas(4, 4, 1, background);
        draw(canvas);
        return canvas.ToImage();
    }
}
