using LandscapeOpt.Analyses;
using LandscapeOpt.Maps;
using LandscapeOpt.Runs;
using static LandscapeOpt.Cli.Tests.Source.CompiledAssembly;

namespace LandscapeOpt.Cli.Tests.Source;

/// <summary>What the compiled program must keep to: which part may name which.</summary>
public sealed class ArchitectureTests
{
    // What computes science beside the questions' own Compute; "*" is any member.
    private static readonly Dictionary<string, string[]> Computing = new(StringComparer.Ordinal)
    {
        [typeof(Engine).FullName!] = ["*"],
        [typeof(CriticalPoints).FullName!] = [nameof(CriticalPoints.Find), nameof(CriticalPoints.At)],
        [typeof(Homotopy).FullName!] = [nameof(Homotopy.Of)],
        [typeof(ModeCurve).FullName!] = [nameof(ModeCurve.Between), nameof(ModeCurve.Straight)],
        [typeof(LineProfile).FullName!] = [nameof(LineProfile.Between)],
        [typeof(Sharpness).FullName!] = [nameof(Sharpness.Of)],
        [typeof(TrajectoryEvents).FullName!] = [nameof(TrajectoryEvents.Of)],
        [typeof(TrajectoryMetrics).FullName!] = [nameof(TrajectoryMetrics.Of)],
        [typeof(GradientFlow).FullName!] = ["*"],
        [typeof(StabilityEdge).FullName!] = ["*"],
        [typeof(MapEngine).FullName!] = ["*"],
        [typeof(BasinMaps).FullName!] = [nameof(BasinMaps.Compute)],
        [typeof(ParameterMaps).FullName!] = [nameof(ParameterMaps.Compute)],
    };

    // The clock and unseeded chance.
    private static readonly Dictionary<string, string[]> Chance = new(StringComparer.Ordinal)
    {
        ["System.DateTime"] = ["get_Now", "get_UtcNow", "get_Today"],
        ["System.DateTimeOffset"] = ["get_Now", "get_UtcNow"],
        ["System.TimeProvider"] = ["*"],
        ["System.Diagnostics.Stopwatch"] = ["*"],
        ["System.Environment"] = ["get_TickCount", "get_TickCount64"],
        ["System.Random"] = ["*"],
        ["System.Guid"] = ["NewGuid", "CreateVersion7"],
        ["System.Security.Cryptography.RandomNumberGenerator"] = ["*"],
    };

    // Functions whose last bits are the platform's; those that IEEE 754 rounds exactly (Sqrt, FusedMultiplyAdd) are the same everywhere.
    private static readonly string[] PlatformFunctions =
    [
        "Sin", "Cos", "Tan", "SinCos", "SinPi", "CosPi", "TanPi", "Asin", "Acos", "Atan", "Atan2",
        "Sinh", "Cosh", "Tanh", "Asinh", "Acosh", "Atanh", "Pow", "Cbrt", "RootN", "Hypot",
        "Exp", "Exp2", "Exp10", "ExpM1", "Log", "Log2", "Log10", "LogP1", "Log2P1", "Log10P1",
        "ReciprocalEstimate", "ReciprocalSqrtEstimate", "MultiplyAddEstimate",
    ];

    private static readonly string[] Mathematics =
    [
        "System.Math", "System.MathF", "System.Double", "System.Single", "System.Half",
        "System.Numerics.Complex", "System.Numerics.Vector", "System.Numerics.Tensors.TensorPrimitives", "System.Runtime.Intrinsics.Vector64",
        "System.Runtime.Intrinsics.Vector128", "System.Runtime.Intrinsics.Vector256", "System.Runtime.Intrinsics.Vector512",
    ];

    [Fact]
    public void Projects_name_only_projects_below_them()
    {
        for (int i = 0; i < Architecture.Projects.Length; i++)
        {
            Assert.Empty(Architecture.Assemblies[Architecture.Projects[i]].References.Intersect(Architecture.Projects[i..]));
        }
    }

