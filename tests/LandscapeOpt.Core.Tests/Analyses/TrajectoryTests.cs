using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Analyses;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Analyses;

/// <summary>Metrics of paths whose answers are known, what must not change them, and events.</summary>
public sealed class TrajectoryTests
{
    [Fact]
    public void A_straight_line()
    {
        TrajectoryMetrics m = TrajectoryMetrics.Of(new([.. Enumerable.Range(0, 11).Select(i => new Point(1 + (0.3 * i), 2 - (0.4 * i)))]));
        Assert.Equal(5, m.Length, 14);
        Assert.Equal(5, m.Displacement, 14);
        Assert.Equal(1, m.Straightness, 14);
        Assert.Equal(0, m.ChordDistance, 14);
        Assert.Equal(1, m.MeanCosineStep, 14);
        Assert.Equal(0, m.MeanTurningAngle, 7);
        Assert.Equal(1, m.MeanCosineToEnd, 14);
        Assert.Equal(1, m.DirectionalSimilarity, 14);
        Assert.Equal(1, m.DirectionalSimilarityOfPairs, 13);
        Assert.Equal(0, m.MeanApexAngle, 7);
    }

    [Fact]
    public void Once_round_a_circle()
    {
        const int N = 36;
        TrajectoryMetrics m = TrajectoryMetrics.Of(new([.. Enumerable.Range(0, N + 1).Select(i =>
            new Point(Elementary.Cos(2 * Math.PI * i / N), Elementary.Sin(2 * Math.PI * i / N)))]));
        Assert.Equal(N * 2 * Elementary.Sin(Math.PI / N), m.Length, 12);
        Assert.Equal(0, m.Straightness, 12);
        Assert.Equal(2 * Math.PI / N, m.MeanTurningAngle, 12);
        Assert.Equal((N - 1) * 2 * Math.PI / N, m.TotalTurning, 11);
        Assert.Equal(Elementary.Cos(2 * Math.PI / N), m.MeanCosineStep, 12);

        // An angle at the circumference is half the one at the centre.
        Assert.Equal(Math.PI / N, m.MeanApexAngle, 2);
    }

    [Fact]
    public void A_zigzag()
    {
        TrajectoryMetrics m = TrajectoryMetrics.Of(new([.. Enumerable.Range(0, 9).Select(i => new Point(i, i % 2))]));
        Assert.Equal(8 * Math.Sqrt(2), m.Length, 13);
        Assert.Equal(1 / Math.Sqrt(2), m.Straightness, 14);
        Assert.Equal(0, m.MeanCosineStep, 14);
        Assert.Equal(0.5 * Math.PI, m.MeanTurningAngle, 13);
        Assert.Equal(-0.5 * Math.PI, m.TotalTurning, 13);
        Assert.Equal(1, m.ChordDistance, 14);
    }

    [Fact]
    public void A_path_that_stays()
    {
        TrajectoryMetrics m = TrajectoryMetrics.Of(new([new(1, 1), new(1, 1)]));
        Assert.Equal((0, 1), (m.Length, m.Straightness));
        Assert.True(double.IsNaN(m.MeanCosineStep));
    }

    [Fact]
    public void On_a_round_bowl_there_are_no_wrong_turns()
    {
        var bowl = new Quadratic(Lambda1: 2, Lambda2: 2, Angle: 0, CenterX: 0, CenterY: 0);
        PathRecord path = PathRecord.On(bowl, Enumerable.Range(0, 200).Select(i => Elementary.Pow(0.8, i) * new Point(3, 4)).Append(default));
        TrajectoryMetrics m = TrajectoryMetrics.Of(path);
        Assert.Equal(1, m.SmallestGamma, 12);
        Assert.Equal(0, m.WrongTurns);
        Assert.Equal(2, m.SmallestRsi, 12);
        Assert.Equal(2, m.LargestErrorBound, 12);
        Assert.All(TrajectoryMetrics.Secants(path), s => Assert.Equal(0.5, s!.Value.OptimalRate, 12));
    }

