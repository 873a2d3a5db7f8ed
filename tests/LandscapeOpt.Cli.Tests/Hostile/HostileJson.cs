using System.Text;
using static LandscapeOpt.Cli.Tests.Hostile.HostileInput;

namespace LandscapeOpt.Cli.Tests.Hostile;

/// <summary>Experiment files that are no experiments, or of endless parts.</summary>
internal static class HostileJson
{
    private const int Long = 10 << 20, Many = 100_000;

    internal static IEnumerable<HostileInput> All => [.. Documents, .. Members, .. Sweeps, .. Endless, .. Nested];

    private static HostileInput[] Documents =>
    [
        Json("", "there is nothing in it, expected an object"),
        Json("// nothing", "there is nothing in it, expected an object"),
        Json("[]", "a list is not an experiment: expected an object"),
        Json("7", "7 is not an experiment: expected an object"),
        Json("null", "null is not an experiment"),
        Json("{}", "the key 'name' is missing", "the key 'runs' is missing") with { Lines = 2 },
        Json("{", "expected } or ]"),
        Json("{ \"name\": \"a\", ", "reached end of data"),
        Json("{ 'name': 'a' }", "not valid JSON"),
        Json("name: a", "not valid JSON"),
        Json("<xml/>", "not valid JSON"),
        Json("{ \"name\": \"a\" } {}", "not valid JSON"),
        Json("{ \"name\": \"\\ud800\" }", "not Unicode"),
        Json("{ \"name\": 01 }", "not valid JSON"),
        Json("{ \"name\": NaN }", "not valid JSON"),
        Bytes([0xFF, 0xFE, 0x7B, 0x00], "not valid JSON"),
        Bytes([.. Encoding.UTF8.Preamble], "there is nothing in it"),
        Bytes([.. "{ \"name\": \""u8, 0xC3, 0x28, .. "\" }"u8], "not Unicode"),
        Bytes(new byte[4096], "not valid JSON"),
        Bytes([0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], "not valid JSON"),
    ];

    private static HostileInput[] Members =>
    [
        Member("\"stepz\": 3", "unknown key 'stepz'; did you mean 'steps'?"),
        Member("\"steps\": 1, \"steps\": 1", "stands twice"),
        Member("\"steps\": null", "leave the key out"),
        Member("\"steps\": \"3\"", "expected a whole number from 0 to 10000000"),
        Member("\"steps\": 1e308", "expected a whole number from 0 to 10000000"),
        Member("\"steps\": {}", "an object is not a whole number"),
        Member("\"seed\": 99999999999999999999999999999999999", "expected a whole number of at least 0"),
        Member("\"start\": [1e999, 0]", "1e999 is too large for a double"),
        Member("\"start\": [1]", "a point has two numbers: [x, y]"),
        Member("\"start\": \"1;1\"", "expected a point [x, y]"),
        Member("\"target\": \"maximum\"", "expected a point [x, y] or \"minimum\""),
        Member("\"title\": 7", "is not a text: expected one in quotation marks"),
        Member("\"traces\": \"some\"", "expected one of all, none, best"),
        Member("\"columns\": [\"evaluation\"]", "did you mean 'evaluations'?"),
        Member("\"columns\": [null]", "null is not a text"),
        Member("\"stop\": { \"lossBelow\": [] }", "a list is not a number"),
        Member("\"replicates\": { \"seeds\": 0 }", "from 1 to 100000000"),
        Member("\"tune\": { \"parameter\": \"learningRate\" }", "needs the key 'from'") with { Lines = 3 },
        Json("{ \"name\": \"../../etc\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }", "kebab-case"),
        Json("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [] }", "at least one entry"),
        Json("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }, { \"name\": \"a\" }] }", "two runs are called 'a'"),
        Json("{ \"name\": \"a\", \"runs\": [{ \"name\": \"a\" }] }", "give the key 'landscape'"),
        Json("{ \"name\": \"a\", \"landscape\": { \"kind\": 7 }, \"runs\": [{ \"name\": \"a\" }] }", "7 is not a text"),
        Json("{ \"name\": \"a\", \"landscape\": {}, \"runs\": [{ \"name\": \"a\" }] }", "the key 'kind' is missing: expected one of ackley"),
        Json("{ \"name\": \"a\", \"landscape\": { \"kind\": \"expression\", \"formula\": \"x +* y\" }, \"runs\": [{ \"name\": \"a\" }] }", "column 4"),
        Json("{ \"name\": \"a\", \"landscape\": { \"kind\": \"mixture\", \"components\": {} }, \"runs\": [{ \"name\": \"a\" }] }",
            "expected {name: landscape, …}"),
    ];

