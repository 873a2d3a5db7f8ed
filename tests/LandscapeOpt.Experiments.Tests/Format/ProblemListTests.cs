using System.Globalization;
using System.Text;
using LandscapeOpt.Experiments.Format;
using LandscapeOpt.Experiments.Plan;

namespace LandscapeOpt.Experiments.Tests.Format;

/// <summary>Of many problems the first are told and the others counted; of what is long a part is shown.</summary>
public sealed class ProblemListTests
{
    [Theory]
    [InlineData(20, 20, "")]
    [InlineData(21, 21, "and 1 more problem")]
    [InlineData(3000, 21, "and 2,980 more problems")]
    public void After_the_first_twenty_they_are_counted(int problems, int lines, string last)
    {
        IReadOnlyList<Problem> told =
            Read(string.Join(',', Enumerable.Range(0, problems).Select(i => string.Create(CultureInfo.InvariantCulture, $"\n\"key{i}\": 1"))));

        Assert.Equal(lines, told.Count);
        Assert.Equal(Enumerable.Range(2, lines), told.Select(p => p.At.Line));
        Assert.True(last.Length == 0 || told[^1].Message == last, told[^1].Message);
        Assert.Equal(told.Select(p => p.ToString()), Problem.Told(told).Select(p => p.ToString()));
    }

    [Fact]
    public void Those_of_several_files_are_counted_together()
    {
        IReadOnlyList<Problem> one =
            Read(string.Join(',', Enumerable.Range(0, 100).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"key{i}\": 1"))));

        Assert.Equal("and 180 more problems", Problem.Told([.. one, .. one])[^1].Message);
    }

    [Theory]
    [InlineData("unknown 'A': expected one of b", "unknown 'A': expected one of b")]
    [InlineData("unknown 'C…100': expected 'b'; did you mean 'c'?", "unknown 'C…100': expected 'b'; did you mean 'c'?")]
    public void Short_quotes_stay(string message, string expected) => Assert.Equal(expected, Clip.Quotes(message));

    [Fact]
    public void Only_what_is_in_quotes_is_cut()
    {
        string names = string.Join(", ", Enumerable.Range(0, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $"name{i}")));
        string value = new('x', 300), apostrophes = string.Concat(Enumerable.Repeat("it's ", 60)).TrimEnd();

        Assert.Equal($"unknown 'x': expected one of {names}; did you mean 'y'?", Clip.Quotes($"unknown 'x': expected one of {names}; did you mean 'y'?"));
        Assert.Equal($"the landscape's '{value[..100]}…' is none; expected {names}", Clip.Quotes($"the landscape's '{value}' is none; expected {names}"));
        Assert.Equal($"'{apostrophes[..100]}…' is long", Clip.Quotes($"'{apostrophes}' is long"));
    }

    [Fact]
    public void A_line_is_short_and_whole_whatever_is_in_it()
    {
        Origin at = Origin.Start(new(new string('f', 5000), []), 0).Member(new string('k', 900), 0);
        string line = new Problem(at, "broken\n" + string.Concat(Enumerable.Repeat("\U0001F600", 3000)) + " expected a number").ToString();

        Assert.InRange(line.Length, 1000, 2000);
        Assert.EndsWith(" expected a number", line, StringComparison.Ordinal);
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Equal(line, Encoding.UTF8.GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(line)));
    }

    [Fact]
    public void Only_regular_files_of_a_stated_size_are_read()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a");
        File.WriteAllText(file, "12345");

        Assert.Equal("12345"u8, InputFile.Read(file, 5));
        Assert.Contains("has 5 bytes", Assert.Throws<IOException>(() => InputFile.Read(file, 4)).Message, StringComparison.Ordinal);
        Assert.Contains("a folder", Assert.Throws<IOException>(() => InputFile.Read(folder.Path, 5)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => InputFile.Read(file + "b", 5));
        File.WriteAllText(file, "");
        Assert.Empty(InputFile.Read(file, 5));
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(file + "l", file);
            Assert.Empty(InputFile.Read(file + "l", 5));
            Assert.Contains("only regular files of at most 3 MB", Assert.Throws<IOException>(() => InputFile.Read("/dev/null", 3 << 20)).Message,
                StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<Problem> Read(string members)
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a.json");
        File.WriteAllText(file, $"{{ \"name\": \"a\", \"landscape\": \"booth\", \"runs\": [{{ \"name\": \"gd\" }}],{members} }}");
        return Assert.Single(ExperimentFiles.Read(file)).Problems;
    }
}
