using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Maps;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Maps;

/// <summary>Every pixel of a map is exactly the run that the trace engine makes from that start.</summary>
public sealed class PixelTests
{
    public static TheoryData<string> Mixings => [.. MixingCatalogue.Catalogue.Members.Select(m => m.Name)];

    public static TheoryData<string> Schedules => [.. ScheduleCatalogue.Catalogue.Members.Select(m => m.Name)];

    public static TheoryData<string> Transforms => [.. TransformCatalogue.Catalogue.Members.Select(m => m.Name)];

    [Fact]
    public void Neither_width_nor_block_size_change_a_bit_of_a_formula()
    {
        foreach (Optimizer optimizer in new Optimizer[] { new GradientDescent(0.1), new Nesterov(0.05), new Sam() })
        {
            var run = Waves with { Landscape = new Expression(new Formula("1 + sin(x) + cos(y) + (y + y^2 + x^2)/10")), Optimizer = optimizer, Steps = 60 };
            var runs = new StartRuns(run, new(Domain.Square(6), 29, 13));
            Pixel[] expected = MapAssert.Compute(runs, new() { Threads = 1 });
            foreach (LaneWidth lanes in Enum.GetValues<LaneWidth>())
            {
                foreach (int block in new[] { 8, 256 })
                {
                    Assert.Equal(expected, MapAssert.Compute(runs, new() { Lanes = lanes, BlockSize = block, Retire = true, Threads = 2 }));
                }
            }
        }
    }

    // Beyond what is proved about a landscape's angles the map must look at each of them.
    [Fact]
    public void Far_away_angles_equal_the_trace_engine()
    {
        var run = Waves with { Optimizer = new GradientDescent(0.01), Steps = 20, Stop = new() { DivergedBeyond = 1e200 } };
        foreach (double far in new[] { 1e9, 1.1e9, 1e12, 1e100 })
        {
            MapAssert.EqualsTrace(new StartRuns(run, new(Domain.Square(far), 16, 16)), new() { Threads = 1 }, seed: 2, count: 30);
            MapAssert.EqualsTrace(new StartRuns(run with { Landscape = default(Rastrigin) }, new(Domain.Square(far), 16, 16)), new() { Threads = 1 },
                seed: 3, count: 30);
        }
    }

