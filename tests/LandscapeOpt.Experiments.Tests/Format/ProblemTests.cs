using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>What is wrong with an experiment is said all at once, with path, what is allowed and what was perhaps meant.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("\"stepz\": 3", "stepz: unknown key 'stepz'; did you mean 'steps'?")]
    [InlineData("\"steps\": 2.5", "steps: 2.5 is not a whole number: expected a whole number from 0 to 10000000")]
    [InlineData("\"seed\": 1e999", "seed: 1e999 is not a whole number: expected a whole number of at least 0")]
    [InlineData("\"start\": [1e999, 0]", "start[0]: 1e999 is too large for a double: expected a point [x, y] of two finite numbers")]
    [InlineData("\"start\": [1, null]", "start[1]: null is not a number: expected a point [x, y] of two finite numbers")]
    [InlineData("\"title\": null", "title: null is no value for 'title': leave the key out instead")]
    [InlineData("\"target\": \"maximum\"", "target: 'maximum' is no target: expected a point [x, y] or \"minimum\"")]
    [InlineData("\"stop\": { \"lossBelow\": \"0.1\" }", "stop.lossBelow: '0.1' is not a number: expected a number")]
    [InlineData("\"traces\": \"some\"", "traces: 'some' is unknown: expected one of all, none, best")]
    [InlineData("\"columns\": [\"evaluation\"]", "columns[0]: unknown column 'evaluation'; did you mean 'evaluations'?")]
    [InlineData("\"figures\": [{ \"kind\": \"trajectory\", \"runs\": [\"dg\"] }]", "figures[0].runs[0]: there is no run 'dg'; did you mean 'gd'?")]
    [InlineData("\"figures\": [{ \"kind\": \"trajectory\", \"page\": { \"size\": [300, 5000], \"scale\": 16 } }]", "figures[0].page: the page would have more than 65536 pixels along a side: choose a smaller size or scale")]
    [InlineData("\"figures\": [\"trajectory\", { \"kind\": \"weights\", \"name\": \"trajectory\" }]", "figures[1].name: two figures are called 'trajectory'")]
    [InlineData("\"sweep\": { \"optimizer.beta1\": [0.5] }", "sweep.optimizer.beta1: run 'gd': gd has no key 'beta1': expected one of learningRate")]
    [InlineData("\"sweep\": { \"runs.dg.steps\": [5] }", "sweep.runs.dg.steps: there is no run 'dg'; did you mean 'gd'?")]
    [InlineData("\"sweep\": { \"optimizer.learningRate\": [0.1, -1] }", "sweep.optimizer.learningRate[1]: -1 is out of range: expected a number greater than 0")]
    [InlineData("\"sweep\": { \"optimizer.learningRate\": [] }", "sweep.optimizer.learningRate: expected a list of values, or a range {\"from\": …, \"to\": …, \"count\": …, \"scale\": \"linear\" or \"log\"}")]
    [InlineData("\"sweep\": { \"start.x\": { \"from\": 0, \"to\": 1, \"count\": 3, \"scale\": \"log\" } }", "sweep.start.x.from: a logarithmic range needs ends greater than 0")]
    [InlineData("\"sweep\": { \"start.x\": { \"from\": 0, \"to\": 1 } }", "sweep.start.x: the range needs the key 'count': a whole number from 2 to 100000000")]
    [InlineData("\"sweep\": { \"start.z\": [1] }", "sweep.start.z: run 'gd': start has no key 'z': expected x or y")]
    [InlineData("\"sweep\": { \"stop\": [1] }", "sweep.stop: run 'gd': the keys of stop are varied one by one: expected one of stop.gradientNorm, *")]
    [InlineData("\"sweep\": { \"runs.gd\": [1] }", "sweep.runs.gd: run 'gd': the path leads to no value: expected one such as steps or optimizer.learningRate")]
    [InlineData("\"sweep\": { \"target\": [\"minimum\"] }", "sweep.target[0]: 'minimum' is not a list: expected a point [x, y] of two finite numbers")]
    [InlineData("\"title\": 7", "title: 7 is not a text: expected one in quotation marks")]
    [InlineData("\"columns\": 7", "columns: 7 is not a list: expected one")]
    [InlineData("\"sweep\": { \"averaging.decay\": [0.5] }", "sweep.averaging.decay: run 'gd': there is no averaging")]
    [InlineData("\"sweep\": { \"steps\": [1], \"runs.gd.steps\": [2] }", "sweep.runs.gd.steps: an earlier path varies the same value of run 'gd'")]
    [InlineData("\"sweep\": { \"steps\": { \"from\": 0, \"to\": 9, \"count\": 100000 }, \"seed\": { \"from\": 0, \"to\": 9, \"count\": 100000 } }", "sweep: the experiment has 1e10 runs: at most 100000000 are possible")]
    [InlineData("\"sweep\": { \"mixing\": [\"average\", \"power\"] }", "sweep.mixing[1]: run 'gd' with mixing=power: *")]
    [InlineData("\"target\": \"minimum\", \"sweep\": { \"landscape\": [\"booth\", \"quadratic:lambda1=-1\"] }", "sweep.landscape[1]: run 'gd' with landscape=quadratic:lambda1=-1: no minimum of Quadratic is known: *")]
    [InlineData("\"replicates\": {}", "replicates: the key 'seeds' is missing: expected how many, or a list of seeds")]
    [InlineData("\"replicates\": { \"seeds\": 0 }", "replicates.seeds: 0 is out of range: expected a whole number from 1 to 100000000, or a list of seeds")]
    [InlineData("\"replicates\": { \"seeds\": 2, \"quantiles\": [0.5, 1.5] }", "replicates.quantiles[1]: 1.5 is out of range: *")]
    [InlineData("\"replicates\": { \"seeds\": 2 }, \"sweep\": { \"seed\": [1] }", "replicates: replicates set the seed, and the sweep does so too: leave one of them out")]
    [InlineData("\"sweep\": { \"steps\": { \"from\": 1, \"to\": 2000, \"count\": 2000 } }, \"figures\": [\"trajectory\"]", "figures: the figures would show 2000 runs, at most 1000 are possible: name some in \"runs\"")]
    public void Is_told_at_its_path(string member, string expected)
    {
        (Experiment? experiment, IReadOnlyList<Problem> problems) =
            Texts.Bind($"{{ \"name\": \"a\", \"landscape\": \"quadratic\", \"runs\": [{{ \"name\": \"gd\" }}], {member} }}");

        Assert.Null(experiment);
        string told = Assert.Single(problems) is var problem ? $"{problem.At.Path}: {problem.Message}" : "";
        if (expected.EndsWith('*'))
        {
            Assert.StartsWith(expected[..^1], told, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, told);
        }
    }

    [Fact]
    public void A_plain_run_may_not_be_called_like_a_swept_one()
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind("""
            { "name": "a", "landscape": "booth", "runs": [{ "name": "gd" }, { "name": "gd@1" }], "sweep": { "runs.gd.steps": [1, 2] } }
            """);

        Assert.Equal("the run 'gd@1' is called like one of the runs that 'gd' is swept to", Assert.Single(problems).Message);
    }

    [Fact]
    public void Of_a_long_text_the_beginning_is_shown()
    {
        (_, IReadOnlyList<Problem> problems) =
            Texts.Bind($"{{ \"name\": \"a\", \"landscape\": \"{new string('x', 5000)}\", \"runs\": [{{ \"name\": \"gd\" }}] }}");

        Assert.StartsWith($"unknown landscape '{new string('x', 100)}…': expected one of ackley, ", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_told_at_once_in_the_order_of_the_file()
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind("""
            {
              "name": "A",
              "landscape": "rosenbrok",
              "runs": [
                { "name": "one", "optimizer": "adm" },
                { "name": "one", "steps": -1 },
                7
              ],
              "sweep": { "runs.two.steps": [1], "steps": {} },
              "traces": 1
            }
            """);

        Assert.Equal(
            [
                (2, "name"), (3, "landscape"), (5, "runs[0].optimizer"), (6, "runs[1].name"), (6, "runs[1].steps"), (7, "runs[2]"), (9, "sweep.runs.two.steps"),
                (9, "sweep.steps"), (9, "sweep.steps"), (9, "sweep.steps"), (10, "traces"),
            ],
            problems.Select(p => (p.At.Line, p.At.Path)));
    }

    [Theory]
    [InlineData("../up")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\\\temp")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("trailing.")]
    [InlineData("UPPER")]
    [InlineData("")]
    [InlineData("a\\u0000b")]
    [InlineData("con")]
    [InlineData("nul.old")]
    [InlineData("com1")]
    public void Names_that_could_leave_the_folder_or_fail_somewhere_are_refused(string name)
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind(
            $"{{ \"name\": \"{name}\", \"landscape\": \"booth\", \"runs\": [{{ \"name\": \"{name}\" }}], \"figures\": [{{ \"kind\": \"trajectory\", \"name\": \"{name}\" }}] }}");

        Assert.Equal(["figures[0].name", "name", "runs[0].name"], problems.Select(p => p.At.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("console")]
    [InlineData("a.b@c_d-e")]
    [InlineData("7")]
    [InlineData("com10")]
    public void Other_names_are_fine(string name) => Assert.True(Names.IsKebab(name));
}
