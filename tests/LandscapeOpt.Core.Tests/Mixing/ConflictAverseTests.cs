using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>CAGrad against the problem it solves.</summary>
public sealed class ConflictAverseTests
{
    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void The_worst_improvement_is_the_best_in_the_ball(double c)
    {
        // The paper's primal problem: max over |g − g₀| <= c|g₀| of min_k <g, g_k>, searched on the ball's rim and within.
        var rule = new ConflictAverse(c, Rescale: false);
        Gradients.Hold(Gradients.Fine(2, 5), gradients =>
        {
            var probe = new Probe(gradients);
            Point mean = Mean(gradients), g = probe.Mix(probe.Weights(rule));
            double Worst(Point direction) => gradients.Min(other => Point.Dot(direction, other));
            double best = double.NegativeInfinity;
            for (int i = 0; i < 180; i++)
            {
                double angle = i * Math.PI / 90;
                Point rim = new(Elementary.Cos(angle), Elementary.Sin(angle));
                best = Math.Max(best, Math.Max(Worst(mean + (c * mean.Norm * rim)), Worst(mean + (0.5 * c * mean.Norm * rim))));
            }

            return (g - mean).Norm <= (c * mean.Norm) + 1e-12 && Worst(g) >= best - 1e-12;
        });
    }

    [Fact]
    public void The_result_lies_on_the_rim_of_the_ball() => Gradients.Hold(Gradients.Fine(2, 5), gradients =>
    {
        var probe = new Probe(gradients);
        Point mean = Mean(gradients), g = probe.Mix(probe.Weights(new ConflictAverse(0.5, Rescale: false)));
        return Math.Abs((g - mean).Norm - (0.5 * mean.Norm)) < 1e-12;
    });

    [Fact]
    public void The_dual_of_two_components_is_solved_to_full_precision() => Gradients.Hold(Gradients.Fine(2, 2), gradients =>
    {
        // u follows from the weights: (1 + c) a_k = 1/K + stretch u_k.
        const double C = 0.4;
        double[] weights = new Probe(gradients).Weights(new ConflictAverse(C));
        double[] parts = [.. weights.Select(a => ((1 + C) * a) - 0.5)];
        double share = parts[1] / (parts[0] + parts[1]);
        Point mean = Mean(gradients);
        double Dual(double u)
        {
            Point g = ((1 - u) * gradients[0]) + (u * gradients[1]);
            return Point.Dot(g, mean) + (C * mean.Norm * g.Norm);
        }

        double lowest = Enumerable.Range(0, 2001).Min(i => Dual(i / 2000.0));
        return Dual(share) <= lowest + 1e-13 && parts.All(part => part >= -1e-15);
    });

    [Fact]
    public void A_ball_of_no_size_holds_the_mean_alone() => Gradients.Hold(Gradients.Coarse(1, 5), gradients =>
        new Probe(gradients).Weights(new ConflictAverse(0)).All(a => a == 1.0 / gradients.Length));

    [Fact]
    public void One_component_keeps_its_gradient() => Assert.Equal(1, new Probe(new Point(2, -3)).Weights(new ConflictAverse())[0], 1e-15);

    [Theory]
    [InlineData(1, 0, -1, 0)]
    [InlineData(0, 0, 0, 0)]
    public void Where_the_worst_direction_vanishes_the_mean_is_left(double x1, double y1, double x2, double y2)
    {
        double[] weights = new Probe(new(x1, y1), new(x2, y2)).Weights(new ConflictAverse(0.5));
        Assert.Equal([0.5 / 1.5, 0.5 / 1.5], weights, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void Rescaling_divides_by_one_plus_c()
    {
        var probe = new Probe(new(1, 2), new(-0.5, 1));
        Assert.Equal(probe.Weights(new ConflictAverse(0.5, Rescale: false)), probe.Weights(new ConflictAverse(0.5)).Select(a => 1.5 * a), (a, b) =>
            Math.Abs(a - b) < 1e-15);
    }

    private static Point Mean(Point[] gradients) => 1.0 / gradients.Length * gradients.Aggregate(default(Point), (sum, g) => sum + g);
}
