using LandscapeOpt.Experiments.Execute;
using LandscapeOpt.Experiments.Execute.Drawing;
using LandscapeOpt.Experiments.Execute.Tables;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Execute;

/// <summary>Results folders of maps.</summary>
public sealed class MapRunnerTests
{
    [Fact]
    public void A_map_that_is_stopped_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        var progress = new MapProgress();
        using var watch = new Timer(_ => Stop(), null, 1, 1);
        Experiment experiment =
            Of("long", Model with { Steps = 1_000_000 }, new Basins { Window = Domain.Square(5), Pixels = new(2048, 2048), Retire = false });
        Assert.ThrowsAny<OperationCanceledException>(() =>
            MapRunner.Execute(experiment, RawFormat.Npy, new() { Progress = progress }, new() { Out = folder.Path }, cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.True(progress.Done < progress.Total);

        void Stop()
        {
            if (progress.Total > 0)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public void Progress_ends_at_all_pixels()
    {
        using var folder = new TemporaryFolder();
        var progress = new MapProgress();
        Experiment experiment = Of("short", Model, new Basins { Window = Domain.Square(5), Pixels = new(70, 50), Supersample = 3 });
        var options = new ExecuteOptions { Out = folder.Path, Formats = [] };
        MapResults results = MapRunner.Execute(experiment, RawFormat.None, new() { Progress = progress }, options, CancellationToken.None);
        Assert.True(progress.Total > 70 * 50);
        Assert.Equal(progress.Total, progress.Done);
        Assert.Equal(["experiment.json", "maps/short-minima.csv", "provenance.json", "summary.csv"], results.Results.Files);
        Assert.Equal(1, results.Shares.Sum(s => s.Share), 12);
        Assert.Equal(1, results.GlobalShare);
    }

    [Fact]
    public void Pages_that_are_drawn_in_bands_have_the_same_pixels_and_recipe()
    {
        using TemporaryFolder whole = new(), banded = new();
        Draw(whole.Path, RenderedFigure.MostKept);
        var shares = new List<double>();
        Draw(banded.Path, 0, shares.Add);

        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        (byte[] expected, byte[] png) = (File.ReadAllBytes(Picture(whole.Path, "png")), File.ReadAllBytes(Picture(banded.Path, "png")));
        PixelImage image = PngFile.Decode(png);
        Assert.Equal(PngFile.Decode(expected).PixelHash(), image.PixelHash());
        Assert.Equal(PngFile.ReadInfo(expected), PngFile.ReadInfo(png));
        Assert.Equal(image.PixelHash(), FigureRecipe.Read(PngFile.ReadInfo(png).Recipe)!.Pixels);
        Assert.Equal(File.ReadAllText(Picture(whole.Path, "svg")), File.ReadAllText(Picture(banded.Path, "svg")));
    }

    [Fact]
    public void A_picture_that_is_stopped_in_the_middle_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        using var cancellation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Draw(folder.Path, 0, _ => cancellation.Cancel(), cancellation.Token));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    // A page of more than one band.
    private static void Draw(string path, int mostKept, Action<double>? drawing = null, CancellationToken cancellation = default)
    {
        Experiment experiment = Texts.Experiment("""
            { "name": "map", "landscape": "himmelblau", "runs": [{ "name": "gd", "optimizer": "gd:learningRate=0.01", "steps": 90 }],
              "figures": [{ "kind": "basins", "pixels": [40, 30] }] }
            """);
        ExecuteOptions options = new() { Out = path, Formats = ["svg", "png"], MostKept = mostKept, Drawing = drawing };
        MapRunner.Execute(experiment, RawFormat.None, new(), options, cancellation);
    }

    private static string Picture(string path, string format) => Path.Combine(path, "map", "figures", "basins." + format);

    private static Experiment Of(string name, Run run, Basins figure) => new() { Name = name, Runs = [run], Figures = [new("basins", figure)] };

    private static Run Model => new() { Name = "model", Landscape = default(Himmelblau), Start = default, Optimizer = new GradientDescent(0.01), Steps = 600 };
}
