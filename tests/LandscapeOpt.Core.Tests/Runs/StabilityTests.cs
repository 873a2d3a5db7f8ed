using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;
using static System.FormattableString;

namespace LandscapeOpt.Tests.Runs;

/// <summary>Just below its edge of stability a rule converges on a quadratic, just above it diverges; the column says where it stands.</summary>
public sealed class StabilityTests
{
    private const double Eta = 0.1;

    public static TheoryData<string, Optimizer, double> Rules => new()
    {
        { "gd", new GradientDescent(Eta), 2 / Eta },
        { "momentum", new HeavyBall(Eta, 0.9), 3.8 / Eta },
        { "momentum of the other form", new HeavyBall(Eta, 0.5, MomentumForm.Pytorch), 3 / Eta },
        { "nesterov", new Nesterov(Eta, 0.9), 3.8 / (2.8 * Eta) },
        { "nesterov of the other form", new Nesterov(Eta, 0.5, NesterovForm.Pytorch), 3 / (2 * Eta) },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Linear_rules_converge_below_and_diverge_above(string name, Optimizer rule, double edge)
    {
        Assert.NotEmpty(name);
        foreach (double share in (ReadOnlySpan<double>)[0.99, 1.01])
        {
            var bowl = new Quadratic(Lambda1: share * edge, Lambda2: 0.3 * edge, Angle: 20, CenterX: 0, CenterY: 0);
            (double start, double end, double[] stability) = Go(bowl, rule, new(1, 0.5), 3000);
            Assert.True(share < 1 ? end < 1e-3 * start : end > 1e3 * start, Invariant($"{share}: {end}"));
            Assert.All(stability, s => Assert.Equal(share, s, 12));
        }
    }

    [Theory]
    [InlineData(0.97)]
    [InlineData(1.03)]
    public void RMSProp_with_its_mean_square_at_rest(double share) => Preconditioned(
        epsilon => new RmsProp(Eta, Alpha: 0.9, Epsilon: epsilon), 2 / Eta, share);

    [Theory]
    [InlineData(0.97)]
    [InlineData(1.03)]
    public void RMSProp_with_momentum(double share) => Preconditioned(
        epsilon => new RmsProp(Eta, Alpha: 0.9, Epsilon: epsilon, Momentum: 0.5), 3 / Eta, share);

    [Theory]
    [InlineData(0.97)]
    [InlineData(1.03)]
    public void Adam_at_its_thirty_eight_over_eta(double share) => Preconditioned(
        epsilon => new Adam(Eta, Beta1: 0.9, Beta2: 0.9, Epsilon: epsilon), 38 / Eta, share);

    [Theory]
    [InlineData(0.98)]
    [InlineData(1.02)]
    public void SAM_at_the_edge_that_shrinks_with_the_gradient(double share)
    {
        // λ (1 + ρ λ/|g|) < 2/η, solved for λ at |g| = λ |w|: with w = r the step multiplies w by 1 − η λ (1 + ρ/r).
        const double Rho = 0.2, R = 1;
        double edge = 2 / Eta / (1 + (Rho / R));
        var bowl = new Quadratic(Lambda1: share * edge, Lambda2: share * edge, Angle: 0, CenterX: 0, CenterY: 0);
        var run = new Run { Name = "sam", Landscape = bowl, Start = new(R, 0), Steps = 1, Optimizer = new Sam(Rho) { Base = new GradientDescent(Eta) } };
        (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["stability"]));
        Assert.Equal(share, trace.Column("stability")[0], 10);

        // Below, the step ends nearer to the minimum than it began; above, farther.
        Assert.Equal(share < 1, result.End.Norm < R);

        double g = share * edge * R, formula = g / (2 * Rho) * (Math.Sqrt(1 + (8 * Rho / (Eta * g))) - 1);
        Assert.Equal(share < 1, share * edge < formula);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(30)]
    public void SAM_settles_on_its_edge(double start)
    {
        // Farther out than the edge the iterates come nearer, farther in they are thrown out: both end in |w| = ρ/(2/(η λ) − 1), where λ is the edge.
        const double Rho = 0.2, Lambda = 1.5 / Eta;
        var bowl = new Quadratic(Lambda1: Lambda, Lambda2: Lambda, Angle: 0, CenterX: 0, CenterY: 0);
        (_, double end, double[] stability) = Go(bowl, new Sam(Rho) { Base = new GradientDescent(Eta) }, new(start, 0), 500);
        Assert.Equal(start < 3 * Rho, stability[0] > 1);
        Assert.Equal(3 * Rho, end, 9);
        Assert.Equal(1, stability[^1], 9);
    }

