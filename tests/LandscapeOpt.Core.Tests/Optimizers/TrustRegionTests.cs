using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Optimizers;

public sealed class TrustRegionTests
{
    /// <summary>On a quadratic the model is the loss, so the first step is the model's minimum: no point of the disc is lower.</summary>
    [Fact]
    public void The_first_step_on_a_quadratic_is_its_minimum_in_the_disc()
    {
        Gen<double> number = Gen.Choose(-40, 40).Select(n => n / 10.0);
        Gen<Parabola> quadratics =
            from gx in number from gy in number from xx in number from xy in number from yy in number select new Parabola(gx, gy, xx, xy, yy);
        Prop.ForAll(Arb.From(quadratics.Where(q => q.GX != 0 || q.GY != 0)), quadratic =>
        {
            ILandscape landscape = quadratic;
            Point p = new TrustRegion(Radius: 0.7).Path(landscape, new(0, 0), 1)[1];
            double lowest = landscape.Loss(p), slack = 1e-12 * (1 + Math.Abs(lowest));
            return p.Norm <= 0.7 * (1 + 1e-12) && Disc().All(q => lowest <= landscape.Loss(0.7 * q) + slack);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260UL, 11UL));
    }

    [Fact]
    public void In_the_hard_case_it_leaves_the_saddle_along_the_negative_curvature()
    {
        // The gradient (2, 0) has no part along y, where the loss falls.
        Point next = new TrustRegion(Radius: 2).Path(default(Saddle), new(1, 0), 1)[1];
        Assert.Equal(2, (next - new Point(1, 0)).Norm, 1e-15);
        Assert.Equal(0.5, next.X, 1e-15);
        Assert.True(next.Y > 1);
    }

    [Fact]
    public void It_reaches_the_minimum_and_stops_at_the_tolerance()
    {
        ILandscape landscape = new Rosenbrock();
        Point[] path = new TrustRegion().Path(landscape, new(-1.2, 1), 60);
        int last = Array.FindIndex(path, w => w == path[^1]);
        Assert.InRange(last, 10, 40);
        Assert.True(((Point)landscape.Gradient(path[last]).Gradient).Norm <= 1e-4);
        Assert.True(((Point)landscape.Gradient(path[last - 1]).Gradient).Norm > 1e-4);
    }

    [Fact]
    public void The_run_says_by_which_criterion_it_stopped()
    {
        (RunResult result, _) = Engine.Trace(new Run { Name = "stops", Landscape = new Rosenbrock(), Start = new(-1.2, 1), Optimizer = new TrustRegion() });
        Assert.Equal((OutcomeKind.Stalled, "the gradient norm is within the rule's gradientTolerance"), (result.Outcome.Kind, result.Outcome.Reason));
    }

    [Fact]
    public void A_rejected_step_is_not_rest()
    {
        ILandscape landscape = new Rosenbrock();
        var oracle = new LandscapeOracle(landscape, new());
        Runner runner = new TrustRegion().Begin();
        Point w = new(-1.2, 1);
        int rejected = 0;
        for (int t = 0; t < 40; t++)
        {
            Point next = runner.Step(w, 1, oracle);
            Assert.True(landscape.Loss(next) <= landscape.Loss(w));
            rejected += next == w && runner.Motion != default ? 1 : 0;
            w = next;
        }

        Assert.True(rejected > 0);
        Assert.Equal(default, runner.Motion);
    }

    private static IEnumerable<Point> Disc() =>
        from radius in new[] { 0, 0.25, 0.5, 0.75, 1 }
        from direction in Enumerable.Range(0, 360)
        select radius * new Point(Math.Cos(direction * Math.PI / 180), Math.Sin(direction * Math.PI / 180));
}