    [Fact]
    public void Folders_of_Core_name_only_folders_below_them()
    {
        var row = Architecture.Core.SelectMany((folders, i) => folders.Select(f => (f, i))).ToDictionary(p => p.f, p => p.i, StringComparer.Ordinal);
        ILookup<string, Use> back = Architecture.Uses("LandscapeOpt.Core")
            .Where(u => u.To.Namespace.StartsWith("LandscapeOpt", StringComparison.Ordinal))
            .Select(u => (From: Folder(u.From), To: Folder(u.To), Use: u))
            .Where(a => a.From != a.To && row[a.To] >= row[a.From])
            .ToLookup(a => $"{a.From} -> {a.To}", a => a.Use, StringComparer.Ordinal);

        Architecture.Same(Architecture.KnownArrows, back.Select(a => a.Key), a => back[a]);

        // The longest name of a row that a namespace begins with.
        string Folder(TypeName type) => row.Keys
            .Where(f => (type.Namespace + ".").StartsWith($"LandscapeOpt.{f}.", StringComparison.Ordinal))
            .MaxBy(f => f.Length) ?? throw new InvalidOperationException($"{type} is in no folder of Core that is known");
    }

    [Fact]
    public void Folders_of_a_project_do_not_see_each_other_in_a_circle()
    {
        var cycles = Architecture.Projects.SelectMany(Architecture.Cycles).ToDictionary(c => c.Folders, c => c.Arrows, StringComparer.Ordinal);

        Architecture.Same(Architecture.KnownCycles, cycles.Keys, c => cycles[c]);
    }

    // A type and its generic form beside it, as List and List<T>, count as one.
    [Fact]
    public void A_name_names_one_type() => Architecture.Same(
        Architecture.KnownSharedNames,
        Architecture.Projects.SelectMany(p => Architecture.Assemblies[p].Types).Distinct().GroupBy(t => t.Name, StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => Architecture.Short(t.Namespace)).Order(StringComparer.Ordinal))}"));

    [Fact]
    public void Static_fields_hold_what_never_changes()
    {
        string[] caches = ["System.Runtime.CompilerServices.ConditionalWeakTable", "System.Collections.Concurrent.ConcurrentDictionary"];
        StaticField[] fields = [.. Architecture.Projects.SelectMany(p => Architecture.Assemblies[p].StaticFields)];

        Assert.NotEmpty(fields);
        Assert.Empty(fields.Where(f => f.Types.Any(t => caches.Contains(t.ToString(), StringComparer.Ordinal))).Select(f => f.ToString()));
        Architecture.Same(Architecture.KnownWrittenFields, fields.Where(f => !f.IsReadOnly).Select(f => f.ToString()));
    }

    [Fact]
    public void Figures_compute_no_science()
    {
        IEnumerable<Use> questions = Architecture.Uses("LandscapeOpt.Figures")
            .Where(u => u.Member == nameof(IAnalysis<>.Compute) && Architecture.Assemblies["LandscapeOpt.Core"].Types.Contains(u.To));

        Assert.Empty(Naming(Computing, "LandscapeOpt.Figures").Concat(questions));
    }

    [Fact]
    public void What_method_bodies_call_is_seen()
    {
        Assert.NotEmpty(Naming(Computing, "LandscapeOpt.Experiments"));
        Assert.Contains(Architecture.Uses("LandscapeOpt.Core"), u => u.To.Name == nameof(IAnalysis<>) && u.Member == nameof(IAnalysis<>.Compute));
        Assert.NotEmpty(Naming(Chance, "LandscapeOpt.Experiments", "landscape-opt"));
    }

    [Fact]
    public void No_clock_and_no_unseeded_chance_where_results_are_made()
    {
        Use[] uses = [.. Naming(Chance, "LandscapeOpt.Core", "LandscapeOpt.Figures")];

        Architecture.Same(Architecture.KnownClocks, uses.Select(u => u.From.ToString()), from => uses.Where(u => u.From.ToString() == from));
    }

    [Fact]
    public void Elementary_functions_are_our_own_where_results_are_made()
    {
        var platform = Mathematics.ToDictionary(t => t, _ => PlatformFunctions, StringComparer.Ordinal);

        Assert.Empty(Naming(platform, "LandscapeOpt.Core", "LandscapeOpt.Figures"));
    }

    private static IEnumerable<Use> Naming(IReadOnlyDictionary<string, string[]> forbidden, params string[] projects) => Architecture.Uses(projects)
        .Where(u => u.From != u.To
            && u.Member is { } member
            && forbidden.TryGetValue(u.To.ToString(), out string[]? members)
            && (members is ["*"] || members.Contains(member, StringComparer.Ordinal)));
}
