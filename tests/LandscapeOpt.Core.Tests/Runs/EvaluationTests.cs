using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Runs;

/// <summary>What a run is charged for.</summary>
public sealed class EvaluationTests
{
    private const int Steps = 4;

    /// <summary>In four steps down a bowl, where every trial point is accepted at once: gradients and Hessians.</summary>
    public static TheoryData<string, int> Costs
    {
        get
        {
            var costs = new TheoryData<string, int>();
            foreach (Member<Optimizer> member in OptimizerCatalogue.Catalogue.Members)
            {
                costs.Add(member.Name, member.Name switch
                {
                    "sam" or "asam" or "extragradient" or "newton" or "saddle-free-newton" or "natural-gradient" => 2 * Steps,

                    // The gradient at the start, and one at each trial point, the next step's beginning.
                    "bfgs" => Steps + 1,
                    "damped-newton" or "trust-region" => (2 * Steps) + 1,
                    "rolling-ball" => Steps * (1 + 100),
                    _ => Steps,
                });
            }

            return costs;
        }
    }

    [Theory]
    [MemberData(nameof(Costs))]
    public void Each_rule_is_charged_what_it_evaluates(string name, int evaluations)
    {
        var optimizer = (Optimizer)OptimizerCatalogue.Catalogue.Find(name)!.Prototype;
        Assert.Equal(evaluations, Evaluations(optimizer with { LearningRate = 0.01 }));
    }

    [Fact]
    public void What_the_base_rule_asks_costs_its_wrapper_one_gradient_more_each() =>
        Assert.Equal(4 * Steps, Evaluations(new Sam { Base = new Newton(0.01) }));

    /// <summary>PyTorch's closure is called 45 times; its stopping tests end it within the last iteration.</summary>
    [Fact]
    public void Lbfgs_needs_one_gradient_at_its_start_and_45_in_37_searches()
    {
        var optimizer = new Lbfgs(LineSearch: LbfgsLineSearch.StrongWolfe, ChangeTolerance: 0, GradientTolerance: 0);
        (RunResult result, _) = Engine.Trace(new Run { Name = "lbfgs", Landscape = new Rosenbrock(), Start = new(-1.2, 1), Steps = 37, Optimizer = optimizer });
        Assert.Equal(1 + 45, result.Evaluations);
    }

    [Fact]
    public void Behind_noise_every_answer_is_another_one() => Assert.Equal(2 * Steps, Evaluations(new Bfgs(0.01), new Noise(Eta: 1e-12)));

    [Fact]
    public void A_rejected_step_costs_its_trial_point_and_the_gradient_again()
    {
        // Near the maximum the model falls without end, and a radius of 10 leads far up the walls.
        Run run = new() { Name = "rejects", Landscape = default(Himmelblau), Start = new(-0.2, -0.7), Steps = 1, Optimizer = new TrustRegion(Radius: 10) };
        (RunResult one, Trace trace) = Engine.Trace(run);
        Assert.Equal(run.Start.X, trace.Column("x")[1]);
        Assert.Equal(3, one.Evaluations);
        Assert.Equal(6, Engine.Trace(run with { Steps = 2 }).Result.Evaluations);
    }

    [Fact]
    public void The_column_counts_what_came_before_the_step()
    {
        Run run = new() { Name = "bfgs", Landscape = default(Booth), Start = new(2, 1), Steps = Steps, Optimizer = new Bfgs(0.01) };
        (_, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["evaluations"]));
        Assert.Equal([0, 2, 3, 4, 5], trace.Column("evaluations"));
    }

    private static long Evaluations(Optimizer optimizer, params IReadOnlyList<GradientTransform> transforms) => Engine.Trace(new Run
    {
        Name = "costs",
        Landscape = default(Booth),
        Start = new(2, 1),
        Steps = Steps,
        Optimizer = optimizer,
        Transforms = transforms,
    }).Result.Evaluations;
}