    private static HostileInput[] Sweeps =>
    [
        Member("\"sweep\": { \"runs.dg.steps\": [5] }", "there is no run 'dg'; did you mean 'gd'?"),
        Member("\"sweep\": { \"start.z\": [1] }", "expected x or y"),
        Member("\"sweep\": { \"\": [1] }", "the path leads to no value: expected one such as steps"),
        Member("\"sweep\": { \"runs.\": [1] }", "there is no run ''"),
        Member("\"sweep\": { \"steps[0]\": [1] }", "steps has no keys"),
        Member("\"sweep\": { \"steps\": [] }", "expected a list of values, or a range"),
        Member("\"sweep\": { \"steps\": { \"from\": 0, \"to\": 9, \"count\": 1e300 } }", "whole number"),
        Member("\"sweep\": { \"start.x\": { \"from\": -1e308, \"to\": 1e308, \"count\": 3 } }", "too far apart"),
        Member("\"sweep\": { \"start.x\": { \"from\": 0, \"to\": 1, \"count\": 3, \"scale\": \"log\" } }", "ends greater than 0"),
        Member("\"sweep\": { \"steps\": { \"from\": 0, \"to\": 9, \"count\": 100000 }, \"seed\": { \"from\": 0, \"to\": 9, \"count\": 100000 } }",
            "at most 100000000 are possible"),
        Member("\"sweep\": { \"landscape.alpha\": { \"from\": 0, \"to\": 1, \"count\": 100000000 } }, \"figures\": [\"trajectory\"]",
            "at most 1000 are possible"),
        Member($"\"sweep\": {{ {Repeated("\"start.x#\": [1]", Many)} }}", "there are 100,000 paths: at most 100 are possible"),
        Member($"\"sweep\": {{ \"runs.{new string('x', 900)}.steps\": [1] }}", "there is no run 'xxx"),
        Member("\"replicates\": { \"seeds\": 100000000 }, \"sweep\": { \"start.x\": [0, 1] }", "at most 100000000 are possible"),
    ];

    private static HostileInput[] Endless =>
    [
        Member($"\"title\": \"{new string('x', Long)}\"", "has 10,485,760 characters: at most 20,000 are read"),
        Member($"\"title\": \"{new string('x', 501)}\"", "has 501 characters: expected at most 500"),
        Member($"\"description\": \"{new string('x', 10_001)}\"", "expected at most 10,000"),
        Member($"\"{new string('x', Long)}\": 1", "the key 'xxx", "at most 1,000 are read"),
        Member($"\"sweep\": {{ \"{new string('x', Long)}\": [1] }}", "the key 'xxx", "at most 1,000 are read"),
        Member($"\"steps\": {new string('1', Many)}", "the number '111", "has 100,000 characters: at most 1,000 are read"),
        Member($"\"steps\": 0.{new string('0', Many)}1", "has 100,003 characters"),
        Member($"\"start\": [{string.Join(',', Enumerable.Repeat("1", Many))}]", "a point has two numbers"),
        Member($"\"start\": [{string.Join(',', Enumerable.Repeat("1", 3_000_000))}]", "at most 2,000,000 are read"),
        Member($"\"figures\": [{string.Join(',', Enumerable.Repeat("\"trajectory\"", Many))}]", "two figures are called 'trajectory'",
            "and 99,979 more problems") with { Lines = 21 },
        Member($"\"runs.#\": 1, {Repeated("\"key#\": 1", Many)}", "unknown key 'key0'", "and 99,981 more problems") with { Lines = 21 },
        Member($"\"columns\": [{string.Join(',', Enumerable.Repeat("\"x\"", 1_000_000))}]", "unknown column 'x'",
            "and at least 199,980 more problems") with { Lines = 21 },
        Json($"{{ \"name\": \"{new string('a', 1_000_000)}\", \"landscape\": \"booth\", \"runs\": [{{ \"name\": \"a\" }}] }}", "has 1,000,000 characters"),
        Json($"{{ \"name\": \"a\", \"landscape\": \"{new string('\'', 20_000)}\", \"runs\": [{{ \"name\": \"a\" }}] }}", "unknown landscape"),
        Json($"{{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{string.Join(',', Enumerable.Repeat("null", Many))}] }}", "null is not a run",
            "and 99,980 more problems") with { Lines = 21 },
        Json($$"""{ "name": "a", "landscape": { "kind": "expression", "formula": "x", "parameters": { {{Repeated("\"a#\": 1", Many)}} } }, "runs": [{ "name": "a" }] }""", "there are 100,000 entries: expected at most 1000"),
        Json($$"""{ "name": "a", "landscape": { "kind": "mixture", "components": { {{Repeated("\"a#\": \"booth\"", Many)}} } }, "runs": [{ "name": "a" }] }""", "there are 100,000 entries: expected at most 1000"),
        Json($$"""{ "name": "a", "landscape": { "kind": "expression", "formula": "{{new string('x', 10_001)}}" }, "runs": [{ "name": "a" }] }""", "has 10,001 characters: expected at most 10,000"),
        Json($$"""{ "name": "a", "landscape": "booth", "runs": [{{Repeated("{ \"name\": \"a#\" }", 5000)}}, { "name": "a0@1" }], "replicates": { "seeds": 2 } }""", "the run 'a0@1' is called like one of the runs that 'a0' is swept to"),
    ];

    private static HostileInput[] Nested =>
    [
        Json(new string('[', Long), "nested too deep: at most 64 deep"),
        Json(string.Concat(Enumerable.Repeat("{\"a\":", Many)), "nested too deep: at most 64 deep"),
        Json(new string('[', 60) + new string(']', 60), "a list is not an experiment"),
        Landscape(Of(200, "transformed:of=", "rosenbrock"), "deep"),
        Landscape(Of(1300, "transformed:of=", "rosenbrock"), "deep"),
        Landscape(Of(24, "transformed:of=", "rosenbrok"), "unknown landscape 'rosenbrok'"),
        Json("{ \"name\": \"a\", \"landscape\": " + Of(50, "{ \"kind\": \"transformed\", \"of\": ", "\"booth\"") + new string('}',
            50) + ", \"runs\": [{ \"name\": \"a\" }] }", "deep"),
        Json("{ \"name\": \"a\", \"landscape\": " + Of(70, "{ \"kind\": \"transformed\", \"of\": ", "\"booth\"") + new string('}',
            70) + ", \"runs\": [{ \"name\": \"a\" }] }", "deep"),
        new(["run", "--landscape", Of(200, "transformed:of=", "rosenbrock"), "--steps", "3"], "deep") { Place = "error: --landscape: " },
        new(["run", "--landscape", Of(5000, "transformed:of=(", "rosenbrock") + new string(')', 5000), "--steps", "3"], "deep") { Place =
            "error: --landscape: " },
    ];

    private static HostileInput Landscape(string spec, params IReadOnlyList<string> mentions) =>
        Json($"{{ \"name\": \"a\", \"landscape\": \"{spec}\", \"runs\": [{{ \"name\": \"a\" }}] }}", mentions);

    private static string Of(int depth, string outer, string inner) => string.Concat(Enumerable.Repeat(outer, depth)) + inner;

    private static string Repeated(string text, int count) =>
        string.Join(',', Enumerable.Range(0, count).Select(i => text.Replace("#", FormattableString.Invariant($"{i}"), StringComparison.Ordinal)));
}
