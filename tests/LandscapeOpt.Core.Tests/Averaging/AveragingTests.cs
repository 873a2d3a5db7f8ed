using LandscapeOpt.Averaging;
using LandscapeOpt.Numbers;
using LandscapeOpt.Tests.Catalogues;

namespace LandscapeOpt.Tests.Averaging;

/// <summary>What every averaging promises, and what each takes in.</summary>
public sealed class AveragingTests
{
    private const int Steps = 12;

    public static TheoryData<string> Names => new(AveragingCatalogue.Catalogue.All.Select(m => m.Name));

    [Fact]
    public void Catalogue_holds_what_the_contract_names() => Assert.All(
        (string[])[
            "ema", "polyak", "swa",
        ],
        name => Assert.NotNull(AveragingCatalogue.Catalogue.Find(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(AveragingCatalogue.Catalogue.Find(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_do_not_know_of_each_other(string name)
    {
        var rule = (AveragingRule)AveragingCatalogue.Catalogue.Find(name)!.Prototype;
        RunningAverage first = rule.Start(Iterate(0), Steps), second = rule.Start(default, Steps);
        for (int k = 1; k <= Steps; k++)
        {
            first.Take(k, Iterate(k));
            second.Take(k, default);
        }

        Assert.Equal(Average(rule), first.Value);
        Assert.Equal(default(Point), second.Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        Assert.Equal(0, Allocations.Least(() =>
        {
            RunningAverage average = ((AveragingRule)AveragingCatalogue.Catalogue.Find(name)!.Prototype).Start(default, Steps);
            average.Take(1, default);
            return () =>
            {
                for (int k = 2; k <= Steps; k++)
                {
                    average.Take(k, Iterate(k));
                }
            };
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_point_that_rests_is_its_own_average(string name)
    {
        Point w = new(0.1, -0.7);
        RunningAverage average = ((AveragingRule)AveragingCatalogue.Catalogue.Find(name)!.Prototype).Start(w, Steps);
        for (int k = 1; k <= Steps; k++)
        {
            average.Take(k, w);
        }

        Assert.Equal(0, (average.Value!.Value - w).Norm, 1e-15);
    }

    [Theory]
    [InlineData(0, 1, new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData(0, 5, new[] { 5, 10 })]
    [InlineData(3, 4, new[] { 3, 7, 11 })]
    [InlineData(12, 7, new[] { 12 })]
    public void Swa_is_the_mean_of_every_so_many_iterates_from_its_start(int start, int every, int[] taken) =>
        AssertMean(taken, Average(new StochasticWeightAveraging(start, every)));

    [Fact]
    public void Swa_starts_after_three_quarters_of_the_run() => AssertMean([9, 10, 11, 12], Average(new StochasticWeightAveraging()));

    [Fact]
    public void Polyak_is_the_mean_of_what_follows_the_burn_in()
    {
        AssertMean([.. Enumerable.Range(1, Steps)], Average(new Polyak()));
        AssertMean([11, 12], Average(new Polyak(BurnIn: 10)));
    }

    [Fact]
    public void An_average_that_has_not_begun_has_no_value()
    {
        Assert.Null(Average(new StochasticWeightAveraging(First: 13)));
        Assert.Null(Average(new Polyak(BurnIn: long.MaxValue)));
        Assert.Equal(Iterate(0), new Ema().Start(Iterate(0), Steps).Value);
    }

    [Fact]
    public void Ema_weighs_the_past_geometrically()
    {
        Point expected = 0.5 * ((0.5 * ((0.5 * Iterate(0)) + (0.5 * Iterate(1)))) + (0.5 * Iterate(2)));
        expected += 0.5 * Iterate(3);
        RunningAverage average = new Ema(0.5).Start(Iterate(0), Steps);
        for (int k = 1; k <= 3; k++)
        {
            average.Take(k, Iterate(k));
        }

        Assert.Equal(0, (average.Value!.Value - expected).Norm, 1e-15);
    }

    private static Point Iterate(int k) => new(1.0 / (k + 1), k * k);

    private static Point? Average(AveragingRule rule)
    {
        RunningAverage average = rule.Start(Iterate(0), Steps);
        for (int k = 1; k <= Steps; k++)
        {
            average.Take(k, Iterate(k));
        }

        return average.Value;
    }

    private static void AssertMean(int[] taken, Point? actual)
    {
        Point mean = 1.0 / taken.Length * taken.Aggregate(default(Point), (sum, k) => sum + Iterate(k));
        Assert.Equal(0, (actual!.Value - mean).Norm, 1e-13);
    }
}
