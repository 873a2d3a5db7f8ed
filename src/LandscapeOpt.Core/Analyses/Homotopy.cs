using LandscapeOpt.Catalogues;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Analyses;

/// <summary>
/// How the critical points of (1 − α) first + α second move, appear and vanish while α goes from 0 to 1: what a curriculum from the first to the
/// second component walks through.
/// </summary>
public sealed record Homotopy
{
    // At how many values of α all critical points are searched, so that curves which touch neither end are found.
    private const int Searches = 17;

    private readonly HomotopyFollower follower;

    private Homotopy(IReadOnlyList<string> names, Domain window, IReadOnlyList<HomotopyBranch> branches, HomotopyFollower follower) =>
        (Names, Window, Branches, this.follower) = (names, window, branches, follower);

    /// <summary>The two components' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Where was searched.</summary>
    public Domain Window { get; }

    /// <summary>The curves of critical points.</summary>
    public IReadOnlyList<HomotopyBranch> Branches { get; }

    /// <summary>Births, mergers and pitchforks, by α.</summary>
    public IReadOnlyList<HomotopyEvent> Events { get; private init; } = [];

    /// <summary>Counts, lowest minimum and barrier at equally spaced α.</summary>
    public IReadOnlyList<HomotopyLevel> Levels { get; private init; } = [];

    /// <summary>Follows all critical points of a landscape of two components.</summary>
    /// <param name="landscape">The landscape; its components' shares play no part.</param>
    /// <param name="alphas">At how many equally spaced α, both ends included, counts and barriers are taken; 2 at least.</param>
    /// <param name="window">Where; the landscape's domain unless given.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The landscape has not two components.</exception>
    public static Homotopy Of(ILandscape landscape, int alphas = 200, Domain? window = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<Component> components = landscape.Components;
        if (components.Count != 2)
        {
            throw new ArgumentException("A homotopy goes between two components.", nameof(landscape));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(alphas, 2);
        Domain area = window ?? landscape.Info.Domain;
        (ILandscape first, ILandscape second) = (components[0].Landscape, components[1].Landscape);
        var path = new HomotopyFollower(first, second, area, largestStep: Math.Min(0.01, 2.0 / alphas));
        var branches = new List<HomotopyBranch>();
        foreach (double alpha in SearchOrder())
        {
            foreach (CriticalFinding point in CriticalPoints.Find(Mixed(components, alpha), area, cancellation)
                .Points.Where(p => p.Extent is null && !p.IsKink))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!branches.Exists(b => Passes(b, path, alpha, point.At, area)))
                {
                    branches.Add(path.Follow(point.At, alpha));
                }
            }
        }

