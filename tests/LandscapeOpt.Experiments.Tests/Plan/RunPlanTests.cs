using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Experiments.Tests.Plan;

/// <summary>The runs that a sweep is made of.</summary>
public sealed class RunPlanTests
{
    [Fact]
    public void Is_the_cross_product_in_the_order_written()
    {
        RunPlan plan = Plan(Texts.SmallSweep);

        Assert.Equal(["gd@0", "gd@1", "gd@2", "gd@3", "gd@4", "gd@5", "alone"], Runs(plan).Select(r => r.Name));
        Assert.Equal([0.01, 0.01, 0.01, 0.1, 0.1, 0.1, 0.001], Runs(plan).Select(r => r.Optimizer.LearningRate));
        Assert.Equal([1.0, 10.0, 100.0, 1.0, 10.0, 100.0, 10.0], Runs(plan).Select(r => ((Quadratic)r.Landscape).Lambda2));
        Assert.Equal(["0.1", "10"], plan.SweptValues(4));
        Assert.Equal([null, null], plan.SweptValues(6));
        Assert.Equal([3, 4, 5], plan.Find("gd").Skip(3));
        Assert.Equal([4], plan.Find("gd@4"));
        Assert.Empty(plan.Find("gd@6"));
        Assert.Empty(plan.Find("gd@04"));
    }

