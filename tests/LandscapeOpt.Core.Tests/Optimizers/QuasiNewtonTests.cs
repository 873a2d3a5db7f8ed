using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>BFGS and L-BFGS.</summary>
public sealed class QuasiNewtonTests
{
    private static readonly Point Start = new(-1.2, 1);
    private static readonly Lbfgs Searching = new(LineSearch: LbfgsLineSearch.StrongWolfe);

    /// <summary>PyTorch needs 37 iterations when its tolerances do not stop it before.</summary>
    [Fact]
    public void Lbfgs_with_strong_Wolfe_reaches_the_minimum_in_37_steps()
    {
        ILandscape landscape = new Rosenbrock();
        var asked = new Asked();
        Point[] path = (Searching with { ChangeTolerance = 0, GradientTolerance = 0 }).Run(new LandscapeOracle(landscape, asked), Start, 37);
        Assert.Equal(37, Array.FindIndex(path, w => landscape.Loss(w) < 1e-18));

        // One evaluation at the start of each step, and 45 by the line search.
        Assert.Equal(37 + 45, asked.Gradients);
    }

    [Fact]
    public void Its_tolerances_stop_it_before()
    {
        ILandscape landscape = new Rosenbrock();
        (RunResult result, Trace trace) = Engine.Trace(new Run { Name = "stops", Landscape = landscape, Start = Start, Optimizer = Searching });
        Assert.Equal(34, result.Outcome.Step);
        Assert.Equal(OutcomeKind.Stalled, result.Outcome.Kind);
        Assert.Contains("changeTolerance", result.Outcome.Reason, StringComparison.Ordinal);
        Assert.True(trace.Column("loss")[34] < 1e-9);
    }

    [Fact]
    public void Once_stopped_it_stays_stopped()
    {
        Point[] path = Searching.Path(new Rosenbrock(), Start, 300);
        Assert.All(path.Skip(34), w => Assert.Equal(path[34], w));
    }

    [Fact]
    public void The_line_search_meets_the_strong_Wolfe_conditions_in_every_step()
    {
        foreach ((ILandscape landscape, Point start) in new (ILandscape, Point)[]
        {
            (new Rosenbrock(), Start), (default(Beale), new(1, 1.5)), (default(Himmelblau), new(0, 0)), (default(GoldsteinPrice), new(-0.5, 0.5)),
        })
        {
            Point[] path = Searching.Path(landscape, start, 60);
            for (int t = 0; t < 60 && path[t + 1] != path[t]; t++)
            {
                Dual<Real> from = landscape.Gradient(path[t]), to = landscape.Gradient(path[t + 1]);
                Point step = path[t + 1] - path[t];
                double slope = Point.Dot(from.Gradient, step), after = Point.Dot(to.Gradient, step);
                Assert.True(to.Value <= from.Value + (1e-4 * slope)
                    && Math.Abs(after) <= 0.9 * Math.Abs(slope), $"{landscape.Info.Title}, step {t.ToString(Invariant)}");
            }
        }
    }

    [Fact]
    public void On_a_quadratic_two_pairs_are_the_whole_Hessian()
    {
        // Exact conjugate information after two steps: the third lands on the minimum.
        Point[] path = new Lbfgs(ChangeTolerance: 0, GradientTolerance: 0).Path(default(Bowl), new(1, 1), 30);
        Assert.Equal(0, path[^1].Norm, 1e-12);
    }

    [Fact]
    public void Memory_keeps_the_newest_pairs_and_a_copy_stays_valid()
    {
        var memory = new LbfgsMemory(2);
        memory.Keep(new(1, 0), new(5, 0));
        memory.Keep(new(0, 1), new(0, 4));
        LbfgsMemory copy = memory;
        Vec2<Real> before = copy.Direction(new(1, 1));

        // Curvatures 5 and 4 along the axes.
        Assert.Equal(new Vec2<Real>(-0.2, -0.25), before);
        memory.Keep(new(1, 0), new(2, 0));
        Assert.Equal(new Vec2<Real>(-0.5, -0.25), memory.Direction(new(1, 1)));
        Assert.Equal(before, copy.Direction(new(1, 1)));
        memory.Keep(new(1, 0), new(-2, 0));
        Assert.Equal(new Vec2<Real>(-0.5, -0.25), memory.Direction(new(1, 1)));
    }

    [Fact]
    public void Bfgs_descends_in_every_step_and_converges()
    {
        ILandscape landscape = new Rosenbrock();
        Point[] path = new Bfgs().Path(landscape, Start, 60);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True(landscape.Loss(pair.Second) <= landscape.Loss(pair.First)));
        Assert.Equal(0, (path[^1] - new Point(1, 1)).Norm, 1e-9);
    }

    [Fact]
    public void Bfgs_ends_at_a_minimum_where_nothing_is_lower()
    {
        (RunResult result, _) = Engine.Trace(new Run { Name = "bfgs", Landscape = default(SinCos), Start = new(0, 0), Optimizer = new Bfgs() });
        Assert.Equal(OutcomeKind.Stalled, result.Outcome.Kind);
        Assert.Equal(0, (result.End - new Point(-1.306440008369511, -2.688543872446505)).Norm, 1e-8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_no_point_along_the_line_is_lower_a_rule_stays_and_says_so(bool newton)
    {
        // A maximum's slope with the gradient of a minimum: every step goes up.
        Optimizer optimizer = newton ? new Newton(LineSearch: NewtonLineSearch.Armijo) : new Bfgs();
        Runner runner = optimizer.Begin();
        Assert.Equal(Start, runner.Step(Start, 1, default(Misleading)));
        Assert.Equal("the line search finds no lower point", runner.StopReason);
        Assert.NotEqual(Start, runner.Step(Start, 1, new LandscapeOracle(default(Bowl), new())));
        Assert.Null(runner.StopReason);
    }

    private readonly struct Misleading : IOracle<Real>
    {
        public Vec2<Real> Gradient(Vec2<Real> w) => w;

        public Sample<Real> Sample(Vec2<Real> w) => new(-Vec2<Real>.Dot(w, w), w);

        public Symmetric<Real> Hessian(Vec2<Real> w) => new(1, 0, 1);

        public Symmetric<Real> GaussNewton(Vec2<Real> w) => Hessian(w);
    }

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
