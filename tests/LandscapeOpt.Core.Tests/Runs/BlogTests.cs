using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Schedules;
using LandscapeOpt.Tests.Reference;

namespace LandscapeOpt.Tests.Runs;

/// <summary>The trajectory blog's four runs, row by row, against its own code's traces.</summary>
public sealed class BlogTests
{
    private static Run Base => new()
    {
        Name = "blog",
        Landscape = new EasyHard(),
        Start = new(-1, 1),
        Steps = 20,
        Target = new Point(2.15, 2.0125),
    };

    [Fact]
    public void Guided_run_follows_the_blog_and_stalls_at_step_18()
    {
        (RunResult result, Trace trace) =
            Engine.Trace(Base with { Optimizer = new GradientDescent(0.15), Schedule = new Exponential(0.999), Mixing = new Guided() });

        AssertFollows("blog/guided.csv", trace);
        Assert.Equal(OutcomeKind.Stalled, result.Outcome.Kind);
        Assert.Equal(18, result.Outcome.Step);
        Assert.Equal(0.697105, result.DistanceToTarget!.Value, 6);
        Assert.Equal(4.176487, result.PathLength, 6);
        Assert.Equal(0.6492, result.Straightness, 4);
    }

    [Fact]
    public void Random_run_draws_what_the_blog_drew()
    {
        (RunResult result, Trace trace) = Engine.Trace(Base with { Optimizer = new GradientDescent(0.2), Mixing = new RandomWeights(Seed: 0) });

        AssertFollows("blog/random.csv", trace);
        Assert.Equal(OutcomeKind.Finished, result.Outcome.Kind);
        Assert.Equal(0.711, result.DistanceToTarget!.Value, 3);
    }

    [Fact]
    public void Power_schedule_follows_the_blog() => AssertFollows("blog/power-schedule.csv", Engine.Trace(Base with
    {
        Steps = 800,
        Optimizer = new GradientDescent(0.12),
        Schedule = new Exponential(0.999),
        Mixing = new Power(2),
    }).Trace);

    [Fact]
    public void Fixed_weights_follow_the_blog() => AssertFollows("blog/fixed-0.3.csv", Engine.Trace(Base with
    {
        Steps = 100,
        Optimizer = new GradientDescent(0.12),
        Schedule = new Exponential(0.999),
        Mixing = new Fixed { Alpha = 0.3 },
    }).Trace);

    [Theory]
    [InlineData(GuidedEscape.BestCosine)]
    [InlineData(GuidedEscape.Average)]
    public void With_an_escape_the_guided_run_does_not_stall(GuidedEscape escape)
    {
        (RunResult result, _) = Engine.Trace(Base with
        {
            Optimizer = new GradientDescent(0.15),
            Schedule = new Exponential(0.999),
            Mixing = new Guided(Escape: escape),
        });

        Assert.Equal(OutcomeKind.Finished, result.Outcome.Kind);
    }

    private static void AssertFollows(string file, Trace trace)
    {
        ReferenceTable reference = ReferenceTable.Read(file);
        Assert.True(trace.Rows is > 10 && trace.Rows <= reference.Rows.Count);
        for (int t = 0; t < trace.Rows; t++)
        {
            Assert.Equal(reference.Number(t, "x"), trace.Column("x")[t], 1e-12);
            Assert.Equal(reference.Number(t, "y"), trace.Column("y")[t], 1e-12);
            Assert.Equal(reference.Number(t, "loss"), trace.Column("loss")[t], 1e-12);
            if (t < trace.Rows - 1)
            {
                Assert.Equal(reference.Number(t, "weight_easy"), trace.Column("weight_easy")[t], 1e-12);
                Assert.Equal(reference.Number(t, "weight_hard"), trace.Column("weight_hard")[t], 1e-12);
            }
        }

        double end = reference.Number(reference.Rows.Count - 1, "x");
        Assert.Equal(end, trace.Column("x")[trace.Rows - 1], 1e-12);
    }
}
