using System.Text;
using System.Text.Json.Nodes;

namespace LandscapeOpt.Cli.Tests.Batches;

/// <summary>Whatever a file holds: exit code 2, a message with its line, no stack trace, nothing written.</summary>
public sealed class BadFileTests
{
    private const string Small = """{ "name": "small", "landscape": "booth", "steps": 3, "runs": [{ "name": "gd" }], "seed": 0 }""";

    private const string Everything = """
        {
          "$schema": "x", "name": "everything", "title": "t", "description": "d", "landscape": { "kind": "easy-hard", "alpha": 0.25 },
          "start": [-1, 1], "steps": 20, "target": [1, 2], "seed": 7, "stop": { "gradientNorm": 1e-8, "lossBelow": 0.1, "leaveDomain": true, "divergedBeyond": 1000 },
          "runs": [
            { "name": "one", "optimizer": { "kind": "adam", "learningRate": 0.15 }, "schedule": { "kind": "exponential", "decay": 0.99 },
              "mixing": { "kind": "guided", "escape": "average" }, "transforms": [{ "kind": "clip-norm", "maximum": 1 }], "averaging": { "kind": "ema", "decay": 0.5 } }
          ],
          "sweep": { "optimizer.learningRate": { "from": 0.01, "to": 1, "count": 7, "scale": "log" }, "runs.one.schedule.decay": [0.99, 0.999] },
          "replicates": { "seeds": 3, "quantiles": [0.1] }, "traces": "best", "columns": ["evaluations"],
          "figures": [{ "kind": "trajectory", "name": "paths", "runs": ["one"], "page": { "theme": "dark", "size": [400, 300], "scale": 2, "transparent": true } }]
        }
        """;

