using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>The closed form of the guided rule against the searches it replaces, and its edges.</summary>
public sealed class GuidedTests
{
    private static readonly Point Target = new(2, 1.5), Here = new(0.5, 0.25);

    [Fact]
    public void Box_finds_what_the_blogs_grid_search_finds() => Gradients.Hold(Gradients.Fine(2, 2), GridAgrees);

    [Fact]
    public void Box_finds_what_the_blogs_grid_search_finds_also_at_ties() => Gradients.Hold(Gradients.Coarse(2, 2), GridAgrees);

    [Fact]
    public void Box_is_the_best_corner_for_any_number_of_components() => Gradients.Hold(Gradients.Coarse(1, 5), gradients =>
    {
        double Value(IEnumerable<double> weights) => weights.Zip(gradients, (a, g) => a * Point.Dot(g, Here - Target)).Sum();
        double best = Enumerable.Range(0, 1 << gradients.Length)
            .Max(corner => Value(gradients.Select((_, k) => (double)((corner >> k) & 1))));
        return Value(new Probe(gradients).Weights(new Guided())) == best;
    });

    [Fact]
    public void Simplex_takes_the_largest_product_and_the_first_of_equals()
    {
        var rule = new Guided(Constraint: GuidedConstraint.Simplex);
        Gradients.Hold(Gradients.Coarse(1, 5), gradients =>
        {
            double[] products = [.. gradients.Select(g => Point.Dot(g, Here - Target))];
            double[] expected = new double[gradients.Length];
            expected[Array.IndexOf(products, products.Max())] = 1;
            return new Probe(gradients).Weights(rule).SequenceEqual(expected);
        });
    }

    [Fact]
    public void Pick_takes_the_best_cosine_and_the_first_of_equals()
    {
        Gradients.Hold(Gradients.Coarse(1, 5), gradients =>
        {
            double[] cosines = [.. gradients.Select(g => Point.Cosine(g, Here - Target))];
            double[] weights = new Probe(gradients).Weights(new GuidedPick()), strict = new Probe(gradients).Weights(new GuidedPick(OnlyIfPositive: true));
            int best = Array.IndexOf(cosines, cosines.Max());
            return weights[best] == 1 && weights.Sum() == 1 && strict[best] == (cosines[best] > 0 ? 1 : 0) && strict.Sum() == strict[best];
        });
    }

    [Fact]
    public void Line_keeps_its_direction_wherever_the_point_is()
    {
        var probe = new Probe(new(1, 0), new(-1, 0)) { W = new(5, 0), Start = new(0, 0) };
        Assert.Equal([0, 1], probe.Weights(new Guided(GuidedDirection.Line)));
        Assert.Equal([1, 0], probe.Weights(new Guided()));
    }

    [Fact]
    public void A_deadlock_has_zero_weights_unless_there_is_an_escape()
    {
        // d points down and left: both gradients lead away, the second by less.
        var probe = new Probe(new(1, 1), new(1, -0.5));
        Assert.Equal([0, 0], probe.Weights(new Guided()));
        Assert.Equal([0, 1], probe.Weights(new Guided(Escape: GuidedEscape.BestCosine)));
        Assert.Equal([0.5, 0.5], probe.Weights(new Guided(Escape: GuidedEscape.Average)));
        Assert.Equal([0, 1], probe.Weights(new GuidedPick()));
        Assert.Equal([0, 0], probe.Weights(new GuidedPick(OnlyIfPositive: true)));
    }

    [Fact]
    public void An_escape_changes_nothing_while_a_component_helps()
    {
        var probe = new Probe(new(-1, -1), new(1, 1));
        foreach (GuidedEscape escape in Enum.GetValues<GuidedEscape>())
        {
            Assert.Equal([1, 0], probe.Weights(new Guided(Escape: escape)));
        }
    }

    [Fact]
    public void At_the_target_and_for_gradients_that_are_no_numbers_the_weights_are_zero()
    {
        Assert.Equal([0, 0], new Probe(new(1, 2), new(3, 4)) { W = Target }.Weights(new Guided()));
        Assert.Equal([0, 1], new Probe(new(double.NaN, 1), new(-1, -1)).Weights(new Guided()));
    }

    [Fact]
    public void Without_a_target_the_rules_that_aim_at_one_refuse_to_start()
    {
        Assert.All(
            new MixingRule[] { new Guided(), new GuidedPick(), new GuidedTrack() },
            rule => Assert.Throws<InvalidOperationException>(() => (new Probe(new Point(1, 1)) { Target = null }).Begin(rule)));
    }

    // The blog's code: 100 x 100 points of [0, 1]², a outside, b inside, and only a strictly better one replaces the best.
    private static bool GridAgrees(Point[] gradients)
    {
        (double A, double B) best = default;
        double highest = double.NegativeInfinity;
        for (int i = 0; i < 100; i++)
        {
            for (int j = 0; j < 100; j++)
            {
                double a = i / 99.0, b = j / 99.0;
                double value = (a * Point.Dot(gradients[0], Here - Target)) + (b * Point.Dot(gradients[1], Here - Target));
                if (value > highest)
                {
                    (highest, best) = (value, (a, b));
                }
            }
        }

        return new Probe(gradients).Weights(new Guided()).SequenceEqual([best.A, best.B]);
    }
}
