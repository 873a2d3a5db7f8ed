using BenchmarkDotNet.Attributes;
using LandscapeOpt.Figures;
using LandscapeOpt.Figures.Canvas;
using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Benchmarks;

/// <summary>
/// Whole figures of 1600 × 1200 pixels on one core, without encoding: a trajectory over 30 numbered contour levels from a 300 × 300 grid, which is to
/// take at most 60 ms, and a path of 100 000 steps that fills its picture.
/// </summary>
public class FigureBenchmarks
{
    private const double Width = 800, Height = 600, Scale = 2;

    private readonly Trajectory labelled = new() { Grid = 300, LevelCount = 30, Labels = 30 };
    private readonly Trajectory plain = new();
    private FigureInput spiral = null!, restless = null!;

    /// <summary>The runs are made, not computed, so that only drawing counts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        spiral = Input(new EasyHard(), 300, i => (1 + ((2 - (0.006 * i)) * Elementary.Cos(0.1 * i)), 1 + ((2 - (0.006 * i)) * Elementary.Sin(0.1 * i))));
        restless = Input(new Himmelblau(), 100_000, i =>
            (4.5 * Elementary.Sin((1.7 * i) + Elementary.Sin(0.31 * i)), 4.5 * Elementary.Cos((2.9 * i) + Elementary.Sin(0.17 * i))));
    }

    /// <summary>30 levels, all numbered.</summary>
    [Benchmark(Baseline = true)]
    public PixelImage ThirtyLevels() => Draw(labelled, spiral);

    /// <summary>The usual 14 levels.</summary>
    [Benchmark]
    public PixelImage UsualLevels() => Draw(plain, spiral);

    /// <summary>100 000 long steps.</summary>
    [Benchmark]
    public PixelImage HundredThousandSteps() => Draw(plain, restless);

    private static PixelImage Draw(Trajectory kind, FigureInput input)
    {
        var canvas = new RasterCanvas(Width, Height, Scale, Theme.Light.Background);
        kind.Draw(canvas, input, Theme.Light);
        return canvas.ToImage();
    }

    private static FigureInput Input(ILandscape landscape, int rows, Func<int, (double X, double Y)> at)
    {
        var columns = new Dictionary<string, ReadOnlyMemory<double>>
        {
            ["x"] = Enumerable.Range(0, rows).Select(i => at(i).X).ToArray(),
            ["y"] = Enumerable.Range(0, rows).Select(i => at(i).Y).ToArray(),
        };
        return new() { Title = "What a figure costs", Subtitle = "A path of known points.", Landscape = landscape, Runs = [new FigureRun("run", columns)] };
    }
}
