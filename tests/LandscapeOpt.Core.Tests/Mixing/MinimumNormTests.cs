using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>MGDA's shortest convex combination.</summary>
public sealed class MinimumNormTests
{
    private static readonly MinimumNorm Rule = new();

    [Theory]
    [InlineData(1, 0, 0, 1, 0.5)]
    [InlineData(1, 0, 0, 2, 0.8)]
    [InlineData(1, 0, 2, 1, 1)]
    [InlineData(3, 1, 1, 0, 0)]
    [InlineData(2, 0, -1, 0, 1.0 / 3)]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(0, 0, 1, 1, 1)]
    public void Two_components_have_the_closed_form(double x1, double y1, double x2, double y2, double first)
    {
        double[] weights = new Probe(new(x1, y1), new(x2, y2)).Weights(Rule);
        Assert.Equal(first, weights[0], 1e-15);
        Assert.Equal(1 - first, weights[1], 1e-15);
    }

    [Fact]
    public void The_result_descends_for_every_component_by_at_least_its_own_square()
    {
        // The optimality condition of the nearest point of a convex set: <g, g_k> >= |g|² for all k. It holds for the minimum alone.
        Gradients.Hold(Gradients.Fine(1, 6), Optimal);
        Gradients.Hold(Gradients.Coarse(1, 6), Optimal);

        static bool Optimal(Point[] gradients)
        {
            var probe = new Probe(gradients);
            double[] weights = probe.Weights(Rule);
            Point g = probe.Mix(weights);
            return weights.All(a => a >= 0) && Math.Abs(weights.Sum() - 1) < 1e-14
                && gradients.All(other => Point.Dot(g, other) >= Point.Dot(g, g) - 1e-13);
        }
    }

    [Fact]
    public void No_point_of_a_dense_search_over_the_simplex_is_shorter() => Gradients.Hold(Gradients.Fine(3, 3), gradients =>
    {
        var probe = new Probe(gradients);
        double shortest = double.PositiveInfinity;
        for (int i = 0; i <= 40; i++)
        {
            for (int j = 0; j <= 40 - i; j++)
            {
                shortest = Math.Min(shortest, probe.Mix([i / 40.0, j / 40.0, (40 - i - j) / 40.0]).Norm);
            }
        }

        return probe.Mix(probe.Weights(Rule)).Norm <= shortest + 1e-13;
    });

    [Fact]
    public void Three_gradients_around_the_origin_cancel()
    {
        var probe = new Probe(new(1, 0), new(-1, 1), new(-1, -2));
        Assert.Equal([0.5, 1.0 / 3, 1.0 / 6], probe.Weights(Rule), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0, probe.Mix(probe.Weights(Rule)).Norm, 1e-15);
    }
}
