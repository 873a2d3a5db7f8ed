using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Which minimum each start reaches.</summary>
public sealed class BasinMapsTests
{
    public static TheoryData<string> Landscapes =>
        [.. LandscapeCatalogue.Catalogue.Members.Where(m => m.Parameters.All(p => !p.IsRequired)).Select(m => m.Name)];

    [Fact]
    public void Himmelblau_has_four_basins_of_equal_loss()
    {
        Run run = Of(default(Himmelblau), new GradientDescent(0.01), 500);
        ComputedBasins map = BasinMaps.Compute(run, new(run.Landscape.Info.Domain, 64, 64), new());
        Assert.Equal(4, map.Minima.Count);
        Assert.All(map.Minima, m => Assert.True(m.IsStated && m.Loss < 1e-20));
        Assert.Equal([.. map.Minima.Select(m => m.At.X).Order()], map.Minima.Select(m => m.At.X));
        Assert.Equal(map.Minima.Select((_, i) => map.Share(i)).Sum(), map.GlobalShare, 12);
        Assert.All(Enumerable.Range(0, 4), i => Assert.InRange(map.Share(i), 0.1, 0.4));
        Assert.Equal(64 * 64, Enumerable.Range(-4, 8).Sum(map.Count));
    }

    [Fact]
    public void Labels_tell_what_the_runs_of_the_trace_engine_reach()
    {
        Run run = Of(default(ThreeHumpCamel), new HeavyBall(0.02), 700);
        MapGrid grid = new(run.Landscape.Info.Domain, 31, 17);
        ComputedBasins map = BasinMaps.Compute(run, grid, new(), keepsEnds: true);
        short[] labels = new short[31];
        int[] steps = new int[31];
        var ends = new Point[31];
        double[] losses = new double[31];
        for (int row = 16; row >= 0; row--)
        {
            map.Read(row, labels, steps);
            map.ReadEnds(row, ends, losses);
            for (int column = 0; column < 31; column++)
            {
                RunResult result = Engine.Execute(run with { Start = grid[column, row] }, CancellationToken.None);
                Assert.Equal((result.End, result.Loss, result.Outcome.Step), (ends[column], losses[column], steps[column]));
                int expected = result.Outcome.Kind is OutcomeKind.Diverged ? BasinLabel.Diverged
                    : map.Minima.Index().Where(m => (m.Item.At - result.End).Norm <= 1e-3).Select(m => (int?)m.Index).FirstOrDefault() ?? BasinLabel.NoMinimum;
                Assert.Equal(expected, labels[column]);
            }
        }

        Assert.Equal(3, map.Minima.Count);
    }

