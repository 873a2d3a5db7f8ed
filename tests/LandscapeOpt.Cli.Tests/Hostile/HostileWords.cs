using static LandscapeOpt.Cli.Tests.Hostile.HostileInput;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Words of command lines: what is missing, unknown, twice, endless.</summary>
internal static class HostileWords
{
    private const int Endless = 100_000;

    internal static IEnumerable<HostileInput> All =>
    [
        .. Commands, .. Names, .. Specs,
        .. Batches.Select(b => b with { Files = Write("a.json", Experiment("\"steps\": 3")) }),
        .. Longest,
    ];

    private static HostileInput[] Commands =>
    [
        Line("batch", "PATH… is missing", "Experiment files") with { Place = "error: landscape-opt batch: " },
        Line("validate", "PATH… is missing"),
        Line("list", "landscapes, optimizers, schedules"),
        Line("describe", "NAME is missing", "landscape, optimizer"),
        Line("explain", "FILE is missing", "PNG or SVG"),
        Line("completion", "bash, zsh, fish, pwsh"),
        Line("inspect", "expected one of critical, line, curve"),
        Line("map", "expected one of basins, hyperparameters"),
        Line("bacth a.json", "unknown command 'bacth'", "did you mean 'batch'?"),
        Line("map basin", "did you mean 'basins'?"),
        Line("''", "unknown command ''"),
        Line("run --stepz 3", "unknown option '--stepz'", "'--steps'") with { Place = "error: landscape-opt run: " },
        Line("run --steps", "--steps needs a value: N") with { Place = "error: landscape-opt run: " },
        Line("run --lr 1 --lr 2", "2 were provided") with { Place = "error: landscape-opt run: " },
        Line("run --landscape booth more", "unknown word 'more'") with { Place = "error: landscape-opt run: " },
        Line("schema more", "unknown word 'more'"),
        Line("list landscape", "did you mean 'landscapes'?"),
        Line("list ''", "expected one of landscapes"),
        Line("describe adma", "did you mean 'adam'?"),
        Line("describe ''", "nothing is called '': see list landscapes"),
        Line("completion tcsh", "unknown shell 'tcsh'", "bash, zsh"),
        Line("verify bot", "unknown landscape 'bot'"),
        Line("verify booth --formula x", "give one of both"),
        Line("verify --start 1,1", "for a --formula"),
        Line("verify --formula x+*y", "column 3"),
    ];

    private static HostileInput[] Names =>
    [
        Line("run", "give a landscape (see list landscapes) or a --formula") with { Place = "error: --landscape: " },
        Line("run --landscape rosenbrok", "did you mean 'rosenbrock'?"),
        Line("run --landscape ''", "unknown landscape ''", "expected one of ackley"),
        Line("run --landscape booth --formula x", "give one of both"),
        Line("run --landscape booth --optimizer adm", "did you mean 'adam'?"),
        Line("run --landscape booth --schedule cosinus", "did you mean 'cosine'?"),
        Line("run --landscape easy-hard --mixing guidde", "did you mean 'guided'?"),
        Line("run --landscape booth --transform clip", "clip-norm"),
        Line("run --landscape booth --averaging sva", "did you mean 'swa'?"),
        Line("run --landscape booth --columns lamda_max", "did you mean 'lambda_max'?"),
        Line("run --landscape booth --columns ,", "unknown column ''"),
        Line("run --landscape booth --name ../up", "kebab-case"),
        Line("run --landscape booth --name ''", "kebab-case"),
        Line("run --landscape booth --name con", "device name"),
        Line("run --landscape booth --target maximum", "'maximum' is not a number"),
        Line("run --landscape monkey-saddle --target minimum", "no minimum of Monkey saddle is known", "as a point"),
        Line("run --landscape booth --format jpeg", "expected one of png, svg"),
        Line("run --landscape booth --format ''", "unknown format ''"),
        Line("run --landscape booth --theme pink", "expected one of dark, light"),
        Line("run --landscape booth --out ''", "is empty"),
        Line("run --landscape booth --mixing power", "two components"),
        Line("run --landscape easy-hard --mixing guided", "target"),
        Line("inspect homotopy --landscape booth", "two components"),
        Line("inspect line --landscape booth --from 1,1", "give a point X,Y") with { Place = "error: --to: " },
        Line("inspect sharpness --landscape booth", "give a point X,Y") with { Place = "error: --at: " },
        Line("map basins --landscape booth --raw xls", "expected one of none, npy, csv"),
        Line("map hyperparameters --landscape booth", "give two axes") with { Place = "error: --axis: " },
        Axis("foo=1:5", "foo: a run has no key 'foo'", "expected one of landscape"),
        Axis("runs.x.steps=1:5", "runs.x.steps: there is no run 'x'"),
        Axis("runs.gs.steps=1:5", "did you mean 'gd'?"),
        Axis("optimizer.learningrate=1:5", "did you mean 'learningRate'?"),
        Axis("optimizer=1:5", "an axis runs over a number"),
        Axis("steps=-1:5", "an end is out of range: expected a whole number from 0"),
        Axis("steps=1", "is no axis: expected PATH=from:to"),
        Axis("steps=1:5:cubic", "is no axis: expected PATH=from:to"),
        Axis("steps=1:1", "both ends are the same"),
        Axis("steps=nan:1", "is no axis"),
        Axis("optimizer.learningRate=0:1:log", "greater than 0"),
        Axis("start.x=-1e308:1e308", "too far apart"),
        Axis("start.y=0:2", "both axes run over start.y"),
        Axis("=1:5", "is no axis"),
    ];