    [Fact]
    public async Task A_file_cut_at_any_byte()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Small);
        await AllAreRefusedAsync([.. Enumerable.Range(0, bytes.Length).Select(length => bytes[..length])]);
    }

    [Fact]
    public async Task A_value_of_a_wrong_type_at_any_key()
    {
        // No value of the file may be null, an object without anything, or a number that no double can hold.
        var files = new List<byte[]>();
        foreach (string wrong in new[] { "null", "{ \"nothing\": 0 }", "-1e999" })
        {
            int count = Paths(JsonNode.Parse(Everything)!).Count();
            for (int i = 0; i < count; i++)
            {
                JsonNode changed = JsonNode.Parse(Everything)!;
                Paths(changed).ElementAt(i).ReplaceWith("REPLACED");
                files.Add(Encoding.UTF8.GetBytes(changed.ToJsonString().Replace("\"REPLACED\"", wrong, StringComparison.Ordinal)));
            }
        }

        Assert.True(files.Count > 150);
        await AllAreRefusedAsync([.. files]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"name\": \"a\", \"runs\": [] }")]
    [InlineData("{ \"name\": \"a\", \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }, { \"name\": \"a\" }] }")]
    [InlineData("{ \"name\": \"../../etc\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }")]
    [InlineData("{ \"name\": \"/tmp/a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"../a\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }], \"figures\": [{ \"kind\": \"trajectory\", \"name\": \"..\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"optimizer\": \"adma\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"optimizer\": \"adam:beta1=0.5,beta1=0.6\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"steps\": 1e308 }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"seed\": 99999999999999999999999999999999999 }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"start\": [1e999, -1e999] }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": { \"kind\": \"expression\", \"formula\": \"x +* y\" }, \"runs\": [{ \"name\": \"a\" }] }")]
    [InlineData("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }], \"sweep\": { \"steps\": { \"from\": 0, \"to\": 9, \"count\": 1e300 } } }")]
    [InlineData("{ 'name': 'a' }")]
    [InlineData("{ name: \"a\" }")]
    [InlineData("name: a")]
    [InlineData("<xml/>")]
    [InlineData("{ \"name\": \"\\ud800\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }")]
    [InlineData("{ \"na\\nme\": 1, \"runs\": [{ \"name\": \"a\" }] }")]
    public Task What_people_and_programs_get_wrong(string json) => AllAreRefusedAsync(Encoding.UTF8.GetBytes(json));

    [Fact]
    public Task Bytes_that_are_no_text() => AllAreRefusedAsync(
        [0xFF, 0xFE, 0x7B, 0x00],
        [.. "{ \"name\": \""u8, 0xC3, 0x28, .. "\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }"u8],
        [.. "{ \"name\": \"a\", \"ti"u8, 0xED, 0xA0, 0x80, .. "tle\": 1 }"u8],
        new byte[4096],
        [.. Encoding.UTF8.Preamble]);

    [Fact]
    public Task Depth_and_length() => AllAreRefusedAsync(
        Encoding.UTF8.GetBytes(new string('[', 1_000_000)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)),
        Encoding.UTF8.GetBytes("{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [" + string.Join(',', Enumerable.Repeat("null", 1_000_000)) + "] }"),
        Encoding.UTF8.GetBytes(
            "{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\", \"start\": [" + string.Join(',',
                Enumerable.Repeat("1", 1_000_000)) + "] }] }"),
        Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => FormattableString.Invariant($"\"key{i}\": 1"))) + "}"),
        Encoding.UTF8.GetBytes("{ \"name\": \"" + new string('a', 1_000_000) + "\", \"landscape\": \"booth\", \"runs\": [{ \"name\": \"a\" }] }"));

    [Fact]
    public async Task Two_files_of_one_name_are_refused()
    {
        using var cli = new Cli();
        string[] files = [Path.Combine(cli.Folder, "a.json"), Path.Combine(cli.Folder, "b.json")];
        await File.WriteAllTextAsync(files[0], Small);
        await File.WriteAllTextAsync(files[1], "\n" + Small);
        (int code, _, string error) = await Cli.Words("batch", cli.Folder, "--out", cli.Out);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Equal($"{files[1]}:2:11: name: the name 'small' is taken by {files[0]}\n", error);
        Assert.True(cli.WroteNothing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("// nothing but a comment\n")]
    public async Task A_file_without_anything_is_said_to_be_so(string content)
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "file.json");
        await File.WriteAllTextAsync(file, content);
        (int code, _, string error) = await Cli.Words("validate", file, "--quiet");

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Matches(@"file\.json:\d:1: not valid JSON: there is nothing in it, expected an object\n$", error);
    }

    [Fact]
    public async Task A_file_and_a_link_to_it_are_one_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var cli = new Cli();
        await File.WriteAllTextAsync(Path.Combine(cli.Folder, "b.json"), Small);
        File.CreateSymbolicLink(Path.Combine(cli.Folder, "a.json"), "b.json");
        (int code, string output, string error) = await Cli.Words("validate", cli.Folder);

        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.EndsWith("1 of 1 files are valid\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.json", "there is no such file or folder")]
    [InlineData("", "there are no experiment files")]
    public async Task Paths_that_lead_nowhere_are_refused(string path, string mentions)
    {
        using var cli = new Cli();
        (int code, _, string error) = await Cli.Words("batch", Path.Combine(cli.Folder, path), "--out", cli.Out);

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains(mentions, error, StringComparison.Ordinal);
    }

    private static async Task AllAreRefusedAsync(params byte[][] files)
    {
        using var cli = new Cli();
        string file = Path.Combine(cli.Folder, "file.json");
        foreach (byte[] content in files)
        {
            await File.WriteAllBytesAsync(file, content);
            (int code, string output, string error) = await Cli.Words("batch", file, "--out", cli.Out);
            string shown = Encoding.UTF8.GetString(content.AsSpan(0, Math.Min(content.Length, 2000)));

            Assert.True(code == ExitCode.WrongInput && output.Length == 0, $"exit code {(code == 0 ? "0" : "other")}: {shown}");
            Assert.NotEmpty(error);
            Assert.All(error.TrimEnd('\n').Split('\n'), line => Assert.Matches(@"^.*file\.json:\d+:\d+: \S", line));
            Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
            Assert.True(content.Length > 100_000 || error == (await Cli.Words("validate", file, "--quiet")).Error, "validate says something else");
        }

        Assert.Equal([file], Directory.GetFileSystemEntries(cli.Folder));
    }

    private static IEnumerable<JsonNode> Paths(JsonNode node)
    {
        foreach (JsonNode? child in node is JsonObject entries ? entries.Select(e => e.Value) : node is JsonArray list ? list.AsEnumerable() : [])
        {
            yield return child!;
            foreach (JsonNode inner in Paths(child!))
            {
                yield return inner;
            }
        }
    }
}
