using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Optimizers;

public sealed class WrapperTests
{
    private static readonly Point Start = new(1, 1);

    [Fact]
    public void The_learning_rate_is_the_inner_rules_unless_one_is_given()
    {
        var wrapped = new Sam { Base = new Adam(0.25) };
        Assert.Equal(0.25, wrapped.LearningRate);
        Optimizer given = wrapped with { LearningRate = 0.5 };
        Assert.Equal(0.5, given.LearningRate);
        Assert.Equal(new Adam(0.5), ((Sam)given).Base);

        // In whichever order the two are set.
        Assert.Equal(given, new Sam { LearningRate = 0.5 } with { Base = new Adam(0.25) });
    }

    [Fact]
    public void Equality_asks_what_a_wrapper_does()
    {
        var sam = new Sam { Base = new Adam(0.25) };
        Assert.Equal(sam, sam with { LearningRate = 0.25 });
        Assert.Equal(sam.GetHashCode(), (sam with { LearningRate = 0.25 }).GetHashCode());
        Assert.NotEqual(sam, sam with { LearningRate = 0.5 });
        Assert.NotEqual(sam, sam with { Rho = 0.1 });
        Assert.NotEqual(sam, sam with { Base = new Lion(0.25) });
        Assert.NotEqual<Optimizer>(new Extragradient(), new Lookahead());
    }

    [Fact]
    public void Without_a_radius_sam_is_its_inner_rule() =>
        Assert.Equal(new Adam(0.1).Path(default(Golden), Start, 30), new Sam(0) { Base = new Adam(0.1) }.Path(default(Golden), Start, 30));

    [Fact]
    public void Lookahead_that_keeps_all_of_the_way_is_its_inner_rule()
    {
        Point[] inner = new HeavyBall(0.02).Path(default(Golden), Start, 30), path =
            new Lookahead(5, 1) { Base = new HeavyBall(0.02) }.Path(default(Golden), Start, 30);
        Assert.All(inner.Zip(path), pair => Assert.Equal(0, (pair.First - pair.Second).Norm, 1e-14));
    }

    [Fact]
    public void Extragradient_is_its_two_lines()
    {
        ILandscape landscape = default(Golden);
        Point[] path = new Extragradient(0.5) { LearningRate = 0.04 }.Path(landscape, Start, 20);
        for (int t = 0; t < 20; t++)
        {
            Point ahead = path[t] - (0.02 * (Point)landscape.Gradient(path[t]).Gradient);
            Assert.Equal(0, (path[t] - (0.04 * (Point)landscape.Gradient(ahead).Gradient) - path[t + 1]).Norm, 1e-15);
        }
    }

    [Fact]
    public void Wrappers_wrap_wrappers()
    {
        var asked = new Asked();
        Optimizer nested = new Lookahead(2) { Base = new Sam { Base = new Extragradient { Base = new Adam(0.05) } } };
        Point[] path = nested.Run(new LandscapeOracle(default(Golden), asked), Start, 40);
        Assert.Equal(4 * 40, asked.Gradients);
        Assert.True(((ILandscape)default(Golden)).Loss(path[^1]) < 0.5);
    }

    [Fact]
    public void A_scalar_rule_inside_makes_the_wrapper_scalar_and_residuals_pass_through()
    {
        Assert.False(new Lookahead { Base = new Lbfgs() }.RunsInLanes);
        Assert.True(new Sam { Base = new NaturalGradient() }.NeedsResiduals);
        Point[] path = new Sam(0.01) { Base = new NaturalGradient() }.Path(default(ScalarFactorization), new(2, 1.5), 30);
        Assert.Equal(1, path[^1].X * path[^1].Y, 0.05);
    }

    [Fact]
    public void Lookahead_with_the_way_back_before_it_is_not_at_rest()
    {
        var oracle = new LandscapeOracle(default(Golden), new());
        Runner runner = new Lookahead(5, 0.5).Begin();
        Point w = runner.Step(Start, 0.01, oracle);
        Assert.NotEqual(default, runner.Motion);
        for (int t = 1; t < 5; t++)
        {
            w = runner.Step(w, 0.01, new FlatOracle(1));
        }

        Assert.Equal(default, runner.Motion);
        Assert.NotEqual(Start, w);
    }

    /// <summary>Decay moves the point where the gradient is 0, so the run does not end there.</summary>
    [Fact]
    public void A_run_with_weight_decay_does_not_rest_on_flat_ground()
    {
        Run run = new() { Name = "flat", Landscape = new Slope(0, 0), Start = Start, Steps = 50 };
        Assert.Equal(OutcomeKind.Finished, Engine.Trace(run with { Optimizer = new AdamW(0.1) }).Result.Outcome.Kind);
        Assert.Equal(OutcomeKind.Converged, Engine.Trace(run with { Optimizer = new AdamW(0.1, WeightDecay: 0) }).Result.Outcome.Kind);
    }
}
