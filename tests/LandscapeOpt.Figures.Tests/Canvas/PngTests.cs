using LandscapeOpt.Figures.Canvas;

namespace LandscapeOpt.Figures.Tests.Canvas;

public sealed class PngTests
{
    private const int ColourType = 25;

    // 7 x 6 pixels, rows filtered in all five ways, two IDAT chunks, a Latin-1 text; made with Python's zlib alone.
    private const string Foreign =
        "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAGCAIAAACAbBMhAAAAC3RFWHRBdXRob3IAY2Fm6fIoJcYAAAAoSURBVHjaHcTLCcJQEAXQd988owjKBDRGlCGgC8EWXFqEWImV"
        + "WEm6ctYDfq9/udbDAAAAU0lEQVQiHE5KhH3K4Z3Or3x5putD+rsANzEOjQNjZRwby+8MT/ARfAJv4Sv4Fr6XfKLGVKPWmGm0Gp3GusAFrMAanIMduARN5Jg1FhqNhv1t"
        + "NHZffosu5r1JrS0AAAAASUVORK5CYII=";

    [Theory]
    [InlineData(2, 255, 3)]
    [InlineData(200, 255, 3)]
    [InlineData(5, 17, 3)]
    [InlineData(100_000, 255, 2)]
    [InlineData(100_000, 3, 6)]
    public void Pixels_come_back_and_the_smallest_kind_is_chosen(int colors, byte lowestAlpha, byte kind)
    {
        PixelImage image = RandomImage(61, 47, colors, lowestAlpha);
        byte[] file = PngFile.Encode(image);
        Assert.Equal(kind, file[ColourType]);
        PixelImage back = PngFile.Decode(file);
        Assert.Equal((61, 47), (back.Width, back.Height));
        Assert.Equal(image.Rgba.ToArray(), back.Rgba.ToArray());
        Assert.Equal(image.PixelHash(), back.PixelHash());
    }

    [Fact]
    public void Smooth_images_are_filtered_and_come_back()
    {
        var pixels = new byte[4 * 300 * 200];
        for (int i = 0; i < 300 * 200; i++)
            (pixels[4 * i], pixels[(4 * i) + 1], pixels[(4 * i) + 2], pixels[(4 * i) + 3]) =
                ((byte)((i % 300) / 2), (byte)(i / 300), (byte)((i % 300) + (i / 300)), 255);
        byte[] file = PngFile.Encode(new(300, 200, pixels));
        Assert.InRange(file.Length, 100, pixels.Length / 50);
        Assert.Equal(pixels, PngFile.Decode(file).Rgba.ToArray());
    }

    [Fact]
    public void Files_of_others_are_read()
    {
        byte[] file = Convert.FromBase64String(Foreign);
        Assert.Equal("4778e4ff16320eb01d8467605951962ba5ed95f0709c62b9e444c0a5776bdb2f", PngFile.Decode(file).PixelHash());
        Assert.Equal("café", PngFile.ReadText(file)["Author"]);
    }

    [Fact]
    public void What_a_file_says_about_itself_comes_back()
    {
        var info = new FigureInfo("Two wells, λ ≤ 3", "A sentence with \"quotes\",\na new line and 漢字.", string
            .Concat(Enumerable.Repeat("{\"a\": [1, 2]}\r\n", 400)), "landscape-opt 0.1.0");
        byte[] file = PngFile.Encode(RandomImage(5, 5, 10, 255), info, 2);
        Assert.Equal(info, PngFile.ReadInfo(file));
        Assert.Equal(4, PngFile.ReadText(file).Count);
        Assert.InRange(file.Length, 200, 1500);
        Assert.Equal(new FigureInfo(), PngFile.ReadInfo(PngFile.Encode(RandomImage(5, 5, 10, 255))));
    }

    [Fact]
    public void The_density_is_that_of_the_scale()
    {
        byte[] file = PngFile.Encode(RandomImage(5, 5, 10, 255), null, 2);
        int at = file.AsSpan().IndexOf("pHYs"u8) + 4;

        // 144 pixels per inch are 5669 per metre.
        Assert.Equal([0, 0, 0x16, 0x25, 0, 0, 0x16, 0x25, 1], file[at..(at + 9)]);
    }

    [Fact]
    public void Damaged_files_are_refused_by_one_kind_of_exception()
    {
        byte[] good = PngFile.Encode(RandomImage(9, 8, 300, 255), new("title", "text", new string('x', 600)));
        for (int length = 0; length < good.Length; length++)
            Assert.Throws<PngException>(() => PngFile.Decode(good.AsMemory(0, length)));
        var random = new Random(10);
        for (int trial = 0; trial < 2000; trial++)
        {
            byte[] bad = [.. good];
            int at = random.Next(bad.Length);
            bad[at] ^= (byte)(1 + random.Next(255));
            Assert.Throws<PngException>(() => (PngFile.Decode(bad), PngFile.ReadText(bad)));
        }
    }

    [Theory]
    [InlineData(24, 16)]
    [InlineData(25, 7)]
    [InlineData(28, 1)]
    [InlineData(16, 0xFF)]
    [InlineData(19, 0)]
    [InlineData(23, 200)]
    public void Headers_that_promise_something_else_are_refused(int at, byte value)
    {
        byte[] file = PngFile.Encode(RandomImage(9, 8, 100_000, 3));
        file[at] = value;
        uint crc = Crc(file.AsSpan(12, 17));
        (file[29], file[30], file[31], file[32]) = ((byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc);
        Assert.Throws<PngException>(() => PngFile.Decode(file));
    }

    private static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }

    private static PixelImage RandomImage(int width, int height, int colors, byte lowestAlpha)
    {
        var random = new Random(9);
        var palette = new Color[colors];
        for (int i = 0; i < colors; i++)
            palette[i] = new((byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(256), (byte)random.Next(lowestAlpha, 256));
        var rgba = new byte[4 * width * height];
        for (int i = 0; i < width * height; i++)
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = palette[random.Next(colors)];
        return new(width, height, rgba);
    }
}