    private static HostileInput[] Specs =>
    [
        Line("run --landscape quadratic:", "expected kind or kind:key=value,key=value"),
        Line("run --landscape quadratic:kappa", "expected kind or kind:key=value,key=value"),
        Line("run --landscape quadratic:kappa=", "is empty: expected a number"),
        Line("run --landscape quadratic:kappa=2,kappa=3", "the key 'kappa' stands twice"),
        Line("run --landscape quadratic:kapa=2", "did you mean 'kappa'?"),
        Line("run --landscape quadratic:kappa=1e999", "too large for a double"),
        Line("run --landscape quadratic:=", "expected kind or kind:key=value"),
        Line("run --landscape booth:x=1", "booth has no key 'x' (it has none)"),
        Line("run --landscape transformed", "needs the key 'of'"),
        Line("run --landscape transformed:of=nothing", "unknown landscape 'nothing'"),
        Line("run --landscape transformed:of=booth,scale=1", "expected a point written x;y"),
        Line("run --landscape transformed:of=booth,scale=[1,1]", "has brackets: expected a point written x;y"),
        Line("run --landscape expression:formula=x,domain=0;1;0", "expected a rectangle written x0;x1;y0;y1"),
        Line("run --landscape expression:formula=x,domain=1;0;0;1", "x0 < x1"),
        Line("run --landscape easy-hard --mixing fixed:weights=[1,2,3]", "has brackets: expected a list of numbers", "1;2;3"),
        Line("run --landscape easy-hard --mixing fixed:weights=1,2,3", "a list is written with semicolons: weights=1;2"),
        Line("run --landscape easy-hard --mixing fixed:weights=1;2;x", "'x' is not a number", "1;2;3"),
        Line("run --landscape booth --optimizer adam:beta1=1.5", "from 0 to 1 (exclusive)"),
        Line("run --landscape booth --optimizer momentum:form=torch", "sutskever, pytorch"),
        Line("run --landscape booth --optimizer lbfgs:memory=2.5", "whole number"),
        Line("run --landscape booth --optimizer sam:base=(adam", "unknown optimizer '(adam'"),
        Line("run --landscape booth --optimizer adam:beta1=null", "'null' is not a number"),
        Line("run --landscape booth --schedule multi-step:milestones=", "is empty"),
    ];

    private static HostileInput[] Batches =>
    [
        Line("batch nowhere.json", "no such file or folder") with { Place = "error: nowhere.json: " },
        Line("batch ''", "no such file or folder") with { Place = "error: '': " },
        Line("batch a.json --jobs 0", "from 1 to 512"),
        Line("batch a.json --jobs many", "from 1 to 512"),
        Line("batch a.json --shard 3", "expected I/N, such as 3/8"),
        Line("batch a.json --shard 3/2", "from 1 to 2"),
        Line("batch a.json --shard 1/0", "from 1 to 100000"),
        Line("batch a.json --shard 1/2 --merge", "computes nothing"),
        Line("batch a.json --filter zzz*", "no experiment has such a name"),
        Line("batch a.json --set steps", "expected path=value"),
        Line("batch a.json --set =1", "expected path=value"),
        Line("batch a.json --set steps=-1", "from 0 to 10000000"),
        Line("batch a.json --set runs.dg.steps=1", "did you mean 'gd'?"),
        Line("batch a.json --set figures.9=x", "is not a list: expected one") with { Place = "error: --set figures.9: " },
        Line("batch a.json --out ''", "is empty"),
        Line("figures a.json --jobs -1", "from 1 to 1024"),
        Line("validate a.json nowhere", "no such file or folder") with { Place = "error: nowhere: " },
    ];

    private static HostileInput[] Longest =>
    [
        new(["run", "--" + new string('x', Endless), "1"], "unknown option '--xxx"),
        new(["run", "--landscape", new string('x', Endless)], "has 100,000 characters: expected at most 20,000"),
        new(["run", "--landscape", "booth", "--name", new string('x', Endless)], "has 100,000 characters: expected at most 20,000"),
        new(["run", "--formula", new string('x', Endless)], "has 100,000 characters: expected at most 10,000"),
        new(["run", "--formula", new string('(', 4000) + "x" + new string(')', 4000)], "nested"),
        new(["run", "--landscape", "booth", "--lr", new string('1', Endless)], "a number has at most 1,000"),
        new(["run", "--landscape", "booth", "--steps", new string('1', Endless)], "is not a whole number: expected a whole number from 0"),
        new(["run", "--landscape", "booth", "--start", string.Concat(Enumerable.Repeat("1,", Endless / 2))], "expected a point written x,y"),
        new(["run", "--landscape", "booth", "--target", new string('\'', Endless)], "expected a point written x,y"),
        new(["run", "--landscape", "booth", "--columns", new string('x', Endless)], "has 100,000 characters: expected at most 20,000"),
        new(["run", "--landscape", "\u001b[31mred\nnext"], "unknown landscape '\\u001b[31mred\\u000anext'"),
        new(["describe", new string('x', Endless)], "nothing is called 'xxx"),
        new(["explain", new string('x', Endless)], "xxx"),
        new(["batch", new string('x', Endless)], "no such file or folder"),
        new([.. "map hyperparameters --landscape booth --axis start.x=0:1 --axis".Split(' '), new string('x', Endless)], "is no axis: expected PATH=from:to"),
        new(["batch", "nowhere.json", "--set", new string('x', Endless) + "=1"], "no such file or folder"),
    ];

    private static HostileInput Axis(string axis, params IReadOnlyList<string> mentions) =>
        Line("map hyperparameters --landscape booth --pixels 2x2 --axis start.y=0:1 --axis " + axis, mentions) with { Place = "error: --axis: " };
}
