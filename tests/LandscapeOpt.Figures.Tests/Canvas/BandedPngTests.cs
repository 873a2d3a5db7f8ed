using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class BandedPngTests
{
    private const double Width = ReferenceDrawing.Width, Height = ReferenceDrawing.Height;

    [Theory]
    [InlineData(1, 2)]
    [InlineData(6400, 2)]
    [InlineData(23_000, 2)]
    [InlineData(7000, 1.37)]
    [InlineData(1 << 20, 2)]
    public void Bands_have_the_pixels_of_the_whole_page(int bandPixels, double scale)
    {
        var whole = new RasterCanvas(Width, Height, scale, Color.White);
        Draw(whole);
        PixelImage expected = whole.ToImage();
        using var output = new MemoryStream();
        string hash = "";
        BandedPng.Write(output, Width, Height, scale, Color.White, Draw, h => new("title", "text", hash = h), bandPixels);
        PixelImage image = PngFile.Decode(output.ToArray());
        Assert.Equal(expected.PixelHash(), image.PixelHash());
        Assert.Equal(expected.PixelHash(), hash);
        Assert.Equal(hash, PngFile.ReadInfo(output.ToArray()).Recipe);
    }

    [Fact]
    public void A_transparent_page_stays_transparent()
    {
        var whole = new RasterCanvas(Width, Height, 1);
        Draw(whole);
        using var output = new MemoryStream();
        BandedPng.Write(output, Width, Height, 1, Color.Transparent, Draw, _ => new(), 5000);
        Assert.Equal(whole.ToImage().PixelHash(), PngFile.Decode(output.ToArray()).PixelHash());
    }

    [Fact]
    public void Each_row_of_an_image_is_read_as_often_as_bands_need_it()
    {
        var rows = new Rows(40, 300);
        BandedPng.Write(Stream.Null, 60, 320, 1, Color.White, c => c.Image(new(10, 10, 40, 300), 40, 300, rows), _ => new(), 60 * 16);
        Assert.Equal(300, rows.Reads.Count);

        // Bands read a row or two beyond their edges.
        Assert.InRange(rows.Reads.Values.Sum(), 300, 400);
    }

    [Fact]
    public void A_large_page_takes_the_memory_of_a_band()
    {
        var rows = new Rows(5000, 5000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        BandedPng.Write(Stream.Null, 5100, 5100, 1, Color.White, c => c.Image(new(50, 50, 5000, 5000), 5000, 5000, rows), _ => new());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 30_000_000);
    }

    [Fact]
    public void A_cancelled_drawing_stops_after_the_band_in_work()
    {
        using var stop = new CancellationTokenSource();
        int bands = 0;
        Assert.Throws<OperationCanceledException>(() => BandedPng.Write(
            Stream.Null, 200, 200, 1, Color.White, _ => { }, _ => new(), 2000, _ => { bands++; stop.Cancel(); }, stop.Token));
        Assert.Equal(1, bands);
    }

    [Theory]
    [InlineData(70_000, 10)]
    [InlineData(0, 10)]
    [InlineData(10, double.NaN)]
    public void Impossible_pages_are_refused(double width, double height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BandedPng.Write(Stream.Null, width, height, 1, Color.White, _ => { }, _ => new()));

    private static void Draw(ICanvas canvas)
    {
        ReferenceDrawing.Draw(canvas);
        var rows = new Rows(50, 20);
        canvas.Image(new(230, 140, 50, 40), 50, 20, rows);
        canvas.Image(new(13.3, 62.7, 61.7, 17.1), 50, 20, rows);
        canvas.Image(new(90, 61.2, 11.1, 5.7), 50, 20, rows);
    }

    private sealed class Rows(int width, int height) : IPixelRows
    {
        public Dictionary<int, int> Reads { get; } = [];

        public void Read(int row, Span<Color> colors)
        {
            Assert.InRange(row, 0, height - 1);
            Assert.Equal(width, colors.Length);
            Reads[row] = Reads.GetValueOrDefault(row) + 1;
            for (int i = 0; i < colors.Length; i++)
                colors[i] = new((byte)(5 * i), (byte)(11 * row), (byte)(i * row));
        }
    }
}
