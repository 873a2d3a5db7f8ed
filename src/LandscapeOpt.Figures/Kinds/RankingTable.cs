using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Kinds;

/// <summary>What several rules came to on the same cases, best rule first.</summary>
/// <param name="Rules">The rules, by median rank, then mean rank, then median gap, then name.</param>
/// <param name="Landscapes">The landscapes, in the order of the runs.</param>
/// <param name="CaseCount">How many cases there are: landscape and start, and for repetitions which one.</param>
public sealed record RankingTable(IReadOnlyList<RankedRule> Rules, IReadOnlyList<ILandscape> Landscapes, int CaseCount)
{
    /// <summary>
    /// Ranks runs by the loss at their last point above the landscape's lowest known loss, above the case's best run where none is known. Runs that
    /// share a name up to the @ belong to one rule. Equal runs share the mean of their ranks; diverged ones are equal and last.
    /// </summary>
    /// <param name="input">The runs.</param>
    /// <param name="floor">Gaps up to this count as equal: the problem is solved; greater than 0.</param>
    public static RankingTable Of(FigureInput input, double floor)
    {
        var seen = new Dictionary<(string Rule, ILandscape, Point), int>();
        List<Entry> entries = [];
        foreach (FigureRun run in input.Runs)
        {
            (string rule, ILandscape landscape) = (run.Name.Split('@')[0], run.Landscape ?? input.Landscape);
            Point start = run.Rows > 0 ? run.At(0) : default;
            int repetition = seen[(rule, landscape, start)] = seen.GetValueOrDefault((rule, landscape, start), -1) + 1;
            entries.Add(new(rule, (landscape, start, repetition), LossOf(run)));
        }

        List<ILandscape> landscapes = [.. entries.Select(e => e.Case.Landscape).Distinct()];
        var cases = entries.GroupBy(e => e.Case).ToList();
        RankedRule[] rules =
        [
            .. cases.SelectMany(c => Ranked([.. c], landscapes.IndexOf(c.Key.Landscape), floor))
                .GroupBy(r => r.Rule, StringComparer.Ordinal)
                .Select(g => new RankedRule(g.Key, [.. g.Select(r => r.Case)]))
                .OrderBy(r => r.Rank.Median).ThenBy(r => r.Cases.Average(c => c.Rank)).ThenBy(r => r.Gap.Median).ThenBy(r => r.Name, StringComparer.Ordinal),
        ];
        return new(rules, landscapes, cases.Count);
    }

    private static double LossOf(FigureRun run) =>
        run.Outcome is not OutcomeKind.Diverged && run.Column("loss") is [.., var loss] && double.IsFinite(loss) ? loss : double.PositiveInfinity;

    private static IEnumerable<(string Rule, RankedCase Case)> Ranked(Entry[] entries, int landscape, double floor)
    {
        double lowest = entries[0].Case.Landscape.Info.GlobalMinimum?.Loss ?? entries.Min(e => e.Loss);
        double[] gaps = [.. entries.Select(e => double.IsInfinity(e.Loss) ? e.Loss : Math.Max(floor, e.Loss - lowest))];
        for (int i = 0; i < entries.Length; i++)
        {
            int better = gaps.Count(g => g < gaps[i]), equal = gaps.Count(g => g == gaps[i]);
            yield return (entries[i].Rule, new(landscape, gaps[i], better + (0.5 * (equal + 1))));
        }
    }

    private readonly record struct Entry(string Rule, (ILandscape Landscape, Point Start, int Repetition) Case, double Loss);
}

/// <summary>What a rule came to on one case.</summary>
/// <param name="Landscape">The landscape's place in <see cref="RankingTable.Landscapes"/>.</param>
/// <param name="Gap">The loss above the lowest known one, not below the floor; infinite where the run diverged.</param>
/// <param name="Rank">From 1 for the best.</param>
public readonly record struct RankedCase(int Landscape, double Gap, double Rank);

/// <summary>A rule with what it came to on all cases.</summary>
/// <param name="Name">Its runs' name up to the @.</param>
/// <param name="Cases">Its runs.</param>
public sealed record RankedRule(string Name, IReadOnlyList<RankedCase> Cases)
{
    /// <summary>The quartiles of its ranks.</summary>
    public Quartiles Rank { get; } = Quartiles.Of(Cases.Select(c => c.Rank));

    /// <summary>The quartiles of its gaps: those of their logarithms, as between two gaps the geometric mean is taken.</summary>
    public Quartiles Gap { get; } = Quartiles.OfLogarithms(Cases.Select(c => c.Gap));
}

/// <summary>The quartiles of a sample, between two of its numbers in proportion (Hyndman and Fan 1996, type 7).</summary>
/// <param name="Low">A quarter is below.</param>
/// <param name="Median">A half is below.</param>
/// <param name="High">A quarter is above.</param>
public readonly record struct Quartiles(double Low, double Median, double High)
{
    /// <summary>The quartiles of a sample that is not empty; infinities are allowed.</summary>
    public static Quartiles Of(IEnumerable<double> sample)
    {
        double[] sorted = [.. sample.Order()];
        return new(At(sorted, 0.25), At(sorted, 0.5), At(sorted, 0.75));
    }

    /// <summary>The same with logarithms; the sample is greater than 0.</summary>
    public static Quartiles OfLogarithms(IEnumerable<double> sample)
    {
        Quartiles logarithms = Of(sample.Select(Elementary.Log));
        return new(Elementary.Exp(logarithms.Low), Elementary.Exp(logarithms.Median), Elementary.Exp(logarithms.High));
    }

    private static double At(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = (int)place;

        // Without the distinction infinity minus infinity would come in.
        return below == place || sorted[below] == sorted[below + 1] ? sorted[below] : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