    [Fact]
    public void Directional_similarity_is_the_mean_over_pairs()
    {
        Point[] points = [new(0, 0), new(1, 0), new(1, 2), new(-1, 3)];
        Point[] away = points[1..];
        double[] cosines = [.. away.SelectMany(a => away, Point.Cosine)];
        TrajectoryMetrics m = TrajectoryMetrics.Of(new(points));
        Assert.Equal(cosines.Average(), m.DirectionalSimilarity, 14);
        Assert.Equal((cosines.Sum() - 3) / 6, m.DirectionalSimilarityOfPairs, 14);
    }

    [Fact]
    public void Moving_and_turning_a_path_and_resting_on_the_way_change_no_metric()
    {
        Gen<Point> point = Gen.Choose(-1000, 1000).SelectMany(_ => Gen.Choose(-1000, 1000), (x, y) => new Point(x / 100.0, y / 100.0));
        Gen<(Point[] Path, Point Shift, double Angle, int Still)> cases =
            from n in Gen.Choose(3, 12)
            from path in Gen.ArrayOf(point, n)
            from shift in point
            from angle in Gen.Choose(0, 628)
            from rest in Gen.Choose(0, n - 1)
            select (path, shift, angle / 100.0, rest);
        Prop.ForAll(Arb.From(cases), c =>
        {
            (double cos, double sin) = (Elementary.Cos(c.Angle), Elementary.Sin(c.Angle));
            Point Moved(Point p) => new((cos * p.X) - (sin * p.Y) + c.Shift.X, (sin * p.X) + (cos * p.Y) + c.Shift.Y);
            TrajectoryMetrics a = TrajectoryMetrics.Of(new(c.Path)), b = TrajectoryMetrics.Of(new([.. c.Path.Select(Moved)]));
            TrajectoryMetrics rested = TrajectoryMetrics.Of(new([.. c.Path[..c.Still], c.Path[c.Still], .. c.Path[c.Still..]]));
            return Close(a.Length, b.Length) && Close(a.Straightness, b.Straightness) && Close(a.ChordDistance, b.ChordDistance)
                && Close(a.MeanCosineStep, b.MeanCosineStep) && Close(a.MeanTurningAngle, b.MeanTurningAngle)
                && Close(a.DirectionalSimilarity, b.DirectionalSimilarity)
                && Close(a.Length, rested.Length) && Close(a.MeanCosineStep, rested.MeanCosineStep) && Close(a.TotalTurning, rested.TotalTurning);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(11, 3));

        static bool Close(double a, double b) => (double.IsNaN(a) && double.IsNaN(b)) || Math.Abs(a - b) <= 1e-6 * (1 + Math.Abs(a));
    }

    [Fact]
    public void The_edge_oscillation_and_overshoot_of_the_factorisation_are_told()
    {
        IReadOnlyList<TrajectoryEvent> events =
            EventsOf(new() { Name = "gd", Landscape = default(ScalarFactorization), Start = new(2.8, 0.36), Steps = 60, Optimizer = new GradientDescent(0.3) });
        Assert.Equal(0, events.First(e => e.Kind == TrajectoryEventKind.EdgeOfStability).Step);
        Assert.Contains(events, e => e.Kind == TrajectoryEventKind.Overshoot);
        Assert.Equal(1, events.First(e => e.Kind == TrajectoryEventKind.Oscillation).Step);
        Assert.All(events, e => Assert.EndsWith(".", e.Sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void An_escape_without_turns_is_no_oscillation()
    {
        IReadOnlyList<TrajectoryEvent> events =
            EventsOf(new() { Name = "gd", Landscape = default(MonkeySaddle), Start = new(1, 0.1), Steps = 60, Optimizer = new GradientDescent(0.1) });
        TrajectoryEvent edge = Assert.Single(events, e => e.Kind == TrajectoryEventKind.EdgeOfStability);
        Assert.EndsWith(" times, without turning back.", edge.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(events, e => e.Sentence.Contains("oscillat", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Oscillations_that_grow_are_told()
    {
        IReadOnlyList<TrajectoryEvent> events =
            EventsOf(new() { Name = "gd", Landscape = new Quadratic(), Start = new(1, 0.1), Steps = 20, Optimizer = new GradientDescent(0.21) });
        Assert.EndsWith("oscillations grow.", Assert.Single(events, e => e.Kind == TrajectoryEventKind.EdgeOfStability).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passed_saddle_and_the_basin_are_told()
    {
        // Along the ridge towards the saddle at (0, 0), then off it.
        IReadOnlyList<TrajectoryEvent> events = EventsOf(new()
        {
            Name = "gd",
            Landscape = default(ThreeHumpCamel),
            Start = new(1.05, -0.55),
            Steps = 400,
            Optimizer = new GradientDescent(0.05),
        });
        TrajectoryEvent basin = Assert.Single(events, e => e.Kind == TrajectoryEventKind.BasinEntered);
        Assert.StartsWith("Starts and ends in the basin", basin.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conflict_of_components_begins_at_its_step()
    {
        IReadOnlyList<TrajectoryEvent> events =
            EventsOf(new() { Name = "gd", Landscape = new EasyHard(), Start = new(-1, 1), Steps = 20, Optimizer = new GradientDescent(0.15) });
        TrajectoryEvent conflict = events.First(e => e.Kind == TrajectoryEventKind.Conflict);
        Point g = new Easy().As().Gradient(conflict.At).Gradient, h = default(Hard).As().Gradient(conflict.At).Gradient;
        Assert.True(Point.Dot(g, h) < 0);
    }

    [Fact]
    public void Small_steps_follow_the_gradient_flow()
    {
        (_, Trace trace) = Engine.Trace(
            new() { Name = "gd", Landscape = default(Himmelblau), Start = new(0, 0), Steps = 20_000, Optimizer = new GradientDescent(1e-5) });
        PathRecord path = PathRecord.From(trace);
        IReadOnlyList<Point> flow = GradientFlow.Beside(default(Himmelblau), path);
        Assert.True((flow[^1] - path.End).Norm < 1e-3, Invariant($"{flow[^1]} {path.End}"));
    }

    [Fact]
    public void Steps_past_the_edge_and_short_of_it_by_turns_are_one_event()
    {
        double[] stability = [1.1, 0.9, 1.2, 0.9, 0.9, 0.9, 0.9, 1.3];
        Point[] points = [.. Enumerable.Range(0, 9).Select(i => new Point(3 + (1e-3 * i), 2))];
        TrajectoryEvent[] events = [.. TrajectoryEvents.Of(default(Himmelblau), PathRecord.On(default(Himmelblau), points) with { Stability = stability })
            .Where(e => e.Kind == TrajectoryEventKind.EdgeOfStability)];
        Assert.Equal([(0, 2), (7, 7)], events.Select(e => (e.Step, e.Last)));
        Assert.Equal("Past the edge of stability in 2 of the steps 0 to 2, by up to 1.2 times.", events[0].Sentence);
        Assert.Equal("Past the edge of stability in step 7, by up to 1.3 times.", events[1].Sentence);
    }

    [Fact]
    public void What_happens_again_and_again_is_counted()
    {
        // Up the wall and down again every tenth step.
        Point[] points = [.. Enumerable.Range(0, 100).Select(i => new Point(3 + (0.01 * (i % 10)), 2))];
        TrajectoryEvent[] events =
            [.. TrajectoryEvents.Of(default(Himmelblau), PathRecord.On(default(Himmelblau), points)).Where(e => e.Kind == TrajectoryEventKind.Overshoot)];
        Assert.Single(events);

        points = [.. Enumerable.Range(0, 100).Select(i => new Point(3 + (0.01 * (i % 10 == 0 ? 5 : 4 - (0.4 * (i % 10)))), 2))];
        events = [.. TrajectoryEvents.Of(default(Himmelblau), PathRecord.On(default(Himmelblau), points)).Where(e => e.Kind == TrajectoryEventKind.Overshoot)];
        Assert.Equal(5, events.Length);
        Assert.EndsWith("; 4 more by step 89.", events[^1].Sentence, StringComparison.Ordinal);
    }

    private static IReadOnlyList<TrajectoryEvent> EventsOf(Run run)
    {
        (_, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["stability"]));
        return TrajectoryEvents.Of(run.Landscape, PathRecord.From(trace));
    }
}
