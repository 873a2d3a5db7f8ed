using FsCheck;
using FsCheck.Fluent;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>How the rules behave when the loss is multiplied or the plane is turned.</summary>
public sealed class OptimizerPropertyTests
{
    private const int Steps = 12;

    // Without ε, or with one too small to matter.
    private static readonly Optimizer[] InvariantToScale =
    [
        new AdaGrad(0.1, Epsilon: 1e-30), new RmsProp(0.02, Epsilon: 1e-30), new RmsProp(0.02, Epsilon: 1e-30, Centered: true, Momentum: 0.5),
        new Adam(0.05, Epsilon: 1e-30), new AmsGrad(0.05, Epsilon: 1e-30), new AdamW(0.05, Epsilon: 1e-30), new AdaMax(0.05, Epsilon: 1e-30),
        new NAdam(0.05, Epsilon: 1e-30), new Lion(0.02), new Muon(0.05, Orthogonalization: Orthogonalization.Exact), new Newton(0.5),
        new SaddleFreeNewton(0.5, Damping: 0), new InducedMetric(0.05, InducedMetricVariant.Log), new Sam(0.1) { Base = new Adam(0.05, Epsilon: 1e-30) },
    ];

    private static readonly Optimizer[] Linear =
    [
        new GradientDescent(), new HeavyBall(), new HeavyBall(Form: MomentumForm.Pytorch), new Nesterov(), new Nesterov(Form: NesterovForm.Pytorch),
        new Lookahead(3), new Sam(0.1), new Asam(0.1), new Extragradient(),
    ];

    private static readonly Optimizer[] Equivariant =
    [
        .. Linear.Where(o => o is not Asam), new Muon(0.05), new InducedMetric(0.05), new InducedMetric(0.05, InducedMetricVariant.Log, Offset: 1),
        new RollingBall(0.02), new Newton(0.5), new DampedNewton(0.5), new SaddleFreeNewton(0.5), new TrustRegion(Radius: 0.1), new Bfgs(0.5),
        new Lodo(0.02, Form: LodoForm.Scalar),
    ];

    private static readonly Optimizer[] Coordinatewise =
    [
        new AdaGrad(0.1), new RmsProp(0.02), new AdaDelta(), new Adam(0.05), new AmsGrad(0.05), new AdamW(0.05), new AdaMax(0.05), new NAdam(0.05),
        new RAdam(0.01), new Lion(0.02), new InducedMetric(0.05, InducedMetricVariant.Rms), new Asam(0.5),
            new Lodo(0.02, MetaLearningRate: 0.1, Form: LodoForm.Diagonal),
    ];

    [Fact]
    public void Adaptive_and_Newton_like_rules_do_not_see_the_scale_of_the_loss() => Hold((start, angle, factor) => InvariantToScale.All(o =>
        Agree(o.Path(default(Golden), start, Steps), o.Path(new Altered(default(Golden), 0, factor), start, Steps), turn: 0, tolerance: 1e-9)));

    [Fact]
    public void Linear_rules_trade_the_scale_of_the_loss_for_the_learning_rate() => Hold((start, angle, factor) => Linear.All(o =>
        Agree(
            o.Path(default(Golden), start, Steps, _ => 0.01),
            o.Path(new Altered(default(Golden), 0, factor), start, Steps, _ => 0.01 / factor),
            turn: 0,
            tolerance: 1e-9)));

    [Fact]
    public void Rules_without_coordinates_turn_with_the_plane() => Hold((start, angle, factor) => Equivariant.All(o =>
        Agree(o.Path(default(Golden), start, Steps), o.Path(new Altered(default(Golden), angle, 1), Turn(start, angle), Steps), angle, tolerance: 1e-9)));

    [Fact]
    public void Coordinatewise_rules_do_not_turn_with_the_plane() => Assert.All(Coordinatewise, o =>
    {
        Point start = new(0.8, 0.5);
        const double Angle = 0.6;
        Assert.False(Agree(o.Path(default(Golden), start, Steps), o.Path(new Altered(default(Golden), Angle, 1), Turn(start, Angle), Steps), Angle,
            tolerance: 1e-4));
    });

    private static bool Agree(Point[] path, Point[] other, double turn, double tolerance) =>
        path.Zip(other).All(pair => (Turn(pair.First, turn) - pair.Second).Norm <= tolerance);

    private static Point Turn(Point w, double angle) =>
        new((Math.Cos(angle) * w.X) - (Math.Sin(angle) * w.Y), (Math.Sin(angle) * w.X) + (Math.Cos(angle) * w.Y));

    // Where the golden function is convex: starts within the unit square, angles of a whole turn, factors from 1/1000 to 1000.
    private static void Hold(Func<Point, double, double, bool> property)
    {
        Gen<double> coordinate = Gen.Choose(-1000, 1000).Select(n => n / 1000.0);
        Gen<(Point, double, double)> cases =
            from x in coordinate
            from y in coordinate
            from angle in Gen.Choose(-3142, 3142)
            from power in Gen.Choose(-300, 300)
            select (new Point(x, y), angle / 1000.0, Math.Pow(10, power / 100.0));
        Prop.ForAll(Arb.From(cases), c => property(c.Item1, c.Item2, c.Item3)).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20260UL, 11UL));
    }
}
