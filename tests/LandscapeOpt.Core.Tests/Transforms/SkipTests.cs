using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Transforms;

/// <summary>Which steps are skipped, and that a skipped step changes nothing.</summary>
public sealed class SkipTests
{
    [Fact]
    public void Its_notes_say_which_loss_z_score_looks_at() =>
        Assert.Contains(TransformCatalogue.Catalogue.Find("skip")!.About.Notes, n => n.Contains("mixed", StringComparison.Ordinal));

    [Theory]
    [InlineData(SkipRule.NonFinite)]
    [InlineData(SkipRule.Norm)]
    [InlineData(SkipRule.ZScore)]
    public void What_is_not_finite_is_always_skipped(SkipRule rule)
    {
        TransformState<Real> state = Start(new Skip(rule));
        Assert.True(Skips(state, new(double.NaN, 0), 1, 0));
        Assert.True(Skips(state, new(0, double.PositiveInfinity), 1, 1));
        Assert.True(Skips(state, new(1, 1), double.NaN, 2));
        Assert.False(Skips(state, new(1, 1), 1, 3));
    }

    [Fact]
    public void Long_gradients_are_skipped_and_passed_on_as_they_are()
    {
        TransformState<Real> state = Start(new Skip(SkipRule.Norm, Maximum: 5));
        Assert.False(Skips(state, new(3, 4), 1, 0));
        Assert.True(Skips(state, new(3, 4.001), 1, 1));
        Assert.Equal(new Point(30, 40), (Point)state.Apply(new(30, 40), 1, 2));
        Assert.False(Skips(Start(new Skip()), new(1e300, 1), 1, 0));
    }

    [Fact]
    public void An_outlier_is_skipped_once_64_steps_are_known_with_the_current()
    {
        foreach ((int known, bool expected) in new[] { (62, false), (63, true) })
        {
            TransformState<Real> state = Start(new Skip(SkipRule.ZScore));
            Fill(state, known);
            Assert.Equal(expected, Skips(state, new(1, 0), 1e6, known));
            state = Start(new Skip(SkipRule.ZScore));
            Fill(state, known);
            Assert.Equal(expected, Skips(state, new(1e6, 0), known % 2, known));
        }
    }

    [Fact]
    public void The_score_is_measured_with_n_minus_1_over_the_steps_before()
    {
        // 64 losses, 0 and 1 in turn: mean 1/2, variance 64 · 1/4 / 63.
        double deviation = Math.Sqrt(64 * 0.25 / 63);
        foreach (double sign in new double[] { -1, 1 })
        {
            foreach ((double score, bool expected) in new[] { (5.999, false), (6.001, true) })
            {
                TransformState<Real> state = Start(new Skip(SkipRule.ZScore));
                Fill(state, 64);
                Assert.Equal(expected, Skips(state, new(1.5, 0), 0.5 + (sign * score * deviation), 64));
            }
        }
    }

    [Fact]
    public void The_window_forgets()
    {
        // A first outlier widens the spread; once 20 later steps have pushed it out, a smaller one stands out.
        TransformState<Real> state = Start(new Skip(SkipRule.ZScore, Window: 20));
        state.Apply(new(1.5, 0), 1000, 0);
        for (int step = 1; step < 20; step++)
        {
            state.Apply(new(1.5, 0), step % 2, step);
        }

        Assert.False(Skips(state, new(1.5, 0), 50, 20));
        for (int step = 21; step <= 41; step++)
        {
            state.Apply(new(1.5, 0), step % 2, step);
        }

        Assert.True(Skips(state, new(1.5, 0), 50, 42));
    }

    [Fact]
    public void Without_any_spread_nothing_is_skipped()
    {
        TransformState<Real> state = Start(new Skip(SkipRule.ZScore));
        for (int step = 0; step < 100; step++)
        {
            Assert.False(Skips(state, new(0.3, 0), 0.1, step));
        }

        Assert.False(Skips(state, new(50, 0), 80, 100));
    }

    [Fact]
    public void Further_gradients_of_one_step_are_not_remembered()
    {
        TransformState<Real> state = Start(new Skip(SkipRule.ZScore));
        for (int question = 0; question < 200; question++)
        {
            Assert.False(Skips(state, new(1, question % 2), question % 2, 0));
        }

        Assert.False(Skips(state, new(1e9, 0), 1e9, 1));
    }

    [Fact]
    public void A_run_in_lanes_is_refused()
    {
        Assert.True(new Skip().MaySkip);
        Assert.Throws<NotSupportedException>(() => new Skip().Start<Dual<Real>>(() => new Pcg64(0)));
    }

    [Fact]
    public void A_skipped_step_leaves_the_point_and_the_optimizers_memory()
    {
        // Every other step sees the steep component and is skipped: the rest is the path of the gentle component alone.
        var run = new Run
        {
            Name = "skipping",
            Landscape = new GentleAndSteep(),
            Start = new(1, 1),
            Steps = 60,
            Optimizer = new HeavyBall(0.02),
            Mixing = new Alternate(),
            Transforms = [new Skip(SkipRule.Norm, Maximum: 50)],
        };
        (RunResult result, Trace trace) = Engine.Trace(run);
        (_, Trace alone) = Engine.Trace(run with { Landscape = GentleAndSteep.Gentle, Steps = 30, Mixing = new Average(), Transforms = [] });

        Assert.Equal(OutcomeKind.Finished, result.Outcome.Kind);
        for (int k = 0; k <= 30; k++)
        {
            Assert.Equal(alone.Column("x")[k], trace.Column("x")[2 * k]);
            Assert.Equal(alone.Column("y")[k], trace.Column("y")[2 * k]);
            Assert.True(k == 30 || trace.Column("update_norm")[(2 * k) + 1] == 0);
        }
    }

    private static void Fill(TransformState<Real> state, int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Assert.False(Skips(state, new(1 + (step % 2), 0), step % 2, step));
        }
    }

    private static bool Skips(TransformState<Real> state, Point gradient, double loss, int step)
    {
        state.Apply(gradient, loss, step);
        return state.Skips;
    }

    private static TransformState<Real> Start(Skip rule) => rule.Start<Real>(() => new Pcg64(0));

    private readonly record struct GentleAndSteep : ILandscape<GentleAndSteep>
    {
        internal static readonly Quadratic Gentle = new(), Steep = new() { CenterX = 100 };

        public LandscapeInfo Info => Gentle.Info;

        IReadOnlyList<Component> ILandscape.Components => [new("gentle", Gentle, 0.5), new("steep", Steep, 0.5)];

        public T At<T>(T x, T y)
            where T : struct, IReal<T> => 0.5 * (Gentle.At(x, y) + Steep.At(x, y));
    }
}
