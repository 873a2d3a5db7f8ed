using static LandscapeOpt.Cli.Tests.Source.CompiledAssembly;

namespace LandscapeOpt.Cli.Tests.Source;

/// <summary>
/// The projects, their folders, and what is known to break the rules about them: a new exception fails, and so does one that is no longer needed.
/// </summary>
internal static class Architecture
{
    /// <summary>The projects from the ground up, by their assemblies' names.</summary>
    internal static readonly string[] Projects = ["LandscapeOpt.Core", "LandscapeOpt.Figures", "LandscapeOpt.Experiments", "landscape-opt"];

    /// <summary>The folders of Core from the ground up; those of one row do not see each other.</summary>
    internal static readonly string[][] Core =
    [
        ["Numbers"],
        ["Catalogues"],
        ["Landscapes", "Optimizers", "Schedules", "Mixing", "Transforms", "Averaging"],
        ["Runs"],
        ["Analyses", "Landscapes.Verification"],
        ["Maps"],
    ];

    /// <summary>Arrows of Core that run back or across.</summary>
    internal static readonly string[] KnownArrows = [];

    /// <summary>Folders of one project that see each other.</summary>
    internal static readonly string[] KnownCycles =
    [
        "Figures.Canvas, Figures.Canvas.Png, Figures.Canvas.Raster, Figures.Canvas.Svg, Figures.Fonts",
    ];

    /// <summary>Names that more than one type has.</summary>
    internal static readonly string[] KnownSharedNames = [];

    /// <summary>Types that read a clock: for the steps per second, and to choose the fastest of kernels that give the same bits.</summary>
    internal static readonly string[] KnownClocks = ["LandscapeOpt.Maps.LaneVariants", "LandscapeOpt.Maps.MapWorkers"];

    /// <summary>Static fields that are written after their type is ready.</summary>
    internal static readonly string[] KnownWrittenFields = [];

    /// <summary>Files above the most lines.</summary>
    internal static readonly string[] KnownLongFiles = [];

    /// <summary>How many lines are too wide, project by project.</summary>
    internal static readonly string[] KnownWideLines =
    [
        "LandscapeOpt.Core.Tests: 1",
        "LandscapeOpt.Experiments.Tests: 23",
        "LandscapeOpt.Cli.Tests: 19",
    ];

    /// <summary>Folders whose files are in the namespace above: parts of one class, and what goes with the hand-written canvas.</summary>
    internal static readonly string[] KnownFoldersWithoutNamespace = ["LandscapeOpt.Figures.Canvas.Png", "LandscapeOpt.Runs.Columns"];

    internal static readonly IReadOnlyDictionary<string, CompiledAssembly> Assemblies = Projects.ToDictionary(
        p => p, p => CompiledAssembly.Read(Path.Combine(AppContext.BaseDirectory, p + ".dll")), StringComparer.Ordinal);

    /// <summary>What the types of a project name outside and inside it.</summary>
    internal static IEnumerable<Use> Uses(params string[] projects) => projects.SelectMany(p => Assemblies[p].Uses);

    /// <summary>The folders of a project that see each other, each group as one text, with one use for each arrow between them.</summary>
    internal static IEnumerable<(string Folders, IReadOnlyList<Use> Arrows)> Cycles(string project)
    {
        HashSet<string> folders = [.. Assemblies[project].Types.Select(t => t.Namespace)];
        Use[] arrows = [.. Uses(project)
            .Where(u => u.From.Namespace != u.To.Namespace && folders.Contains(u.To.Namespace))
            .DistinctBy(u => (u.From.Namespace, u.To.Namespace))];
        ILookup<string, string> next = arrows.ToLookup(a => a.From.Namespace, a => a.To.Namespace, StringComparer.Ordinal);
        Dictionary<string, HashSet<string>> reached = folders.ToDictionary(f => f, f => Reached(f, next), StringComparer.Ordinal);
        return folders
            .Where(f => reached[f].Contains(f))
            .Select(f => reached[f].Where(g => reached[g].Contains(f)).ToHashSet(StringComparer.Ordinal))
            .DistinctBy(group => group.Min(StringComparer.Ordinal), StringComparer.Ordinal)
            .Select(group => (
                string.Join(", ", group.Select(Short).Order(StringComparer.Ordinal)),
                (IReadOnlyList<Use>)[.. arrows.Where(a => group.Contains(a.From.Namespace) && group.Contains(a.To.Namespace))]));
    }

    /// <summary>A namespace without the common beginning.</summary>
    internal static string Short(string name) => name == "LandscapeOpt" ? "Core" : name["LandscapeOpt.".Length..];

    /// <summary>Fails on an exception that is not known, and on a known one that is no longer needed.</summary>
    internal static void Same(IEnumerable<string> known, IEnumerable<string> found, Func<string, IEnumerable<Use>>? uses = null)
    {
        string[] all = [.. found.Distinct(StringComparer.Ordinal)];
        string[] added = [.. all.Except(known).Select(a => string.Join("\n    ", uses is null ? [a] : uses(a).Select(u => $"{u}").Prepend(a)))];
        string[] unneeded = [.. known.Except(all)];
        Assert.True(added.Length + unneeded.Length == 0, $"new:\n  {string.Join("\n  ", added)}\nno longer needed:\n  {string.Join("\n  ", unneeded)}");
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> next)
    {
        HashSet<string> reached = [];
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? at))
        {
            foreach (string to in next[at].Where(reached.Add))
            {
                open.Push(to);
            }
        }

        return reached;
    }
}