    [Theory]
    [MemberData(nameof(Mixings))]
    public void Every_mixing_in_lanes_equals_the_trace_engine(string name)
    {
        MixingRule mixing = MixingCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        foreach (ILandscape landscape in new ILandscape[] { new EasyHard(), new CagradToy() })
        {
            var run = new Run
            {
                Name = "mixed",
                Landscape = landscape,
                Start = landscape.Info.Start,
                Optimizer = new GradientDescent(0.05),
                Steps = 400,
                Mixing = mixing,
                Target = landscape.Info.GlobalMinimum?.At ?? new(2.15, 2.0125),
                Seed = 7,
            };
            MapAssert.EqualsTrace(new StartRuns(run, new(landscape.Info.Domain, 21, 9)), new() { Threads = 1 }, seed: 3, count: 25);
            MapAssert.EqualsTrace(new StartRuns(run with { Optimizer = new Nesterov(0.02) }, new(landscape.Info.Domain, 21, 9)),
                new() { Threads = 1 }, seed: 4, count: 25);
        }
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_schedule_equals_the_trace_engine(string name)
    {
        Schedule schedule = ScheduleCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        MapRuns runs = new StartRuns(Waves with { Schedule = schedule }, new(Domain.Square(6), 17, 17));
        Assert.Equal(name == "plateau", MapEngine.Obstacle(runs) is not null);
        MapAssert.EqualsTrace(runs, new() { Threads = 1 }, seed: 5, count: 40);
    }

    [Theory]
    [MemberData(nameof(Transforms))]
    public void Every_transform_equals_the_trace_engine(string name)
    {
        GradientTransform transform = TransformCatalogue.Catalogue.Members.Single(m => m.Name == name).Default;
        MapRuns runs = new StartRuns(Waves with { Transforms = [transform, new ClipNorm(0.3)] }, new(Domain.Square(6), 17, 17));
        Assert.Equal(transform.MaySkip, MapEngine.Obstacle(runs) is not null);
        MapAssert.EqualsTrace(runs, new() { Threads = 1 }, seed: 6, count: 40);
    }

    [Fact]
    public void Every_way_to_end_equals_the_trace_engine()
    {
        StopRules[] rules =
        [
            new(),
            new() { GradientNorm = 1e-3 },
            new() { GradientNorm = 0 },
            new() { LossBelow = 0.5 },
            new() { LeaveDomain = true },
            new() { GradientNorm = 1e-6, LossBelow = 0.3, LeaveDomain = true, DivergedBeyond = 7 },
        ];
        var seen = new HashSet<OutcomeKind>();
        foreach (StopRules stop in rules)
        {
            foreach (double rate in new[] { 0.3, 7, 11 })
            {
                var runs = new StartRuns(Waves with { Optimizer = new GradientDescent(rate), Stop = stop }, new(Domain.Square(6), 17, 17));
                MapAssert.EqualsTrace(runs, new() { Threads = 1 }, seed: 8, count: 60);
                seen.UnionWith(MapAssert.Compute(runs, new()).Select(p => p.Outcome));
            }
        }

        Assert.Equal(Enum.GetValues<OutcomeKind>().Order(), seen.Order());
    }

    [Fact]
    public void Neither_width_nor_block_size_nor_threads_change_a_bit()
    {
        foreach (Optimizer optimizer in new Optimizer[] { new GradientDescent(0.0135), new Adam(0.5), new HeavyBall(0.02) })
        {
            var run = Waves with { Landscape = default(Himmelblau), Optimizer = optimizer, Stop = new() { GradientNorm = 1e-9 } };
            var runs = new StartRuns(run, new(Domain.Square(5), 53, 31));
            Pixel[] expected = MapAssert.Compute(runs, new() { Threads = 1 });
            Assert.Contains(expected, p => p.Steps < run.Steps);
            foreach (LaneWidth lanes in Enum.GetValues<LaneWidth>())
            {
                foreach ((int block, int threads) in new[] { (8, 1), (64, 3), (256, 2) })
                {
                    Assert.Equal(expected, MapAssert.Compute(runs, new() { Lanes = lanes, BlockSize = block, Threads = threads }));
                }
            }
        }
    }

    [Fact]
    public void Without_retirement_every_run_does_all_its_steps()
    {
        var runs = new StartRuns(Waves with { Optimizer = new GradientDescent(1.5) }, new(Domain.Square(6), 33, 33));
        Pixel[] retired = MapAssert.Compute(runs, new()), all = MapAssert.Compute(runs, new() { Retire = false });
        Assert.Contains(retired, p => p.Steps < 500);
        Assert.All(all, p => Assert.Equal(500, p.Steps));
        Assert.Equal(retired.Select(p => p.End), all.Select(p => p.End));
        Assert.All(all, p => Assert.Equal(OutcomeKind.Finished, p.Outcome));
    }

    [Fact]
    public void A_guided_map_that_stalls_equals_the_trace_engine()
    {
        var run = new Run
        {
            Name = "guided",
            Landscape = new EasyHard(),
            Start = default,
            Optimizer = new GradientDescent(0.15),
            Schedule = new Exponential(0.999),
            Mixing = new Guided(),
            Target = new(2.15, 2.0125),
            Steps = 200,
        };
        var runs = new StartRuns(run, new(new(-1.5, 3.5, -1.5, 3.5), 40, 40));
        MapAssert.EqualsTrace(runs, new() { BlockSize = 64 }, seed: 1, count: 200);
        Assert.Contains(MapAssert.Compute(runs, new()), p => p.Outcome == OutcomeKind.Stalled && p.Steps < 200);
    }

    private static Run Waves => new() { Name = "waves", Landscape = default(SinCos), Start = new(4, 2), Optimizer = new GradientDescent(0.4), Steps = 500 };
}