        var homotopy = new Homotopy([.. components.Select(c => c.Name)], area, branches, path);
        return homotopy with
        {
            Events = [.. branches.SelectMany((b, i) => HomotopyEvents.On(b, i, path, area)).OrderBy(e => e.Alpha)],
            Levels = [.. Enumerable.Range(0, alphas).Select(i => homotopy.LevelAt((double)i / (alphas - 1)))],
        };
    }

    /// <summary>The branches sample by sample.</summary>
    public Table<(int Branch, HomotopySample Sample)> BranchTable =>
        new("homotopy", BranchColumns, [.. Branches.SelectMany((b, i) => b.Samples.Select(s => (i, s)))]);

    /// <summary>One row per event.</summary>
    public Table<HomotopyEvent> EventTable => new("events", EventColumns, Events);

    /// <summary>Counts, lowest minimum and barrier by α.</summary>
    public Table<HomotopyLevel> LevelTable => new("levels", LevelColumns, Levels);

    private static Column<(int Branch, HomotopySample Sample)>[] BranchColumns { get; } =
    [
        new("branch", "1", "the branch's number, from 0", r => r.Branch),
        new("alpha", "1", "the share of the second component", r => r.Sample.Alpha),
        new("kind", "", "minimum, saddle, maximum or degenerate", r => Kebab.Of(r.Sample.Kind)),
        new("x", "length", "first coordinate", r => r.Sample.At.X),
        new("y", "length", "second coordinate", r => r.Sample.At.Y),
        new("loss", "loss", "the mixture's loss", r => r.Sample.Loss),
        Measures.Column<(int Branch, HomotopySample Sample)>("lambda_min", r => r.Sample.Spectrum.Low),
        Measures.Column<(int Branch, HomotopySample Sample)>("lambda_max", r => r.Sample.Spectrum.High),
    ];

    private static Column<HomotopyEvent>[] EventColumns { get; } =
    [
        new("kind", "", "what happens", e => Kebab.Of(e.Kind)),
        new("alpha", "1", "the share of the second component", e => e.Alpha),
        new("x", "length", "first coordinate", e => e.At.X),
        new("y", "length", "second coordinate", e => e.At.Y),
        new("loss", "loss", "the mixture's loss", e => e.Loss),
        new("branch", "1", "the branch that it lies on", e => e.Branch) { Views = TableViews.Csv },
        new("description", "", "a sentence", e => e.Description),
    ];

    private static Column<HomotopyLevel>[] LevelColumns { get; } =
    [
        new("alpha", "1", "the share of the second component", l => l.Alpha),
        new("minima", "1", "how many minima the window holds", l => l.Minima),
        new("saddles", "1", "how many saddles", l => l.Saddles),
        new("maxima", "1", "how many maxima", l => l.Maxima),
        new("x", "length", "first coordinate of the lowest minimum", l => l.Lowest?.At.X),
        new("y", "length", "second coordinate of the lowest minimum", l => l.Lowest?.At.Y),
        new("loss", "loss", "the loss of the lowest minimum", l => l.Lowest?.Loss),
        Measures.Column<HomotopyLevel>("barrier", l => l.Barrier),
    ];

    /// <summary>The critical points in the window at a value of α.</summary>
    /// <param name="alpha">The share of the second component.</param>
    public IReadOnlyList<HomotopySample> At(double alpha) =>
        [.. Branches.SelectMany(b => b.GuessesAt(alpha)).Select(g => follower.Polished(g, alpha) ?? follower.Sample(g, alpha))
            .Where(s => CriticalPoints.IsInside(Window, s.At))];

    /// <summary>The mixture at a value of α.</summary>
    internal static ILandscape Mixed(IReadOnlyList<Component> components, double alpha) => new Mixture(
        new NamedMembers(components.Select(c => KeyValuePair.Create<string, object>(c.Name, c.Landscape))), new NumberList([1 - alpha, alpha]));

    private HomotopyLevel LevelAt(double alpha)
    {
        IReadOnlyList<HomotopySample> here = At(alpha);
        HomotopySample[] minima = [.. here.Where(s => s.Kind == CriticalKind.Minimum)];
        HomotopySample? lowest = minima.Length == 0 ? null : minima.MinBy(s => s.Loss);
        double exit = here.Where(s => s.Kind == CriticalKind.Saddle && s.Loss > lowest?.Loss).Select(s => s.Loss).DefaultIfEmpty(double.NaN).Min();
        return new(
            alpha,
            minima.Length,
            here.Count(s => s.Kind == CriticalKind.Saddle),
            here.Count(s => s.Kind == CriticalKind.Maximum),
            lowest,
            exit - (lowest?.Loss ?? double.NaN));
    }

    // Both ends first, then the middles of ever smaller parts.
    private static IEnumerable<double> SearchOrder()
    {
        yield return 0;
        yield return 1;
        for (int parts = 2; parts < Searches; parts *= 2)
        {
            for (int i = 1; i < parts; i += 2)
            {
                yield return (double)i / parts;
            }
        }
    }

    private static bool Passes(HomotopyBranch branch, HomotopyFollower path, double alpha, Point at, Domain area)
    {
        double size = Math.Max(area.Width, area.Height);
        return branch.GuessesAt(alpha).Any(g =>
            (g - at).Norm < 0.02 * size && ((path.Polished(g, alpha)?.At ?? g) - at).Norm < 1e-6 * size);
    }

    internal static string Describe(CriticalKind kind) => kind == CriticalKind.Saddle ? "a saddle" : "a " + Kebab.Of(kind);

    internal static string Number(double value) => Invariant($"{value:0.####}");
}

/// <summary>What becomes of the critical points between the two components of a landscape.</summary>
/// <param name="Landscape">The landscape.</param>
/// <param name="Alphas">At how many α counts and barriers are taken.</param>
public sealed record HomotopyOf(ILandscape Landscape, int Alphas) : IAnalysis<Homotopy>
{
    /// <inheritdoc/>
    public Homotopy Compute(CancellationToken cancellation) => Homotopy.Of(Landscape, Alphas, cancellation: cancellation);
}
