using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Colors;
using LandscapeOpt.Figures.Plots;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Figures.Tests.Plots;

public sealed class HeatMapTests
{
    [Fact]
    public void The_first_row_lies_at_the_bottom_and_colours_follow_the_scale()
    {
        var field = new ScalarField(Domain.Square(1), 2, 2, [1, 10, double.NaN, 100]);
        var canvas = new RasterCanvas(4, 4, 1, Color.White);
        HeatMap.Draw(canvas, new(0, 0, 4, 4), field, Scale.Log(1, 100), ColorMaps.Viridis, Color.Black);
        PixelImage image = canvas.ToImage();
        Assert.Equal(ColorMaps.Viridis.At(0), image[0, 3]);
        Assert.Equal(ColorMaps.Viridis.At(0.5), image[3, 3]);
        Assert.Equal(Color.Black, image[0, 0]);
        Assert.Equal(ColorMaps.Viridis.At(1), image[3, 0]);
    }
}