    [Fact]
    public void Minima_that_nobody_states_are_found_from_the_ends()
    {
        // Himmelblau's polynomial, typed: nothing is known of it.
        Expression typed = new(new Formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2"), Domain.Square(5), new(0, 0));
        ComputedBasins map = BasinMaps.Compute(Of(typed, new GradientDescent(0.01), 500), new(Domain.Square(5), 48, 48), new());
        ComputedBasins stated = BasinMaps.Compute(Of(default(Himmelblau), new GradientDescent(0.01), 500), new(Domain.Square(5), 48, 48), new());
        Assert.Equal(4, map.Minima.Count);
        foreach ((BasinMinimum found, BasinMinimum known) in map.Minima.Zip(stated.Minima))
        {
            Assert.False(found.IsStated);
            Assert.InRange((found.At - known.At).Norm, 0, 1e-12);
        }

        Assert.Equal(All(stated), All(map));
    }

    [Fact]
    public void Saddles_and_plateaus_are_no_minima()
    {
        // Newton's method goes to saddles and maxima too.
        ComputedBasins newton = BasinMaps.Compute(Of(default(Himmelblau), new Newton(1), 200), new(Domain.Square(5), 40, 40), new());
        Assert.Equal(4, newton.Minima.Count);
        Assert.True(newton.Count(BasinLabel.NoMinimum) > 100);
        ComputedBasins easom = BasinMaps.Compute(Of(default(Easom), new GradientDescent(0.5), 400), new(Domain.Square(40), 40, 40), new());
        Assert.InRange(easom.Minima.Count, 1, 40);
        Assert.Contains(All(easom), l => l < 0);
        Assert.All(easom.Minima, m => Assert.True(m.IsStated || CriticalPoints.At(easom.Model.Landscape, m.At).Spectrum.Low > 0));
        ComputedBasins monkey = BasinMaps.Compute(Of(default(MonkeySaddle), new GradientDescent(0.05), 200), new(Domain.Square(1), 30, 30), new());
        Assert.Empty(monkey.Minima);
        Assert.Equal(0, monkey.GlobalShare);
    }

    [Fact]
    public void A_curve_of_minima_is_one_minimum()
    {
        Run run = Of(default(ScalarFactorization), new GradientDescent(0.05), 2000);
        ComputedBasins map = BasinMaps.Compute(run, new(Domain.Square(3), 60, 60), new());
        Assert.Equal([new Point(-1, -1), new Point(1, 1)], map.Minima.Select(m => m.At));
        Assert.All(map.Minima, m => Assert.True(m.IsValley && m.IsStated));
        Assert.True(map.GlobalShare > 0.9);

        // A closed one, and one that nobody states.
        Expression ring = new(new Formula("(x^2 + y^2 - 1)^2"), Domain.Square(2), new(1, 1));
        ComputedBasins round = BasinMaps.Compute(Of(ring, new GradientDescent(0.05), 1000), new(Domain.Square(2), 60, 60), new());
        BasinMinimum only = Assert.Single(round.Minima);
        Assert.True(only.IsValley);
        Assert.Equal(1, only.At.Norm, 9);
        Assert.Equal(1, round.GlobalShare);
    }

    [Fact]
    public void A_minimum_without_curvature_is_one()
    {
        Expression flat = new(new Formula("(x - 1)^4 + y^4"), Domain.Square(3), new(2, 2));
        ComputedBasins map = BasinMaps.Compute(Of(flat, new Newton(1), 100), new(Domain.Square(3), 30, 30), new());
        Assert.InRange(map.Minima.Count, 1, 2);
        Assert.All(map.Minima, m => Assert.InRange((m.At - new Point(1, 0)).Norm, 0, 1e-3));
        Assert.True(map.Count(0) > 700);
    }

    [Fact]
    public void Divergence_and_the_domain_have_labels()
    {
        Run run = Of(default(Himmelblau), new GradientDescent(0.03), 300);
        Assert.True(BasinMaps.Compute(run, new(Domain.Square(6), 40, 40), new()).Count(BasinLabel.Diverged) > 100);
        Assert.True(BasinMaps.Compute(run with { Stop = new() { LeaveDomain = true } }, new(Domain.Square(6), 40, 40),
            new()).Count(BasinLabel.LeftDomain) > 100);
        Run brief = Of(default(Himmelblau), new GradientDescent(0.0001), 10);
        Assert.True(BasinMaps.Compute(brief, new(Domain.Square(6), 40, 40), new()).Count(BasinLabel.NoMinimum) > 1590);
    }

    [Theory]
    [MemberData(nameof(Landscapes))]
    public void No_landscape_has_minima_without_end(string name)
    {
        ILandscape landscape = LandscapeCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        ComputedBasins map = BasinMaps.Compute(Of(landscape, new Adam(0.05), 600), new(landscape.Info.Domain, 40, 40), new());
        Assert.InRange(map.Minima.Count, name is "monkey-saddle" ? 0 : 1, 500);
        Assert.All(map.Minima, m => Assert.True(m.IsStated || m.IsValley || CriticalPoints.At(landscape, m.At).Kind is CriticalKind.Minimum));
        Assert.Equal(map.Minima.Count, map.Minima.Select(m => m.At).Distinct().Count());
        for (int i = 1; i < map.Minima.Count; i++)
        {
            Assert.True(map.Minima[i].Loss >= map.Minima[i - 1].Loss - (1e-8 * (1 + Math.Abs(map.Minima[i].Loss))));
        }
    }

    [Fact]
    public void Threads_widths_and_blocks_change_no_label()
    {
        Expression waves = new(new Formula("sin(3 x) cos(2 y) + 0.1 (x^2 + y^2)"), Domain.Square(4), new(1, 1));
        Run run = Of(waves, new HeavyBall(0.02), 400);
        MapGrid grid = new(Domain.Square(4), 61, 47);
        ComputedBasins expected = BasinMaps.Compute(run, grid, new() { Threads = 1 }, smooth: 2);
        Assert.True(expected.Minima.Count > 4);
        foreach ((LaneWidth lanes, int block, int threads) in new[] { (LaneWidth.Lane128, 8, 3), (LaneWidth.Lane256, 64, 2), (LaneWidth.Lane512, 256, 1) })
        {
            ComputedBasins other = BasinMaps.Compute(run, grid, new() { Lanes = lanes, BlockSize = block, Threads = threads }, smooth: 2);
            Assert.Equal(expected.Minima, other.Minima);
            Assert.Equal(All(expected), All(other));
            Assert.Equal(Edges(expected), Edges(other));
        }
    }

    [Fact]
    public void Only_boundaries_are_sampled_finely()
    {
        Run run = Of(default(Himmelblau), new GradientDescent(0.01), 400);
        MapGrid grid = new(Domain.Square(5), 40, 30);
        ComputedBasins map = BasinMaps.Compute(run, grid, new(), smooth: 3), plain = BasinMaps.Compute(run, grid, new());
        short[] labels = All(plain);
        Assert.Equal(labels, All(map));
        Assert.Equal(Enumerable.Range(-4, 8).Select(plain.Count), Enumerable.Range(-4, 8).Select(map.Count));
        int mixed = 0;
        for (int row = 0; row < 30; row++)
        {
            Dictionary<int, BasinEdge> edges = map.Edges(row).ToDictionary(e => e.Column);
            for (int column = 0; column < 40; column++)
            {
                short own = labels[(row * 40) + column];
                bool differs = (column > 0 && labels[(row * 40) + column - 1] != own) || (column < 39 && labels[(row * 40) + column + 1] != own)
                    || (row > 0 && labels[((row - 1) * 40) + column] != own) || (row < 29 && labels[((row + 1) * 40) + column] != own);
                Assert.Equal(differs, edges.ContainsKey(column));
                if (!differs)
                {
                    continue;
                }

                // The middle sample of an odd number is the pixel's own.
                Assert.Equal(9, edges[column].Labels.Length);
                Assert.Equal(own, edges[column].Labels.Span[4]);
                mixed += edges[column].Labels.ToArray().Distinct().Count() > 1 ? 1 : 0;
            }
        }

        Assert.True(mixed > 20);
        Assert.Empty(plain.Edges(0));
    }

    [Fact]
    public void Cancelling_stops()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            BasinMaps.Compute(Of(default(Himmelblau), new GradientDescent(), 100), new(Domain.Square(5), 40, 40), new(), cancellation: cancellation.Token));
    }

    [Fact]
    public void Cancelling_stops_readers_too()
    {
        using var cancellation = new CancellationTokenSource();
        ComputedBasins map = BasinMaps.Compute(Of(default(Himmelblau), new GradientDescent(), 100), new(Domain.Square(5), 8, 8), new(),
            cancellation: cancellation.Token);
        map.Read(0, new short[8], new int[8]);
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => map.Read(0, new short[8], new int[8]));
    }

    private static short[] All(ComputedBasins map)
    {
        var all = new List<short>();
        short[] labels = new short[map.Grid.Width];
        int[] steps = new int[map.Grid.Width];
        for (int row = 0; row < map.Grid.Height; row++)
        {
            map.Read(row, labels, steps);
            all.AddRange(labels);
        }

        return [.. all];
    }

    private static string[] Edges(ComputedBasins map) =>
    [
        .. Enumerable.Range(0, map.Grid.Height).SelectMany(row => map.Edges(row).Select(e =>
            FormattableString.Invariant($"{row}:{e.Column}:") + string.Join(',', e.Labels.ToArray()) + ":" + string.Join(',', e.Steps.ToArray()))),
    ];

    private static Run Of(ILandscape landscape, Optimizer optimizer, int steps) => new()
    {
        Name = "run",
        Landscape = landscape,
        Start = landscape.Info.Start,
        Optimizer = optimizer,
        Steps = steps,
    };
}
