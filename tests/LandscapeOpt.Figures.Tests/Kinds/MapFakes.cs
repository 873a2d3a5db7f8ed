using LandscapeOpt.Landscapes;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Tests.Kinds;

/// <summary>Basins of any shape.</summary>
internal sealed class FakeBasins : BasinMap
{
    private readonly Func<int, int, (int Label, int Steps)> at;

    private FakeBasins(MapGrid grid, IReadOnlyList<BasinMinimum> minima, Func<int, int, (int Label, int Steps)> at, IReadOnlyDictionary<int, long> counts)
        : base(Default(), grid, minima, counts) => this.at = at;

    public Dictionary<int, BasinEdge[]> Smoothed { get; } = [];

    public static FakeBasins Of(int width, int height, Point[] minima, Func<int, int, (int Label, int Steps)> at, Domain? window = null)
    {
        var counts = new Dictionary<int, long>();
        for (int j = 0; j < height; j++)
        {
            for (int i = 0; i < width; i++)
            {
                int label = at(i, j).Label;
                counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        return new(new(window ?? Domain.Square(5), width, height), [.. minima.Select((m, i) => new BasinMinimum(m, i, true))], at, counts);
    }

    /// <summary>Each pixel belongs to the nearest of a square lattice of minima.</summary>
    public static FakeBasins Lattice(int side, int pixels)
    {
        double spacing = 10.0 / side;
        Point[] minima = [.. Enumerable.Range(0, side * side).Select(i => new Point(-5 + (spacing * ((i % side) + 0.5)), -5 + (spacing * ((i / side) + 0.5))))];
        return Of(pixels, pixels, minima, (i, j) => ((j * side / pixels * side) + (i * side / pixels), 10 + ((i + j) % 40)));
    }

    public static Run Default() => new()
    {
        Name = "gd",
        Landscape = new Himmelblau(),
        Start = new(0, 0),
        Steps = 400,
        Optimizer = new GradientDescent(0.01),
    };

    public override void Read(int row, Span<short> labels, Span<int> steps)
    {
        for (int i = 0; i < Grid.Width; i++)
        {
            (int label, steps[i]) = at(i, row);
            labels[i] = (short)label;
        }
    }

    public override IReadOnlyList<BasinEdge> Edges(int row) => Smoothed.GetValueOrDefault(row, []);
}

/// <summary>A map over two parameters of any shape.</summary>
internal sealed class FakeParameters(int width, int height, Func<int, int, (Point End, double Loss, int Steps, OutcomeKind Outcome)> at,
    MapAxis? horizontal = null)
    : ParameterMap(FakeBasins.Default(), horizontal ?? new("optimizer.learningRate", 0.01, 1, true), new("start.y", -1, 1, false), width, height)
{
    public override void Read(int row, Span<Point> ends, Span<double> losses, Span<int> steps, Span<OutcomeKind> outcomes)
    {
        for (int i = 0; i < Width; i++)
        {
            (ends[i], losses[i], steps[i], outcomes[i]) = at(i, row);
        }
    }
}
