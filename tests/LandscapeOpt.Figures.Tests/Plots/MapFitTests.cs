using LandscapeOpt.Figures.Plots;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class MapFitTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 1)]
    [InlineData(511, 513, 1)]
    [InlineData(512, 512, 0.5)]
    [InlineData(1024, 683, 0.667)]
    [InlineData(16384, 16384, 1)]
    [InlineData(16384, 1, 1)]
    public void At_its_finest_scale_every_pixel_is_whole_pixels(int columns, int rows, double shape)
    {
        MapFit fit = MapFit.For(columns, rows, shape);
        double scale = MapFit.ScaleFor((columns, rows));
        (double width, double height) = fit.Size;
        Assert.True(fit.Across >= 1 && fit.Up >= 1);
        (var area, int imageColumns, int imageRows) = fit.In(new(52, 61, width, height), scale);
        Assert.Equal((columns, rows), (imageColumns, imageRows));
        Assert.Equal(width, area.Width, 9);
        Assert.Equal(height, area.Height, 9);
        Assert.InRange(Math.Max(width, height), 250, 1100);
    }

    [Theory]
    [InlineData(512, 512, 300, 300, 2)]
    [InlineData(2000, 1000, 400.3, 333.3, 2)]
    [InlineData(16384, 16384, 512, 512, 2)]
    [InlineData(3, 2, 100, 17, 0.5)]
    public void In_any_room_the_image_lies_on_whole_pixels(int columns, int rows, double width, double height, double scale)
    {
        (var area, int imageColumns, int imageRows) = MapFit.For(columns, rows, 1).In(new(10.3, 20.7, width, height), scale);
        Assert.Equal(Math.Round(area.X * scale), area.X * scale, 6);
        Assert.Equal(Math.Round(area.Y * scale), area.Y * scale, 6);
        Assert.True(area.Right <= 10.3 + width + 1e-6 && area.Bottom <= 20.7 + height + 1e-6);
        double across = area.Width * scale / imageColumns, up = area.Height * scale / imageRows;
        Assert.Equal(Math.Round(across), across, 6);
        Assert.Equal(Math.Round(up), up, 6);
        Assert.True(imageColumns <= columns && imageRows <= rows);
    }
}
