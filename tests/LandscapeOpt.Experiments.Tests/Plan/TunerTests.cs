using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Experiments.Tests.Plan;

/// <summary>What is chosen, and that the resolved experiment says so and reads back.</summary>
public sealed class TunerTests
{
    private const string Final = "\"tune\": { \"from\": 0.001, \"to\": 10, \"count\": 9 }";

    [Fact]
    public void The_choice_is_the_lowest_final_loss_of_the_grid()
    {
        Experiment tuned = Tuner.Tune(Texts.Experiment($$"""
            { "name": "a", "landscape": "rosenbrock", "steps": 60, {{Final}}, "runs": [{ "name": "adam", "optimizer": "adam" }, { "name": "gd" }] }
            """));
        foreach (Run run in tuned.Runs)
        {
            double[] grid = [0.001, 0.00316227766016838, 0.01, 0.0316227766016838, 0.1, 0.316227766016838, 1, 3.16227766016838, 10];
            double best = grid.MinBy(rate => Score(run with { Optimizer = run.Optimizer with { LearningRate = rate } }));
            Assert.Equal(best, run.Optimizer.LearningRate);
            Assert.Equal(best, Assert.Single(tuned.Tunings[run.Name].Chosen!));
        }

        Assert.NotEqual(tuned.Runs[0].Optimizer.LearningRate, tuned.Runs[1].Optimizer.LearningRate);
    }

    [Fact]
    public void The_smallest_of_equal_values_wins_and_so_it_does_where_all_diverge()
    {
        // Without steps, every value comes to the same; with these rates, every run diverges.
        Assert.Equal(0.001, Rate($$"""{ "name": "a", "landscape": "rosenbrock", "steps": 0, {{Final}}, "runs": [{ "name": "gd" }] }"""));
        Assert.Equal(5, Rate("""
            { "name": "a", "landscape": "rosenbrock", "steps": 50, "tune": { "from": 5, "to": 50, "count": 4 }, "runs": [{ "name": "gd" }] }
            """));
    }

    [Fact]
    public void Diverged_runs_come_after_every_other()
    {
        // Beyond 2/λ gradient descent leaves the bowl; a far limit calls only the last value divergence, whatever the losses are.
        double rate = Rate("""
            { "name": "a", "landscape": "quadratic:lambda1=1,lambda2=1", "start": [1, 1], "steps": 40, "stop": { "divergedBeyond": 1e4 },
              "tune": { "from": 2.01, "to": 3, "count": 2 }, "runs": [{ "name": "gd" }] }
            """);
        Assert.Equal(2.01, rate);
    }

    [Fact]
    public void Steps_to_a_tolerance_may_choose_another_value_than_the_final_loss()
    {
        // Momentum that is fast at first overshoots: the tolerance is met early, the end is worse than that of a calmer run.
        string Experiment(string rule) => $$"""
            { "name": "a", "landscape": "quadratic:lambda1=1,lambda2=30", "start": [3, 1], "steps": 60,
              "tune": { "from": 0.002, "to": 0.06, "count": 12, {{rule}} }, "runs": [{ "name": "m", "optimizer": "momentum" }] }
            """;
        double quick = Rate(Experiment("\"by\": \"steps-to-tolerance\", \"tolerance\": 0.5")), low = Rate(Experiment("\"by\": \"final-loss\""));
        Run template = Texts.Experiment(Experiment("\"by\": \"final-loss\"")).Runs[0];
        int StepsWith(double rate) => Steps(template with { Optimizer = template.Optimizer with { LearningRate = rate } }, 0.5);

        Assert.NotEqual(low, quick);
        Assert.InRange(StepsWith(quick), 1, StepsWith(low) - 1);
    }

    [Fact]
    public void A_tolerance_that_is_never_met_leaves_the_choice_to_the_final_loss()
    {
        string Experiment(string rule) => $$"""
            { "name": "a", "landscape": "rosenbrock", "steps": 20, "tune": { "from": 0.001, "to": 10, "count": 9, {{rule}} }, "runs": [{ "name": "adam", "optimizer": "adam" }] }
            """;
        Assert.Equal(Rate(Experiment("\"by\": \"final-loss\"")), Rate(Experiment("\"by\": \"steps-to-tolerance\", \"tolerance\": 0")));
    }