    [Fact]
    public void Indices_are_padded_so_that_names_sort()
    {
        RunPlan plan = Plan(OneRun("\"optimizer.learningRate\": { \"from\": 0.1, \"to\": 1, \"count\": 11 }"));

        Assert.Equal(["gd@00", "gd@10"], [plan.Name(0), plan.Name(10)]);
        Assert.Equal(Runs(plan).Select(r => r.Name), Runs(plan).Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("\"steps\": [3, 4]", "steps", "3|4")]
    [InlineData("\"seed\": [5, 6]", "seed", "5|6")]
    [InlineData("\"start\": [[1, 2], [3, 4]]", "start", "1;2|3;4")]
    [InlineData("\"start.y\": [7, 8]", "start", "1;7|1;8")]
    [InlineData("\"target.x\": [7, 8]", "target", "7;0|8;0")]
    [InlineData("\"landscape.centerX\": [3, 4]", "landscape", "quadratic:centerX=3|quadratic:centerX=4")]
    [InlineData("\"landscape\": [\"himmelblau\", {\"kind\": \"rosenbrock\", \"b\": 7}]", "landscape", "himmelblau|rosenbrock:b=7")]
    [InlineData("\"optimizer.base.beta1\": [0.1, 0.2]", "base", "adam:beta1=0.1|adam:beta1=0.2")]
    [InlineData("\"optimizer.k\": { \"from\": 1, \"to\": 2, \"count\": 2 }", "k", "1|2")]
    [InlineData("\"transforms[1].maximum\": [3, 4]", "transforms[1]", "clip-norm:maximum=3|clip-norm:maximum=4")]
    [InlineData("\"averaging.decay\": [0.1, 0.2]", "averaging", "ema:decay=0.1|ema:decay=0.2")]
    [InlineData("\"stop.lossBelow\": [0.1, 0.2]", "stop", "0.1|0.2")]
    [InlineData("\"mixing.seed\": [1, 2]", "mixing", "random:seed=1|random:seed=2")]
    public void Every_path_of_a_run_can_be_swept(string axis, string shown, string expected)
    {
        RunPlan plan = Plan($$"""
            { "name": "a", "landscape": "quadratic", "start": [1, 1], "target": [0, 0], "stop": { "lossBelow": 0.5 },
              "runs": [{ "name": "b.c", "optimizer": { "kind": "lookahead", "base": "adam" }, "mixing": "random:seed=0",
                "transforms": ["clip-norm:maximum=1", "clip-norm:maximum=2"], "averaging": "ema" }],
              "sweep": { {{axis.Insert(1, "runs.b.c.")}} } }
            """);

        Assert.Equal(expected, string.Join('|', Runs(plan).Select(r => Show(r, shown))));
    }

    [Fact]
    public void A_coordinate_of_a_target_can_be_swept_where_there_is_no_target()
    {
        RunPlan plan = Plan("""{ "name": "a", "landscape": "booth", "runs": [{ "name": "b" }], "sweep": { "target.x": [1, 2] } }""");

        Assert.Equal([new(1, 0), new(2, 0)], Runs(plan).Select(r => r.Target!.Value));
    }

    [Fact]
    public void A_rule_and_its_settings_can_both_be_swept()
    {
        RunPlan plan = Plan(OneRun("\"optimizer.learningRate\": [0.5, 0.25], \"optimizer\": [\"gd\", \"adam:beta1=0.5\"]"));

        Assert.Equal(
            ["gd:learningRate=0.5", "adam:learningRate=0.5,beta1=0.5", "gd:learningRate=0.25", "adam:learningRate=0.25,beta1=0.5"],
            Runs(plan).Select(r => SpecText.Of(r.Optimizer, Kinds.Of("optimizer"))));
        Assert.Equal(["0.5", "adam:beta1=0.5"], plan.SweptValues(1));
    }

    [Fact]
    public void Shorthands_come_last_whatever_the_order()
    {
        RunPlan plan = Plan(OneRun("\"landscape.kappa\": [3], \"landscape.lambda1\": [2]"));

        Assert.Equal(new Quadratic { Lambda1 = 2, Lambda2 = 6 }, plan[0].Landscape);
    }

    [Fact]
    public void Start_and_target_follow_a_swept_landscape()
    {
        RunPlan plan = Plan("""
            { "name": "a", "landscape": "rosenbrock", "target": "minimum", "runs": [{ "name": "gd" }, { "name": "fixed", "start": [1, 2] }],
              "sweep": { "start.x": [0.5], "landscape": ["himmelblau", "booth"] } }
            """);

        Assert.Equal([.. Enumerable.Repeat(new Point(1, 3), 1)], Runs(plan).Skip(1).Take(1).Select(r => r.Target!.Value));
        Assert.Equal(new Himmelblau().Info.GlobalMinimum!.At, plan[0].Target);
        Assert.Equal(new Point(0.5, new Himmelblau().Info.Start.Y), plan[0].Start);
        Assert.Equal(new Point(0.5, 2), plan[3].Start);
    }

    [Fact]
    public void Runs_of_a_sweep_meet_the_same_chances()
    {
        Experiment swept = Texts.Experiment("""
            { "name": "a", "landscape": "easy-hard", "steps": 5, "runs": [{ "name": "r", "mixing": "random" }], "sweep": { "optimizer.learningRate": [0.1, 0.2] } }
            """);
        Experiment plain = Texts.Experiment("""
            { "name": "a", "landscape": "easy-hard", "steps": 5, "runs": [{ "name": "r", "mixing": "random", "optimizer": "gd:learningRate=0.2" }] }
            """);

        Assert.Equal(Engine.Execute(plain.Runs[0], default).End, Engine.Execute(new RunPlan(swept)[1], default).End);
    }

    [Fact]
    public void Replicates_are_the_innermost_axis()
    {
        RunPlan plan = Plan(OneRun("\"steps\": [1, 2]").Replace("\"sweep\"", "\"seed\": 10, \"replicates\": { \"seeds\": 3 }, \"sweep\"",
            StringComparison.Ordinal));

        Assert.Equal([10UL, 11UL, 12UL, 10UL, 11UL, 12UL], Runs(plan).Select(r => r.Seed));
        Assert.Equal([1, 1, 1, 2, 2, 2], Runs(plan).Select(r => r.Steps));
        Assert.Equal(["steps", "seed"], plan.SweptColumns);
        Assert.Equal(3, plan.GroupSize);
    }

    [Fact]
    public void A_million_runs_cost_no_memory()
    {
        Experiment experiment =
            Texts.Experiment(OneRun(
                "\"optimizer.learningRate\": { \"from\": 0.1, \"to\": 1, \"count\": 1000 }, \"steps\": { \"from\": 0, \"to\": 999, \"count\": 1000 }"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        var plan = new RunPlan(experiment);

        Assert.Equal(("gd@999999", 999), (plan[999_999].Name, plan[999_999].Steps));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000);
    }

    private static RunPlan Plan(string json) => new(Texts.Experiment(json));

    private static IEnumerable<Run> Runs(RunPlan plan) => Enumerable.Range(0, plan.Count).Select(i => plan[i]);

    private static string OneRun(string sweep) =>
        "{ \"name\": \"a\", \"landscape\": \"quadratic\", \"runs\": [{ \"name\": \"gd\" }], \"sweep\": { " + sweep + " } }";

    private static string Show(Run run, string part) => part switch
    {
        "steps" => Invariant($"{run.Steps}"),
        "seed" => Invariant($"{run.Seed}"),
        "start" => Invariant($"{run.Start.X};{run.Start.Y}"),
        "target" => Invariant($"{run.Target!.Value.X};{run.Target.Value.Y}"),
        "stop" => Invariant($"{run.Stop.LossBelow}"),
        "transforms[1]" => SpecText.Of(run.Transforms[1], Kinds.Of("transform")),
        "base" => SpecText.Of(((Lookahead)run.Optimizer).Base, Kinds.Of("optimizer")),
        "k" => Invariant($"{((Lookahead)run.Optimizer).K}"),
        "landscape" => SpecText.Of(run.Landscape, Kinds.Of("landscape")),
        "mixing" => SpecText.Of(run.Mixing, Kinds.Of("mixing")),
        "averaging" => SpecText.Of(run.Averaging!, Kinds.Of("averaging")),
        _ => SpecText.Of(run.Optimizer, Kinds.Of("optimizer")),
    };
}
