using System.Diagnostics;
using System.Text;
using LandscapeOpt.Experiments.Format;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>Lines and columns point at the offending value, whatever stands before it.</summary>
public sealed class JsonTextTests
{
    [Theory]
    [InlineData("{\"name\": \"UP\"}", 1, 10, "name")]
    [InlineData("\uFEFF{\"name\": \"UP\"}", 1, 10, "name")]
    [InlineData("// a comment\r\n/* two\r\nlines */ {\r\n\t\"name\":\t\"UP\"}", 4, 10, "name")]
    [InlineData("{\n\"title\": \"übergroß — 大\", \"name\": \"UP\"}", 2, 34, "name")]
    [InlineData("{\"name\": \"a\", \"runs\": [1, {\"name\": \"b\",\n \"steps\": -1}]}", 2, 11, "runs[1].steps")]
    public void Problems_point_at_the_value(string json, int line, int column, string path)
    {
        Problem problem = Texts.Bind(json).Problems.Single(p => p.At.Path == path);

        Assert.Equal((line, column), (problem.At.Line, problem.At.Column));
        Assert.StartsWith(FormattableString.Invariant($"file.json:{line}:{column}: {path}: "), problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("   \n  ", 2, 3)]
    [InlineData("// nothing", 1, 11)]
    [InlineData("{\n  \"a\": }", 2, 8)]
    [InlineData("{\n  \"a\": 1\n", 3, 1)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{\"a\": 01}", 1, 8)]
    public void What_is_not_json_is_told_where_it_stops_being_so(string json, int line, int column)
    {
        var problems = new List<Problem>();
        Assert.Null(JsonText.Read("file.json", Encoding.UTF8.GetBytes(json), problems));

        Problem problem = Assert.Single(problems);
        Assert.Equal((line, column), (problem.At.Line, problem.At.Column));
        Assert.StartsWith("not valid JSON: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told()
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind([.. "{\n\"name\": \""u8, 0xC3, 0x28, .. "\"}"u8]);

        Assert.Contains("not Unicode", Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_stands_twice_is_told_at_the_second()
    {
        var problems = new List<Problem>();
        JsonText.Read("file.json", "{\"a\": 1,\n \"a\": 2}"u8, problems);

        Assert.Equal("file.json:2:2: a: the key 'a' stands twice in the same object", Assert.Single(problems).ToString());
    }

    [Fact]
    public void Nesting_ends_somewhere()
    {
        var problems = new List<Problem>();
        Assert.Null(JsonText.Read("file.json", Encoding.UTF8.GetBytes(new string('[', 100_000)), problems));

        Assert.Single(problems);
    }

    [Fact]
    public void A_line_with_a_million_numbers_is_read_in_no_time()
    {
        byte[] json = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Range(0, 1_000_000)) + ", true]");
        var problems = new List<Problem>();
        long start = Stopwatch.GetTimestamp();
        var list = (ListNode)JsonText.Read("file.json", json, problems)!;

        Assert.Equal((1_000_001, "[1000000]"), (list.Items.Count, list.Items[^1].At.Path));
        Assert.Equal(json.Length - 4, list.Items[^1].At.Column);
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 20);
    }

    [Fact]
    public void A_message_is_one_line_without_control_characters()
    {
        (_, IReadOnlyList<Problem> problems) = Texts.Bind("{\"na\\nme\": 1, \"name\": \"\\u001b[31m\"}");

        Assert.All(problems, p => Assert.DoesNotContain(p.ToString(), char.IsControl));
    }
}
