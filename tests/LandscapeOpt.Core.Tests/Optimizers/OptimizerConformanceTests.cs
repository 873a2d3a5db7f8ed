using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Tests.Catalogues;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>What every optimizer of the catalogue promises, in all its variants.</summary>
public sealed class OptimizerConformanceTests
{
    private static readonly Point Start = new(0.7, -0.4);

    public static TheoryData<string> Names => new(OptimizerCatalogue.Catalogue.Members.Select(m => m.Name));

    [Fact]
    public void Catalogue_holds_what_the_contract_names() => Assert.All(
        (string[])[
            "adadelta", "adagrad", "adam", "adamax", "adamw", "amsgrad", "asam", "bfgs", "damped-newton", "extragradient", "gd",
            "induced-metric", "lbfgs", "lion", "lodo", "lookahead", "momentum", "muon", "nadam", "natural-gradient", "nesterov",
            "newton", "radam", "rmsprop", "rolling-ball", "saddle-free-newton", "sam", "trust-region",
        ],
        name => Assert.NotNull(OptimizerCatalogue.Catalogue.Find(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(OptimizerCatalogue.Catalogue.Find(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_do_not_know_of_each_other(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        Point[] alone = optimizer.Path(default(Golden), Start, 12);
        var oracle = new LandscapeOracle(default(Golden), new());
        Runner first = optimizer.Begin(), second = optimizer.Begin();
        Point w = Start, other = new(-0.3, 0.9);
        for (int t = 0; t < 12; t++)
        {
            w = first.Step(w, optimizer.LearningRate, oracle);
            other = second.Step(other, optimizer.LearningRate, oracle);
            Assert.Equal(alone[t + 1], w);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_copied_state_goes_on_as_if_the_original_had_not(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        var oracle = new LandscapeOracle(default(Golden), new());
        Runner runner = optimizer.Begin();
        Point w = Start;
        for (int t = 0; t < 10; t++)
        {
            // As the engine takes a skipped step back.
            runner.Save();
            Point skipped = runner.Step(w, optimizer.LearningRate, oracle);
            runner.Restore();
            Point next = runner.Step(w, optimizer.LearningRate, oracle);
            Assert.Equal(skipped, next);
            w = next;
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_happens_on_flat_ground(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        Point[] path = optimizer.Run(new FlatOracle(1), Start, 20);
        Assert.All(path, w => Assert.True(w.IsFinite));
        if (WeightDecayOf(optimizer) == 0)
        {
            Assert.All(path, w => Assert.Equal(Start, w));
        }
        else
        {
            Assert.True(path[^1].Norm < Start.Norm);
        }
    });

    /// <summary>On flat ground the motion is zero exactly when the rule rests there for ever.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Motion_tells_whether_the_rule_rests(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        var oracle = new LandscapeOracle(default(Golden), new());
        for (int steps = 0; steps <= 7; steps++)
        {
            Runner runner = optimizer.Begin();
            Point w = Start;
            for (int t = 0; t < steps; t++)
            {
                w = runner.Step(w, optimizer.LearningRate, oracle);
            }

            Point at = runner.Step(w, optimizer.LearningRate, new FlatOracle(1));
            bool isAtRest = runner.Motion == default, moves = false;
            for (int t = 0; t < 20; t++)
            {
                Point next = runner.Step(at, optimizer.LearningRate, new FlatOracle(1));
                moves |= next != at;
                at = next;
            }

            Assert.Equal(isAtRest, !moves);
        }
    });

    /// <summary>A step lost in rounding because of an earlier steep place says nothing about the steps after it.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_that_may_grow_again_is_not_rest(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        Runner runner = optimizer.Begin();
        Point at = runner.Step(Start, 0.01, new LandscapeOracle(new Slope(1e25, 1e25), new()));
        for (int t = 0; t < 30; t++)
        {
            at = runner.Step(at, 0.01, new FlatOracle(1));
        }

        // The gradient is 1 from here on.
        Point first = runner.Step(at, 0.01, new LandscapeOracle(new Slope(1, 1), new()));
        bool isAtRest = first == at && runner.Motion == default;
        for (int t = 0; isAtRest && t < 6000; t++)
        {
            Assert.Equal(at, runner.Step(at, 0.01, new LandscapeOracle(new Slope(1, 1), new())));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        var oracle = new LandscapeOracle(default(Golden), new());
        Point w = default;
        Assert.Equal(0, Allocations.Least(() =>
        {
            Runner runner = optimizer.Begin();
            w = runner.Step(Start, 0.02, oracle);
            return () =>
            {
                for (int t = 0; t < 20; t++)
                {
                    w = runner.Step(w, 0.02, oracle);
                }
            };
        }));
        Assert.True(w.IsFinite);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_small_enough_learning_rate_descends(string name) => Assert.All(Variants.Of(name), optimizer =>
    {
        Optimizer small = optimizer with { LearningRate = Math.Min(optimizer.LearningRate, 0.02) };
        ILandscape landscape = default(Golden);
        Assert.True(landscape.Loss(small.Path(landscape, Start, 60)[^1]) < landscape.Loss(Start));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Cost_is_one_gradient_or_is_told(string name)
    {
        Member<Optimizer> member = OptimizerCatalogue.Catalogue.Members.Single(m => m.Name == name);
        (int Gradients, int Hessians)? expected = name switch
        {
            "sam" or "asam" or "extragradient" => (2, 0),
            "newton" or "saddle-free-newton" or "natural-gradient" => (1, 1),
            "damped-newton" or "trust-region" => (2, 1),
            // Trial steps of 1, 1/2, 1/4 and 1/8.
            "bfgs" => (1 + 4, 0),
            "rolling-ball" => (1 + 100, 0),
            "lbfgs" or "lookahead" => (1, 0),
            _ when member.About.Cost is null => (1, 0),

            // A rule added since, which says what it costs.
            _ => null,
        };
        var asked = new Asked();
        member.Default.Run(new LandscapeOracle(default(Golden), asked), Start, 1);
        if (expected is { } counts)
        {
            Assert.Equal(counts, (asked.Gradients, asked.Hessians));
        }

        Assert.True(asked.Gradients > 0);
        Assert.True(member.About.Cost is not null || expected == (1, 0));
    }

    private static double WeightDecayOf(Optimizer optimizer) => optimizer is Wrapper wrapper
        ? WeightDecayOf(wrapper.Base)
        : (double)(OptimizerCatalogue.Catalogue.Of(optimizer).Find("weightDecay")?.Get(optimizer) ?? 0.0);
}
