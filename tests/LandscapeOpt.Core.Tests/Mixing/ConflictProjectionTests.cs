using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>PCGrad's projections.</summary>
public sealed class ConflictProjectionTests
{
    [Fact]
    public void Two_components_have_the_closed_form_of_the_toy() => Gradients.Hold(Gradients.Coarse(2, 2), gradients =>
    {
        double a = Point.Dot(gradients[0], gradients[0]), b = Point.Dot(gradients[0], gradients[1]), d = Point.Dot(gradients[1], gradients[1]);
        double[] expected = b < 0 ? [1 - (b / a), 1 - (b / d)] : [1, 1];
        var probe = new Probe(gradients);
        return probe.Weights(new ConflictProjection()).Zip(expected, (x, y) => Math.Abs(x - y)).Max() < 1e-13
            && probe.Weights(new ConflictProjection(ProjectionScale.Mean)).Zip(expected, (x, y) => Math.Abs(x - (y / 2))).Max() < 1e-13;
    });

    [Fact]
    public void What_two_gradients_are_left_with_opposes_neither() => Gradients.Hold(Gradients.Fine(2, 2), gradients =>
    {
        var probe = new Probe(gradients);
        Point g = probe.Mix(probe.Weights(new ConflictProjection()));
        return gradients.All(other => Point.Dot(g, other) >= -1e-12);
    });

    [Fact]
    public void More_components_are_projected_one_after_the_other_in_the_order_of_the_runs_stream() => Gradients.Hold(Gradients.Fine(3, 5), gradients =>
    {
        // The same projections on vectors instead of coefficients.
        var random = new Pcg64(7);
        int[] order = [.. Enumerable.Range(0, gradients.Length)];
        Point sum = default;
        for (int i = 0; i < gradients.Length; i++)
        {
            for (int n = gradients.Length; n > 1; n--)
            {
                int pick = (int)(random.NextDouble() * n);
                (order[n - 1], order[pick]) = (order[pick], order[n - 1]);
            }

            Point q = gradients[i];
            foreach (int j in order.Where(j => j != i))
            {
                double along = Point.Dot(q, gradients[j]);
                q -= (along < 0 ? along / Point.Dot(gradients[j], gradients[j]) : 0) * gradients[j];
            }

            sum += q;
        }

        var probe = new Probe(gradients);
        return (probe.Mix(probe.Weights(new ConflictProjection())) - sum).Norm < 1e-9 * (1 + sum.Norm);
    });

    [Fact]
    public void Every_order_of_projections_comes_up()
    {
        // Each of three conflicting gradients has two orders, so a step has eight results, equally likely.
        var probe = new Probe(new(1, 0), new(-0.5, 1), new(-0.25, -1.5));
        Weigher<Real> weigher = probe.Begin(new ConflictProjection());
        var counts = Enumerable.Range(0, 4000)
            .Select(_ => probe.Weights(weigher))
            .GroupBy(w => (Math.Round(w[0], 9), Math.Round(w[1], 9), Math.Round(w[2], 9)))
            .Select(group => group.Count())
            .ToList();
        Assert.Equal(8, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 400, 600));
    }

    [Fact]
    public void A_zero_gradient_is_skipped() => Assert.Equal([1, 1], new Probe(default, new(1, -2)).Weights(new ConflictProjection()));
}