    [Fact]
    public void A_run_may_tune_something_else_or_nothing()
    {
        Experiment tuned = Tuner.Tune(Texts.Experiment($$"""
            { "name": "a", "landscape": "beale", "steps": 30, {{Final}}, "runs": [
              { "name": "fixed", "optimizer": "gd:learningRate=0.017", "tune": false },
              { "name": "inner", "optimizer": "sam:base=momentum", "tune": { "parameter": "base.momentum", "from": 0.1, "to": 0.9, "count": 5 } },
              { "name": "memory", "optimizer": "lbfgs", "tune": { "parameter": "memory", "from": 1, "to": 8, "count": 4 } }] }
            """));
        Assert.Equal(0.017, tuned.Runs[0].Optimizer.LearningRate);
        Assert.Contains(((HeavyBall)((Sam)tuned.Runs[1].Optimizer).Base).Momentum, new[] { 0.1, 0.173205080756888, 0.3, 0.519615242270663, 0.9 });
        Assert.Contains(tuned.Tunings["memory"].Chosen![0], new double[] { 1, 2, 4, 8 });
        Assert.False(tuned.Tunings.ContainsKey("fixed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"sweep\": { \"landscape\": [\"rosenbrock\", \"beale\"], \"start\": [[0, 1], [1, 2]] }")]
    [InlineData(", \"sweep\": { \"runs.b.optimizer\": [\"adam\", \"sam\"] }, \"replicates\": { \"seeds\": 3 }")]
    public void The_resolved_experiment_reads_back_byte_for_byte_and_is_not_tuned_again(string more)
    {
        Experiment written = Tuner.Tune(Texts.Experiment($$"""
            { "name": "a", "landscape": "rosenbrock", "steps": 15, "stop": { "evaluations": 12 }, {{Final}},
              "runs": [{ "name": "a", "optimizer": "adam" }, { "name": "b", "transforms": ["noise:eta=0.1"] }]{{more}} }
            """));
        byte[] resolved = ExperimentWriter.Write(written);
        Experiment read = Texts.Experiment(Encoding.UTF8.GetString(resolved));

        Assert.Same(read, Tuner.Tune(read));
        Assert.Equal(Encoding.UTF8.GetString(resolved), Encoding.UTF8.GetString(ExperimentWriter.Write(read)));
        RunPlan before = new(written), after = new(read);
        Assert.Equal(before.Count, after.Count);
        Assert.All(Enumerable.Range(0, before.Count), i => Assert.Equal(before[i].Optimizer, after[i].Optimizer));
        Assert.All(Enumerable.Range(0, before.Count), i => Assert.Equal(before.SweptValues(i), after.SweptValues(i)));
        Assert.Equal("optimizer.learningRate", before.SweptColumns[^1]);
    }

    [Fact]
    public void Each_swept_run_gets_its_own_value_and_all_its_seeds_the_same()
    {
        Experiment tuned = Tuner.Tune(Texts.Experiment($$"""
            { "name": "a", "landscape": "rosenbrock", "steps": 40, {{Final}}, "runs": [{ "name": "gd", "transforms": ["noise:eta=0.01"] }],
              "sweep": { "landscape": ["rosenbrock", "booth", "matyas"] }, "replicates": { "seeds": 3 } }
            """));
        RunPlan plan = new(tuned);
        double[] rates = [.. Enumerable.Range(0, plan.Count).Select(i => plan[i].Optimizer.LearningRate)];
        Assert.Equal(9, rates.Length);
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(rates[i - (i % 3)], rates[i]));
        Assert.Equal(3, rates.Distinct().Count());

        // The median over the seeds decides.
        RunPlan open = new(tuned with { Tunings = new Dictionary<string, Tuning>() });
        double best = new[] { 0.001, 0.00316227766016838, 0.01, 0.0316227766016838, 0.1, 0.316227766016838, 1, 3.16227766016838, 10 }.MinBy(rate =>
            Enumerable.Range(0, 3).Select(i => Score(open[i] with { Optimizer = new GradientDescent(rate) })).Order().ElementAt(1));
        Assert.Equal(best, rates[0]);
    }

    [Fact]
    public void A_budget_of_evaluations_ends_rules_that_cost_more_after_fewer_steps()
    {
        Experiment experiment = Texts.Experiment("""
            { "name": "a", "landscape": "rosenbrock", "steps": 100, "stop": { "evaluations": 40 },
              "runs": [{ "name": "gd", "optimizer": "gd:learningRate=0.001" }, { "name": "sam", "optimizer": "sam:learningRate=0.001" }, { "name": "newton", "optimizer": "newton:learningRate=0.01" }] }
            """);
        RunResult[] results = [.. experiment.Runs.Select(r => Engine.Execute(r, default))];
        Assert.Equal([40, 20, 20], results.Select(r => r.Outcome.Step));
        Assert.All(results, r => Assert.Equal(new Outcome(OutcomeKind.Finished, r.Outcome.Step, "the budget of 40 evaluations is used"), r.Outcome));
        Assert.All(results, r => Assert.Equal(40, r.Evaluations));
    }

    [Theory]
    [InlineData("\"tune\": 3", "3 is no tuning")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1 }", "the tuning needs the key 'count'")]
    [InlineData("\"tune\": { \"from\": 1, \"to\": 0.1, \"count\": 3 }", "the grid has no width")]
    [InlineData("\"tune\": { \"from\": 0, \"to\": 0.1, \"count\": 3 }", "0 is out of range: expected a number greater than 0")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 1 }", "1 is out of range: expected a whole number from 2 to 10000")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 3, \"by\": \"steps-to-tolerance\" }", "needs the key 'tolerance'")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 3, \"tolerance\": 1 }", "only the rule steps-to-tolerance has a tolerance")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 3, \"by\": \"loss\" }", "'loss' is unknown")]
    [InlineData("\"tune\": { \"parameter\": \"learningrate\", \"from\": 0.1, \"to\": 1, \"count\": 3 }", "gd has no key 'learningrate'; did you mean 'learningRate'?")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 3 }, \"sweep\": { \"optimizer.learningRate\": [1] }", "the sweep varies learningRate")]
    [InlineData("\"tune\": { \"from\": 0.1, \"to\": 1, \"count\": 3, \"chosen\": [0.1, 0.2] }", "run 'gd' needs 1 chosen values, here are 2")]
    public void What_is_wrong_is_said_at_its_place(string keys, string message)
    {
        (Experiment? experiment, IReadOnlyList<Problem> problems) = Texts.Bind($$"""
            { "name": "a", "landscape": "rosenbrock", "runs": [{ "name": "gd" }],
            {{keys}} }
            """);
        Assert.Null(experiment);
        Problem problem = Assert.Single(problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.At.Line);
    }

    private static double Rate(string json) => Tuner.Tune(Texts.Experiment(json)).Runs[0].Optimizer.LearningRate;

    private static double Score(Run run) =>
        Engine.Execute(run, default) is var result && result.Outcome.Kind is OutcomeKind.Diverged ? double.PositiveInfinity : result.Loss;

    private static int Steps(Run run, double loss) => Engine.Execute(run with { Stop = new() { LossBelow = loss } }, default).Outcome.Step;
}
