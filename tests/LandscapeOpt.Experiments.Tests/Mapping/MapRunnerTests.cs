using LandscapeOpt.Experiments.Mapping;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Mapping;

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
        Experiment experiment = new() { Name = "long", Runs = [Model with { Steps = 1_000_000 }] };
        MapRequest request = new(2048, 2048, RawFormat.Npy, new() { Retire = false, Progress = progress });
        Assert.ThrowsAny<OperationCanceledException>(() =>
            MapRunner.Basins(experiment, new(Domain.Square(5), 2048, 2048), 1, request, new() { Out = folder.Path }, cancellation.Token));
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
        Experiment experiment = new() { Name = "short", Runs = [Model] };
        MapResults results = MapRunner.Basins(
            experiment, new(Domain.Square(5), 70, 50), 3, new(70, 50, RawFormat.None, new() { Progress = progress }), new() { Out = folder.Path }, CancellationToken.None);
        Assert.True(progress.Total > 70 * 50);
        Assert.Equal(progress.Total, progress.Done);
        Assert.Equal(["experiment.json", "maps/short-minima.csv", "provenance.json", "summary.csv"], results.Files);
        Assert.Equal(1, results.Shares.Sum(s => s.Share), 12);
        Assert.Equal(1, results.GlobalShare);
    }

    private static Run Model => new() { Name = "model", Landscape = default(Himmelblau), Start = default, Optimizer = new GradientDescent(0.01), Steps = 600 };
}
