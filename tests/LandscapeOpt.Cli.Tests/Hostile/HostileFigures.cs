using static LandscapeOpt.Cli.Tests.Hostile.HostileInput;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Figures of columns, runs and axes that are not there.</summary>
internal static class HostileFigures
{
    internal static HostileInput[] All =>
    [
        Figure("\"trajectry\"", "did you mean 'trajectory'?"),
        Figure("7", "expected a SPEC or an object with a kind"),
        Figure("{}", "the key 'kind' is missing"),
        Figure("{ \"kind\": \"trajectory\", \"runs\": [\"dg\"] }", "there is no run 'dg'; did you mean 'gd'?"),
        Figure("{ \"kind\": \"trajectory\", \"runs\": [\"gd@0\"] }", "there is no run 'gd@0'"),
        Figure("{ \"kind\": \"trajectory\", \"runs\": \"gd\" }", "is not a list"),
        Figure("{ \"kind\": \"trajectory\", \"name\": \"..\" }", "kebab-case"),
        Figure("{ \"kind\": \"trajectory\", \"grid\": 1e9 }", "from 20 to 1000"),
        Figure($"{{ \"kind\": \"trajectory\", \"title\": \"{new string('x', 501)}\" }}", "expected at most 500"),
        Figure($"{{ \"kind\": \"trajectory\", \"subtitle\": \"{new string('x', 1001)}\" }}", "expected at most 1,000"),
        Figure("\"trajectory\", \"Trajectory\"", "two figures are called 'Trajectory'"),
        Figure("{ \"kind\": \"trajectory\", \"page\": { \"size\": [1, 300] } }", "a number from 100 to 5000") with { Lines = 1 },
        Figure("{ \"kind\": \"trajectory\", \"page\": { \"size\": [800] } }", "a size in points has two numbers: [W, H]"),
        Figure("{ \"kind\": \"trajectory\", \"page\": { \"size\": \"8in\" } }", "expected a size in points [W, H]"),
        Figure("{ \"kind\": \"trajectory\", \"page\": { \"size\": [5000, 5000], \"scale\": 16 } }", "65536 pixels"),
        Column("convergence", "columns", "los", "did you mean 'loss'?"),
        Column("convergence", "columns", "", "expected columns, separated by semicolons"),
        Column("convergence", "columns", " ; ;", "expected columns, separated by semicolons"),
        Column("convergence", "columns", "loss;los", "did you mean 'loss'?"),
        Column("convergence", "columns", "distance_to_target", "it is there with target"),
        Column("convergence", "columns", "average_x", "it is there with averaging"),
        Column("convergence", "columns", "weight_easi", "did you mean 'weight_easy'?"),
        Column("convergence", "columns", "zzzzzzzz", "expected one of step, x, y, loss"),
        Column("convergence", "columns", string.Join(';', Enumerable.Repeat("loss", 21)), "there are 21 columns: expected at most 20"),
        Column("convergence", "columns", new string('x', 1001), "has 1,001 characters: expected at most 1,000"),
        Column("trajectory", "colorBy", "los", "did you mean 'loss'?"),
        Column("trajectory", "colorBy", "", "no column ''"),
        Column("compare", "colorBy", "progres", "did you mean") with { Mentions = ["no column 'progres'"] },
        Column("surface", "colorBy", "cosine_easy", "no column 'cosine_easy'"),
        Figure("\"convergence:columns=los\"", "figures[0].columns", "did you mean 'loss'?"),
        Column("hyperparameters", "horizontal", "runs.x.steps=1:5", "runs.x.steps: there is no run 'x'"),
        Column("hyperparameters", "horizontal", "steps", "is no axis: expected PATH=from:to"),
        Column("hyperparameters", "vertical", "runs.gd.optimizer.learningRate=0.1:1", "both axes run over"),
        Column("basins", "window", "0;1;0;1", "expected a rectangle [[x0, x1], [y0, y1]]"),
        Figure("{ \"kind\": \"basins\", \"window\": [[0, 1e200], [0, 1]] }", "1e100"),
        Figure("{ \"kind\": \"basins\", \"pixels\": [99999, 1] }", "16384"),
        Swept("adam@0003", "did you mean 'adam@003'?"),
        Swept("adam@999", "expected adam, or one of adam@000 to adam@120"),
        Swept("adma@003", "there is no run 'adma@003'"),
    ];

    private static HostileInput Column(string kind, string key, string value, params IReadOnlyList<string> mentions) =>
        Figure($"{{ \"kind\": \"{kind}\", \"{key}\": \"{value}\" }}", mentions);

    private static HostileInput Swept(string run, params IReadOnlyList<string> mentions) => Json(
        $$"""
        { "name": "a", "landscape": "booth", "runs": [{ "name": "adam" }], "sweep": { "start.x": { "from": 0, "to": 1, "count": 121 } },
          "figures": [{ "kind": "trajectory", "runs": ["{{run}}"] }] }
        """,
        mentions);
}
