using LandscapeOpt.Landscapes;
using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;
using LandscapeOpt.Runs;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>The exact box-constrained least squares of guided-track against searches.</summary>
public sealed class GuidedTrackTests
{
    private static readonly GuidedTrack Rule = new();

    [Fact]
    public void Two_components_agree_with_the_candidates_of_normal_equations_edges_and_corners() =>
        Gradients.Hold(Gradients.Fine(2, 2), AgreesWithCandidates);

    [Fact]
    public void Zero_parallel_and_opposite_gradients_agree_too() => Gradients.Hold(Gradients.Coarse(2, 2), AgreesWithCandidates);

    [Fact]
    public void Any_number_of_components_is_as_good_as_a_descent_that_ends_nowhere_better() =>
        Gradients.Hold(Gradients.Coarse(1, 6), gradients =>
        {
            Probe probe = At(gradients, 0.25);
            double[] weights = probe.Weights(Rule);
            return weights.All(a => a is >= 0 and <= 1) && Miss(probe, weights) <= Descend(probe) + 1e-12;
        });

    [Fact]
    public void Gradients_in_general_position_too() => Gradients.Hold(Gradients.Fine(3, 6), gradients =>
    {
        Probe probe = At(gradients, 0.1);
        double[] weights = probe.Weights(Rule);
        return weights.All(a => a is >= 0 and <= 1) && Miss(probe, weights) <= Descend(probe) + 1e-12;
    });

    [Fact]
    public void Of_equally_good_weights_the_lexicographically_smallest_are_taken()
    {
        // Half a step of either of the equal gradients would do: the first weight stays 0.
        Point wanted = Wanted(At([], 1));
        Assert.Equal([0, 1], At([wanted, wanted], 1).Weights(Rule));
        double[] weights = At([2 * wanted, 2 * wanted], 1).Weights(Rule);
        Assert.Equal(0, weights[0]);
        Assert.Equal(0.5, weights[1], 1e-15);
        Assert.Equal([0, 0], At([default, default], 1).Weights(Rule));
        Assert.Equal([0, 0], At([new(3, 1), new(-1, 2)], 0).Weights(Rule));
    }

    [Fact]
    public void A_run_whose_components_can_do_it_follows_the_line_exactly_and_on_time()
    {
        Point start = new(1, 2), target = new(0.25, 0.5);
        (RunResult result, Trace trace) = Engine.Trace(new Run
        {
            Name = "track",
            Landscape = new Axes(),
            Start = start,
            Target = target,
            Steps = 60,
            Optimizer = new GradientDescent(0.2),
            Mixing = Rule,
        });
        Assert.Equal(OutcomeKind.Finished, result.Outcome.Kind);
        for (int t = 0; t <= 60; t++)
        {
            Point due = start + (t / 60.0 * (target - start));
            Assert.Equal(due.X, trace.Column("x")[t], 1e-14);
            Assert.Equal(due.Y, trace.Column("y")[t], 1e-14);
        }
    }

    private static Probe At(Point[] gradients, double learningRate) => new(gradients) { LearningRate = learningRate, Step = 4 };

    private static Point Wanted(Probe probe) =>
        probe.W - (probe.Start + ((probe.Step + 1.0) / probe.Steps * (probe.Target!.Value - probe.Start)));

    private static double Miss(Probe probe, double[] weights)
    {
        Point miss = Wanted(probe) - (probe.LearningRate * probe.Mix(weights));
        return Point.Dot(miss, miss);
    }

    // Normal equations inside the box, four edges, four corners; the smallest value, ties by lexicographic order.
    private static bool AgreesWithCandidates(Point[] gradients)
    {
        Probe probe = At(gradients, 0.25);
        Point r = Wanted(probe), g = 0.25 * gradients[0], h = 0.25 * gradients[1];
        double gg = Point.Dot(g, g), gh = Point.Dot(g, h), hh = Point.Dot(h, h), det = (gg * hh) - (gh * gh);
        var candidates = new List<(double A, double B)> { (0, 0), (0, 1), (1, 0), (1, 1) };
        foreach (double fixedWeight in new double[] { 0, 1 })
        {
            candidates.Add((gg > 0 ? Math.Clamp(Point.Dot(g, r - (fixedWeight * h)) / gg, 0, 1) : 0, fixedWeight));
            candidates.Add((fixedWeight, hh > 0 ? Math.Clamp(Point.Dot(h, r - (fixedWeight * g)) / hh, 0, 1) : 0));
        }

        if (det > 1e-9)
        {
            double rg = Point.Dot(r, g), rh = Point.Dot(r, h);
            (double A, double B) free = (((rg * hh) - (rh * gh)) / det, ((rh * gg) - (rg * gh)) / det);
            if (free is { A: >= 0 and <= 1, B: >= 0 and <= 1 })
            {
                candidates.Add(free);
            }
        }

        double[] weights = probe.Weights(Rule);
        double best = candidates.Min(c => Miss(probe, [c.A, c.B]));
        bool aNearestIsTaken = Miss(probe, weights) <= best + 1e-14;

        // Values that differ by rounding alone count as ties; where they do not, the minimiser is unique.
        (double A, double B)[] nearest = [.. candidates.Where(c => Miss(probe, [c.A, c.B]) <= best + 1e-13)];
        (double A, double B) first = nearest.MinBy(c => (Math.Round(c.A, 7), c.B));
        return aNearestIsTaken && (det < 1e-3 || (Math.Abs(weights[0] - first.A) < 1e-10 && Math.Abs(weights[1] - first.B) < 1e-10));
    }

    // Cyclic coordinate descent, which cannot get stuck on a smooth convex function over a box.
    private static double Descend(Probe probe)
    {
        double[] weights = new double[probe.Count];
        for (int sweep = 0; sweep < 2000; sweep++)
        {
            for (int k = 0; k < weights.Length; k++)
            {
                Point g = probe.LearningRate * probe.Gradients[k];
                double square = Point.Dot(g, g);
                if (square > 0)
                {
                    Point rest = Wanted(probe) - (probe.LearningRate * probe.Mix(weights));
                    weights[k] = Math.Clamp(weights[k] + (Point.Dot(g, rest) / square), 0, 1);
                }
            }
        }

        return Miss(probe, weights);
    }

    /// <summary>One bowl along each axis, so that the weights choose both coordinates of the step.</summary>
    private readonly record struct Axes : ILandscape<Axes>
    {
        public LandscapeInfo Info => new Quadratic(1, 1, 0, 0, 0).Info;

        IReadOnlyList<Component> ILandscape.Components => [new("x", new Quadratic(1, 0, 0, 0, 0), 1), new("y", new Quadratic(0, 1, 0, 0, 0), 1)];

        public T At<T>(T x, T y)
            where T : struct, IReal<T> => 0.5 * (T.Square(x) + T.Square(y));
    }
}