    [Fact]
    public void The_preconditioned_sharpness_is_recomputed()
    {
        const double Alpha = 0.9, Beta1 = 0.8, Beta2 = 0.95, Epsilon = 1e-3;
        Trace rms = TraceOf(new RmsProp(0.01, Alpha, Epsilon)), adam = TraceOf(new Adam(0.01, Beta1, Beta2, Epsilon));
        double vx = 0, vy = 0, ux = 0, uy = 0;
        for (int t = 0; t < rms.Rows - 1; t++)
        {
            (vx, vy) = (Mean(Alpha, vx, rms.Column("gradient_x")[t]), Mean(Alpha, vy, rms.Column("gradient_y")[t]));
            (ux, uy) = (Mean(Beta2, ux, adam.Column("gradient_x")[t]), Mean(Beta2, uy, adam.Column("gradient_y")[t]));
            double correction = 1 - Math.Pow(Beta2, t + 1), first = 1 - Math.Pow(Beta1, t + 1);
            double expected = 0.01 * Sharpest(rms, t, Math.Sqrt(vx) + Epsilon, Math.Sqrt(vy) + Epsilon) / 2;
            Assert.Equal(expected, rms.Column("stability")[t], 1e-10 * Math.Abs(expected));
            expected = 0.01 * (1 - Beta1) / (2 + (2 * Beta1))
                * Sharpest(adam, t, first * (Math.Sqrt(ux / correction) + Epsilon), first * (Math.Sqrt(uy / correction) + Epsilon));
            Assert.Equal(expected, adam.Column("stability")[t], 1e-10 * Math.Abs(expected));
        }

        double Mean(double decay, double before, double g) => (decay * before) + ((1 - decay) * g * g);

        Trace TraceOf(Optimizer rule)
        {
            var run = new Run { Name = "run", Landscape = default(Himmelblau), Start = new(1, 0.5), Steps = 60, Optimizer = rule };
            return Engine.Trace(run, TraceColumns.For(run, ["stability"])).Trace;
        }

        // λ_max of P⁻¹ H by the characteristic polynomial of the unsymmetric matrix.
        double Sharpest(Trace trace, int t, double px, double py)
        {
            Jet<Real> f = ((ILandscape)default(Himmelblau)).Hessian(new(trace.Column("x")[t], trace.Column("y")[t]));
            double a = f.XX / px, d = f.YY / py, product = f.XY / px * (f.XY / py);
            return 0.5 * (a + d + Math.Sqrt(((a - d) * (a - d)) + (4 * product)));
        }
    }

    [Fact]
    public void On_the_factorisation_sharpness_falls_below_two_over_eta()
    {
        var run = new Run { Name = "gd", Landscape = default(ScalarFactorization), Start = new(2.8, 0.36), Steps = 2000, Optimizer = new GradientDescent(0.3) };
        (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["stability", "lambda_max"]));
        ReadOnlySpan<double> sharpness = trace.Column("lambda_max");
        Assert.Equal(7.9696, sharpness[0], 0.01);
        Assert.Equal(5.0798, sharpness[^1], 4);
        Assert.Equal(2.207862761587, result.End.X, 11);
        Assert.Equal(0.452926702419, result.End.Y, 11);
        Assert.True(trace.Column("stability")[0] > 1 && trace.Column("stability")[^2] < 1);
    }

    [Fact]
    public void Rules_without_a_known_edge_say_so()
    {
        (_, _, double[] stability) = Go(new Quadratic(), new Lion(), new(1, 1), 3);
        Assert.All(stability, s => Assert.True(double.IsNaN(s)));
    }

    // With a large ε and tiny gradients the preconditioner is at rest: P is ε, and the threshold on λ/ε can be set. The first steps, before the
    // bias corrections are gone, do not count.
    private static void Preconditioned(Func<double, Optimizer> rule, double edge, double share)
    {
        const double Epsilon = 1e4;
        const int Settled = 150, Steps = 3000;
        var bowl = new Quadratic(Lambda1: share * edge * Epsilon, Lambda2: 0.2 * edge * Epsilon, Angle: 0, CenterX: 0, CenterY: 0);
        var run = new Run { Name = "run", Landscape = bowl, Start = new(1e-100, 1e-100), Steps = Steps, Optimizer = rule(Epsilon) };
        (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["stability"]));
        double settled = Math.Abs(trace.Column("x")[Settled]), end = Math.Abs(result.End.X);
        Assert.True(share < 1 ? end < 0.1 * settled : end > 10 * settled, Invariant($"{share}: from {settled} to {end}"));
        Assert.Equal(share, trace.Column("stability")[Settled], 4);
    }

    private static (double Start, double End, double[] Stability) Go(Quadratic bowl, Optimizer rule, Point start, int steps)
    {
        var run = new Run { Name = "run", Landscape = bowl, Start = start, Steps = steps, Optimizer = rule };
        (RunResult result, Trace trace) = Engine.Trace(run, TraceColumns.For(run, ["stability"]));
        return (start.Norm, result.End.Norm, trace.Column("stability")[..^1].ToArray());
    }
}
