using LandscapeOpt.Figures.Kinds;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Figures.Tests.Kinds;

public sealed class RankingTableTests
{
    [Fact]
    public void Ranks_are_counted_within_a_case_and_equal_runs_share_theirs()
    {
        RankingTable table = RankingTable.Of(
            Input(Run("a@0", 0, 1e-14), Run("b@0", 0, 0), Run("c@0", 0, 3), Run("a@1", 1, 5), Run("b@1", 1, 4), Run("c@1", 1, 7, OutcomeKind.Diverged)), 1e-12);

        Assert.Equal(2, table.CaseCount);
        Assert.Equal(["b", "a", "c"], table.Rules.Select(r => r.Name));
        Assert.Equal([1.5, 1], table.Rules[0].Cases.Select(c => c.Rank));
        Assert.Equal([1.5, 2], table.Rules[1].Cases.Select(c => c.Rank));
        Assert.Equal([3, 3], table.Rules[2].Cases.Select(c => c.Rank));
        Assert.Equal([3, double.PositiveInfinity], table.Rules[2].Cases.Select(c => c.Gap));
        Assert.Equal(1e-12, table.Rules[0].Cases[0].Gap);
    }

    [Fact]
    public void All_that_diverged_are_equal_and_last()
    {
        RankingTable table = RankingTable.Of(
            Input(Run("a", 0, 1, OutcomeKind.Diverged), Run("b", 0, 2, OutcomeKind.Diverged), Run("c", 0, double.NaN), Run("d", 0, 9)), 1e-12);
        Assert.Equal(["d", "a", "b", "c"], table.Rules.Select(r => r.Name));
        Assert.Equal([1, 3, 3, 3], table.Rules.Select(r => r.Rank.Median));
    }

    [Fact]
    public void Repetitions_are_cases_of_their_own()
    {
        RankingTable table = RankingTable.Of(Input(Run("a@0", 0, 1), Run("a@1", 0, 2), Run("b@0", 0, 3), Run("b@1", 0, 1)), 1e-12);
        Assert.Equal(2, table.CaseCount);
        Assert.All(table.Rules, r => Assert.Equal([1, 2], r.Cases.Select(c => c.Rank).Order()));
    }

    [Fact]
    public void Quartiles_are_those_of_NumPy_and_bear_infinities()
    {
        Assert.Equal(new(1.75, 2.5, 3.25), Quartiles.Of([4, 1, 3, 2]));
        Assert.Equal(new(1.5, 2, double.PositiveInfinity), Quartiles.Of([double.PositiveInfinity, 1, 2, double.PositiveInfinity, 1.5]));
        Assert.Equal(1e-3, Quartiles.OfLogarithms([1e-4, 1e-2]).Median, 1e-15);
    }

    private static FigureInput Input(params FigureRun[] runs) => new() { Landscape = new Himmelblau(), Runs = runs };

    private static FigureRun Run(string name, double start, double loss, OutcomeKind outcome = OutcomeKind.Finished) => new(
        name,
        new Dictionary<string, ReadOnlyMemory<double>>(StringComparer.Ordinal)
        {
            ["x"] = new[] { start, 1 },
            ["y"] = new double[] { 0, 1 },
            ["loss"] = new[] { 10, loss },
        })
    {
        Outcome = outcome,
    };
}
