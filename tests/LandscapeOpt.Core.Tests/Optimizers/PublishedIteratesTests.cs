using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>Iterates on the golden function, made with the rules' reference implementations; 12 decimals.</summary>
public sealed class PublishedIteratesTests
{
    private static readonly Point Start = new(1, 1);

    public static TheoryData<string, Optimizer, int, double, double> Cases => new()
    {
        { "gd", new GradientDescent(0.05), 1, 0.935, 0.47 },
        { "gd", new GradientDescent(0.05), 2, 0.8849365, 0.2218165 },
        { "gd", new GradientDescent(0.05), 10, 0.586410032730, 0.000601245132 },
        { "momentum", new HeavyBall(0.02), 1, 0.974, 0.788 },
        { "momentum", new HeavyBall(0.02), 2, 0.927394336, 0.430389856 },
        { "momentum", new HeavyBall(0.02), 10, 0.225777267502, 0.069273056718 },
        { "momentum pytorch", new HeavyBall(0.02, Form: MomentumForm.Pytorch), 1, 0.974, 0.788 },
        { "momentum pytorch", new HeavyBall(0.02, Form: MomentumForm.Pytorch), 2, 0.927394336, 0.430389856 },
        { "momentum pytorch", new HeavyBall(0.02, Form: MomentumForm.Pytorch), 10, 0.225777267502, 0.069273056718 },
        { "nesterov", new Nesterov(0.02), 1, 0.974, 0.788 },
        { "nesterov", new Nesterov(0.02), 2, 0.929448112960, 0.470947620160 },
        { "nesterov", new Nesterov(0.02), 10, 0.291702351710, -0.019031357579 },
        { "nesterov pytorch", new Nesterov(0.02, Form: NesterovForm.Pytorch), 1, 0.9506, 0.5972 },
        { "nesterov pytorch", new Nesterov(0.02, Form: NesterovForm.Pytorch), 2, 0.889351414624, 0.185600478304 },
        { "nesterov pytorch", new Nesterov(0.02, Form: NesterovForm.Pytorch), 10, 0.215182968168, 0.070692531338 },
        { "adagrad", new AdaGrad(0.5), 1, 0.500000000038, 0.500000000005 },
        { "adagrad", new AdaGrad(0.5), 2, 0.297746992652, 0.281498979037 },
        { "rmsprop", new RmsProp(0.01), 1, 0.900000007692, 0.900000000943 },
        { "rmsprop", new RmsProp(0.01), 2, 0.833782788120, 0.833127602156 },
        { "adadelta", new AdaDelta(), 1, 0.996837731696, 0.996837722481 },
        { "adadelta", new AdaDelta(), 10, 0.966675843466, 0.966616255786 },
        { "adam", new Adam(0.1), 1, 0.900000000769, 0.900000000094 },
        { "adam", new Adam(0.1), 2, 0.800540222668, 0.800442146312 },
        { "adam", new Adam(0.1), 10, 0.089065898327, 0.079155529205 },
        { "adamw", new AdamW(0.1), 1, 0.899000000769, 0.899000000094 },
        { "adamw", new AdamW(0.1), 2, 0.798649009295, 0.798549401937 },
        { "adamw", new AdamW(0.1), 10, 0.084569456990, 0.074614166570 },
        { "nadam", new NAdam(0.1), 1, 0.894354822977, 0.894354822264 },
        { "nadam", new NAdam(0.1), 2, 0.820880844107, 0.820192893273 },
        { "nadam", new NAdam(0.1), 10, 0.341118845467, 0.327367673219 },
        { "radam", new RAdam(0.1), 1, 0.87, -0.06 },
        { "radam", new RAdam(0.1), 2, 0.762574736842, -0.528877894737 },
        { "radam", new RAdam(0.1), 10, 0.467994563161, -0.270751963982 },
        { "muon", new Muon(), 1, 0.998304463151, 0.986174853389 },
        { "muon", new Muon(), 2, 0.996601688351, 0.972350596991 },
        { "sam", new Sam { LearningRate = 0.05 }, 1, 0.933169887044, 0.443505416096 },
        { "sam", new Sam { LearningRate = 0.05 }, 2, 0.882356104900, 0.183357093925 },
        { "asam", new Asam { LearningRate = 0.05 }, 1, 0.913120306446, 0.201571831156 },
        { "asam", new Asam { LearningRate = 0.05 }, 2, 0.846100808061, 0.066194030648 },
        { "lookahead", new Lookahead(5, 0.5) { LearningRate = 0.05 }, 5, 0.878930946118, 0.511869139543 },
        { "lookahead", new Lookahead(5, 0.5) { LearningRate = 0.05 }, 10, 0.777420583132, 0.262204578821 },
        { "newton", new Newton(), 1, 0.275390625, 0.041015625 },
        { "newton", new Newton(), 2, 0.000488306399, 0.000665520734 },
        { "induced-metric plain", Induced(InducedMetricVariant.Plain), 1, 0.988520354696, 0.913550584442 },
        { "induced-metric plain", Induced(InducedMetricVariant.Plain), 2, 0.976368329110, 0.823578308384 },
        { "induced-metric plain", Induced(InducedMetricVariant.Plain), 10, 0.820301804344, -0.107653332494 },
        { "induced-metric log", Induced(InducedMetricVariant.Log), 1, 0.982261183261, 0.862514263514 },
        { "induced-metric log", Induced(InducedMetricVariant.Log), 10, 0.803009187541, -0.132163888218 },
        { "induced-metric rms", Induced(InducedMetricVariant.Rms), 1, 0.953337899853, 0.953337899545 },
        { "induced-metric rms", Induced(InducedMetricVariant.Rms), 10, 0.487337133137, 0.484975196815 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Golden_function(string rule, Optimizer optimizer, int step, double x, double y) =>
        AssertPoint(new(x, y), optimizer.Path(default(Golden), Start, step)[step], rule);

    [Fact]
    public void Rolling_ball_on_a_bowl()
    {
        Point[] path = new RollingBall().Path(default(Bowl), Start, 3);
        AssertPoint(new(0.989065900846, 0.894482810349), path[1], "rolling-ball");
        AssertPoint(new(0.978260689390, 0.800161486081), path[2], "rolling-ball");
        AssertPoint(new(0.967604344813, 0.715997802761), path[3], "rolling-ball");
    }

    /// <summary>Eight digits of the projection after 4000 steps of 0.001; it is not yet at rest then.</summary>
    [Fact]
    public void Rolling_point_after_a_long_projection()
    {
        Point u = new RollingBall(Radius: 0, ProjectionRate: 1e-3, ProjectionSteps: 4000).Path(default(Bowl), Start, 1)[1];
        Assert.Equal(0.98938970, u.X, 8);
        Assert.Equal(0.89455716, u.Y, 8);
    }

    /// <summary>Without a radius and with enough projection steps the next point is the one of the graph nearest to the tangent step.</summary>
    [Fact]
    public void Rolling_point_is_projected_on_the_graph()
    {
        Point u = new RollingBall(Radius: 0, ProjectionRate: 5e-3, ProjectionSteps: 5000).Path(default(Bowl), Start, 1)[1];

        // From (1, 1, 5.5) along the tangent (1, 10, 101) by 0.01; the way from the graph to there is along the normal (g, −1).
        Dual<Real> f = ((ILandscape)default(Bowl)).Gradient(u);
        Point way = new Point(0.99, 0.9) - u, normal = (4.49 - f.Value) * (Point)f.Gradient;

        // A projection step of 0.005 times less than 2e-14 is lost in rounding.
        Assert.Equal(0, (way + normal).Norm, 4e-14);
        Assert.True(way.Norm > 0.005);
    }

    [Fact]
    public void Pytorch_Nesterov_is_the_look_ahead_point_of_the_other_form()
    {
        Point[] lookahead = new Nesterov(0.02).Path(default(Golden), Start, 50);
        Point[] pytorch = new Nesterov(0.02, Form: NesterovForm.Pytorch).Path(default(Golden), Start, 50);
        for (int t = 1; t <= 50; t++)
        {
            Point v = lookahead[t - 1] - lookahead[t];
            Assert.Equal(0, (lookahead[t] - (0.9 * v) - pytorch[t]).Norm, 1e-15);
        }
    }

    [Fact]
    public void Uncorrected_AmsGrad_begins_with_the_raw_moments()
    {
        Point next = new AmsGrad(0.01, Epsilon: 1e-30, BiasCorrection: false).Path(default(Golden), Start, 1)[1];
        Assert.Equal(1 - (0.01 * 0.1 / Math.Sqrt(0.001)), next.X, 14);
        Assert.Equal(next.X, next.Y, 14);
    }

    [Theory]
    [InlineData(MomentumForm.Sutskever, 0.743042045322, -0.570227645227)]
    [InlineData(MomentumForm.Pytorch, 0.774045197083, -0.385007554764)]
    public void Forms_of_momentum_part_when_the_learning_rate_falls(MomentumForm form, double x, double y)
    {
        Point[] path = new HeavyBall(Form: form).Path(default(Golden), Start, 5, t => 0.02 * Elementary.Pow(0.9, t));
        AssertPoint(new(x, y), path[5], form.ToString());
    }

    [Theory]
    [InlineData(3, 4, 0.41786186, 0.55714914)]
    [InlineData(-3, 4, -0.41786186, 0.55714914)]
    public void Newton_Schulz_of_one_vector(double x, double y, double ox, double oy)
    {
        Point next = new Muon(LearningRate: 1, Beta: 0).Path(new Slope(x, y), new(0, 0), 1)[1];
        Assert.Equal(-ox, next.X, 8);
        Assert.Equal(-oy, next.Y, 8);
        Assert.Equal(0.6964364095, next.Norm, 1e-7);
    }

    [Fact]
    public void Exact_muon_steps_by_the_learning_rate()
    {
        Point next = new Muon(LearningRate: 0.5, Beta: 0, Orthogonalization: Orthogonalization.Exact).Path(new Slope(3, 4), new(0, 0), 1)[1];
        Assert.Equal(-0.3, next.X, 15);
        Assert.Equal(-0.4, next.Y, 15);
    }

    // Half a unit of the last printed digit, and rounding.
    private static void AssertPoint(Point expected, Point actual, string what) => Assert.True(
        Math.Abs(expected.X - actual.X) <= 0.51e-12 && Math.Abs(expected.Y - actual.Y) <= 0.51e-12, $"{what}: expected {expected}, got {actual}");

    private static InducedMetric Induced(InducedMetricVariant variant) => new(0.1, variant, WeightDecay: 0.01);
}
