using LandscapeOpt.Schedules;
using LandscapeOpt.Tests.Catalogues;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Schedules;

/// <summary>What every schedule of the catalogue promises.</summary>
public sealed class ScheduleConformanceTests
{
    private const int Steps = 400;
    private static readonly Schedule.Span Span = new(0.1, Steps);

    public static TheoryData<string> Names => new(ScheduleCatalogue.Catalogue.All.Select(m => m.Name));

    [Fact]
    public void Catalogue_holds_what_the_contract_names() => Assert.All(
        (string[])[
            "constant", "cosine", "cyclic", "exponential", "linear-warmup", "multi-step", "one-cycle", "plateau", "polynomial", "step",
            "warm-restarts",
        ],
        name => Assert.NotNull(ScheduleCatalogue.Catalogue.Find(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_are_described_validated_and_kept(string name) => MemberContract.Verify(ScheduleCatalogue.Catalogue.Find(name)!);

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_are_finite_and_not_negative_also_after_the_last_step(string name)
    {
        Schedule schedule = Default(name);
        foreach (int step in Enumerable.Range(0, 2 * Steps).Append(int.MaxValue))
        {
            double rate = schedule.At(step, Span);
            Assert.True(double.IsFinite(rate) && rate >= 0, Invariant($"step {step}: {rate}"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_scale_with_the_learning_rate(string name)
    {
        Schedule schedule = Default(name);
        for (int step = 0; step < Steps; step++)
        {
            Assert.Equal(4 * schedule.At(step, Span), schedule.At(step, Span with { LearningRate = 0.4 }), 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pace_without_a_view_of_the_loss_reads_the_schedule(string name)
    {
        Schedule schedule = Default(name);
        Pace pace = schedule.Start(Span);
        Assert.True(pace.WatchesLoss || name != "plateau");
        for (int step = 0; step < Steps; step++)
        {
            Assert.Equal(schedule.At(step, Span), pace.At(step, loss: -step));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_runs_do_not_know_of_each_other(string name)
    {
        static double Loss(int step) => 2 + Math.Abs((step % 50) - 25);
        Schedule schedule = Default(name);
        Pace alone = schedule.Start(Span);
        double[] expected = [.. Enumerable.Range(0, Steps).Select(t => alone.At(t, Loss(t)))];

        Pace first = schedule.Start(Span), second = schedule.Start(Span);
        for (int step = 0; step < Steps; step++)
        {
            Assert.Equal(expected[step], first.At(step, Loss(step)));
            second.At(step, loss: 1);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_allocate_nothing(string name)
    {
        double sum = 0;
        Assert.Equal(0, Allocations.Least(() =>
        {
            Pace pace = Default(name).Start(Span);
            sum = pace.At(0, 1);
            return () =>
            {
                for (int step = 1; step < Steps; step++)
                {
                    sum += pace.At(step, 1);
                }
            };
        }));
        Assert.True(sum > 0);
    }

    private static Schedule Default(string name) => (Schedule)ScheduleCatalogue.Catalogue.Find(name)!.Prototype;
}
