using System.Globalization;
using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Tests.Source;

/// <summary>What the source itself must keep to.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private const int MostLines = 300;

    [Fact]
    public void Every_concrete_rule_is_in_its_catalogue()
    {
        Type[] prototypes = [.. Kinds.All.SelectMany(c => c.All).Select(m => m.Prototype.GetType())];
        Type[] kinds =
        [
            typeof(Landscapes.ILandscape), typeof(Optimizers.Optimizer), typeof(Schedules.Schedule),
            typeof(Mixing.MixingRule), typeof(Transforms.GradientTransform), typeof(Averaging.AveragingRule),
        ];
        Type[] concrete = [.. typeof(Engine).Assembly.GetExportedTypes()
            .Where(t => !t.IsAbstract && !t.IsNested && !t.IsGenericType && Array.Exists(kinds, k => k.IsAssignableFrom(t)))];

        Assert.NotEmpty(concrete);
        Assert.Empty(concrete.Except(prototypes));
    }

    [Fact]
    public void Every_member_says_what_it_is_and_where_it_comes_from()
    {
        foreach (Member member in Kinds.All.SelectMany(c => c.All))
        {
            Assert.True(member.About.Source.Length > 5, member.Name);
            Assert.True(member.About.Rule.Length > 3, member.Name);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", member.Name);
            Assert.All(member.Parameters, p => Assert.Matches("^[a-z][A-Za-z0-9]*$", p.Name));
            Assert.All(member.Parameters, p => Assert.False(string.IsNullOrWhiteSpace(p.Meaning)));
            member.Check(member.Prototype);
        }
    }

    [Fact]
    public void No_file_of_the_program_is_too_long_to_read() => Architecture.Same(
        Architecture.KnownLongFiles, Sources("src").Where(f => File.ReadLines(f).Count() > MostLines).Select(f => Path.GetFileName(f)));

    [Fact]
    public void No_line_is_wider_than_the_editor_is_told()
    {
        string told = File.ReadLines(Path.Combine(Root, ".editorconfig")).Single(l => l.StartsWith("max_line_length", StringComparison.Ordinal)).Split('=')[1];
        int widest = int.Parse(told, CultureInfo.InvariantCulture);

        Architecture.Same(
            Architecture.KnownWideLines,
            Sources("src").Concat(Sources("tests"))
                .GroupBy(f => Path.GetRelativePath(Root, f).Split('/', '\\')[1], StringComparer.Ordinal)
                .Select(g => (Project: g.Key, Lines: g.Sum(f => File.ReadLines(f).Count(l => l.Length > widest))))
                .Where(p => p.Lines > 0)
                .Select(p => FormattableString.Invariant($"{p.Project}: {p.Lines}")));
    }

    [Fact]
    public void A_file_lies_in_the_folder_of_its_namespace() => Architecture.Same(
        Architecture.KnownFoldersWithoutNamespace,
        Sources("src").Select(f => (Folder: FolderOf(f), Declared: NamespaceLine().Match(File.ReadAllText(f))))
            .Where(f => f.Declared.Success && f.Declared.Groups["name"].Value != f.Folder)
            .Select(f => f.Folder));

    private static IEnumerable<string> Sources(string folder) => !Directory.Exists(Path.Combine(Root, folder)) ? [] : Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "LandscapeOpt.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    // The namespace of the files of a folder: Core's is the root itself.
    private static string FolderOf(string file) => Path.GetRelativePath(Path.Combine(Root, "src"), Path.GetDirectoryName(file)!)
        .Replace(Path.DirectorySeparatorChar, '.')
        .Replace("LandscapeOpt.Core", "LandscapeOpt", StringComparison.Ordinal);

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamespaceLine();
}
