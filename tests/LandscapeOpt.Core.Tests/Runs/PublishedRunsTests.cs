using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;

namespace LandscapeOpt.Tests.Runs;

/// <summary>Numbers of the two posts' runs as they are written down, to their last digit; the traces themselves are compared elsewhere.</summary>
public sealed class PublishedRunsTests
{
    private static readonly Run Blog = new()
    {
        Name = "blog",
        Landscape = new EasyHard(),
        Start = new(-1, 1),
        Steps = 20,
        Target = new Point(2.15, 2.0125),
        Optimizer = new GradientDescent(0.15),
        Schedule = new Exponential(0.999),
        Mixing = new Guided(),
    };

    private static readonly double[] Draws =
    [
        .6369616873214543, .2697867137638703, .0409735239361947, .0165276355285291, .8132702392002724, .9127555772777217, .6066357757671799,
        .7294965609839984, .5436249914654229, .9350724237877682, .8158535541215322, .0027385001701481, .8574042765875693, .0335855753054644,
        .7296554464299441, .1756556206025590, .8631789223498866, .5414612202490917, .2997118905373848, .4226872211976584,
    ];

    [Theory]
    [InlineData(1, -.732917426008, .923481450399)]
    [InlineData(12, .273648358355, .249624866064)]
    [InlineData(17, 1.806578223723, 1.421120748853)]
    [InlineData(18, 1.661945364002, 1.514747072039)]
    public void The_guided_run_passes_its_published_points(int step, double x, double y)
    {
        (_, Trace trace) = Engine.Trace(Blog);
        Assert.Equal(x, trace.Column("x")[step], 12);
        Assert.Equal(y, trace.Column("y")[step], 12);
    }

    [Fact]
    public void The_guided_run_takes_the_easy_gradient_until_none_helps_and_the_hard_one_at_its_start_and_from_step_12()
    {
        (RunResult result, Trace trace) = Engine.Trace(Blog);
        Assert.Equal([.. Enumerable.Repeat(1.0, 18)], trace.Column("weight_easy")[..18].ToArray());
        Assert.Equal([1, .. Enumerable.Repeat(0.0, 11), .. Enumerable.Repeat(1.0, 6)], trace.Column("weight_hard")[..18].ToArray());
        Assert.Equal((OutcomeKind.Stalled, 18), (result.Outcome.Kind, result.Outcome.Step));

        // For ever: from there nothing moves it, however long the run.
        Assert.Equal(18, Engine.Trace(Blog with { Steps = 1000 }).Result.Outcome.Step);
    }

    [Fact]
    public void The_random_run_has_its_published_draws_end_and_shape()
    {
        Run run = Blog with { Optimizer = new GradientDescent(0.2), Schedule = new Constant(), Mixing = new RandomWeights(Seed: 0) };
        (RunResult result, Trace trace) = Engine.Trace(run);
        Assert.All(Draws.Zip(trace.Column("weight_hard").ToArray()), pair => Assert.Equal(pair.First, pair.Second, 15));
        Assert.All(Draws.Zip(trace.Column("weight_easy").ToArray()), pair => Assert.Equal(1 - pair.First, pair.Second, 15));
        Assert.Equal(1.60719499, result.End.X, 8);
        Assert.Equal(1.55272718, result.End.Y, 8);
        Assert.Equal(6.195835, result.PathLength, 6);
        Assert.Equal(0.4302, result.Straightness, 4);
    }

    [Fact]
    public void With_the_lines_direction_the_guided_run_ends_elsewhere()
    {
        (RunResult result, _) = Engine.Trace(Blog with { Mixing = new Guided(GuidedDirection.Line) });
        Assert.Equal(1.467684, result.End.X, 6);
        Assert.Equal(1.160847, result.End.Y, 6);
    }

    /// <summary>The sin/cos post's momentum is 0.99: with less, the start (10, 10) ends in the local minimum.</summary>
    [Theory]
    [InlineData(0.9, false, 3.8375, 2.4985)]
    [InlineData(0.99, true, 3.8366, 2.4981)]
    public void From_far_away_momentum_decides_where_a_run_ends(double momentum, bool nesterov, double x, double y)
    {
        Run run = new()
        {
            Name = "far",
            Landscape = default(SinCos),
            Start = new(10, 10),
            Steps = 1000,
            Optimizer = nesterov ? new Nesterov(0.01, momentum) : new HeavyBall(0.01, momentum),
        };
        (RunResult result, _) = Engine.Trace(run);
        Assert.Equal(x, result.End.X, 4);
        Assert.Equal(y, result.End.Y, 4);
    }
}
