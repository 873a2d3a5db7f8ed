using System.Text.RegularExpressions;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Cli.Tests.Source;

/// <summary>What the source itself must keep to.</summary>
public sealed partial class SourceTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    private static readonly string[] Layers = ["Core", "Figures", "Experiments", "Cli"];

    // Inside Core: what each folder may use beside itself, Numbers and Catalogues.
    private static readonly Dictionary<string, string[]> CoreLayers = new(StringComparer.Ordinal)
    {
        ["Numbers"] = [],
        ["Catalogues"] = [],
        ["Landscapes"] = [],
        ["Optimizers"] = [],
        ["Schedules"] = [],
        ["Mixing"] = [],
        ["Transforms"] = [],
        ["Averaging"] = [],
        ["Runs"] = ["Landscapes", "Optimizers", "Schedules", "Mixing", "Transforms", "Averaging"],
        ["Analyses"] = ["Landscapes", "Optimizers", "Schedules", "Mixing", "Transforms", "Averaging", "Runs"],
        ["Maps"] = ["Landscapes", "Optimizers", "Schedules", "Mixing", "Transforms", "Averaging", "Runs", "Analyses"],
    };

    [Fact]
    public void Every_concrete_rule_is_in_its_catalogue()
    {
        Type[] prototypes = [.. Kinds.All.SelectMany(c => c.All).Select(m => m.Prototype.GetType())];
        Type[] kinds =
        [
            typeof(Landscapes.ILandscape), typeof(Optimizers.Optimizer), typeof(Schedules.Schedule),
            typeof(Mixing.MixingRule), typeof(Transforms.GradientTransform), typeof(Averaging.AveragingRule),
        ];
        Type[] concrete = [.. typeof(Engine).Assembly.GetExportedTypes().Where(t => !t.IsAbstract && !t.IsNested && !t.IsGenericType && Array.Exists(kinds, k => k.IsAssignableFrom(t)))];

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
    public void Projects_depend_downwards_only()
    {
        for (int layer = 0; layer < Layers.Length; layer++)
        {
            string project = File.ReadAllText(Path.Combine(Root, $"src/LandscapeOpt.{Layers[layer]}/LandscapeOpt.{Layers[layer]}.csproj"));
            foreach (string above in Layers[(layer + 1)..])
            {
                Assert.DoesNotContain($"LandscapeOpt.{above}.csproj", project, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Folders_of_Core_depend_downwards_only()
    {
        foreach ((string folder, string[] allowed) in CoreLayers)
        {
            foreach (string file in Sources($"src/LandscapeOpt.Core/{folder}"))
            {
                foreach (Match use in UsingLine().Matches(File.ReadAllText(file)))
                {
                    string used = use.Groups["folder"].Value;
                    Assert.True(
                        used == folder || used is "Numbers" or "Catalogues" || allowed.Contains(used, StringComparer.Ordinal),
                        $"{file} uses {used}");
                }
            }
        }
    }

    [Fact]
    public void No_clock_and_no_unseeded_chance_in_results()
    {
        foreach (string file in Sources("src/LandscapeOpt.Core").Concat(Sources("src/LandscapeOpt.Figures")))
        {
            Assert.DoesNotMatch(@"DateTime(Offset)?\.(Utc)?Now|new Random\(|Random\.Shared|Guid\.NewGuid|Environment\.TickCount", File.ReadAllText(file));
        }
    }

    [Fact]
    public void Elementary_functions_are_our_own_where_results_are_made()
    {
        foreach (string file in Sources("src/LandscapeOpt.Core").Concat(Sources("src/LandscapeOpt.Figures")))
        {
            Assert.DoesNotMatch(@"\bMath\.(Sin|Cos|Tan|Exp|Log|Log2|Log10|Pow|Tanh|Sinh|Cosh|Atan|Atan2|Asin|Acos|Cbrt)\(", File.ReadAllText(file));
        }
    }

    [Fact]
    public void No_file_is_too_long_to_read()
    {
        foreach (string file in Sources("src"))
        {
            Assert.True(File.ReadLines(file).Count() <= 400, file);
        }
    }

    private static IEnumerable<string> Sources(string folder) => !Directory.Exists(Path.Combine(Root, folder)) ? [] : Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "LandscapeOpt.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    [GeneratedRegex(@"^using (static )?LandscapeOpt\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UsingLine();
}
