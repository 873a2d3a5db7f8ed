using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

/// <summary>Steps until the loss falls to a tolerance, as the authors' notebook counts them, and limits that follow from the rule.</summary>
public sealed class InducedMetricTests
{
    public static TheoryData<string, Point, double, InducedMetric, int> Counts => new()
    {
        { "beale", new(0, 0), 1e-7, new(0.1, InducedMetricVariant.Log, Xi: 0.01, Momentum: 0.5, Beta: 0), 55 },
        { "beale", new(0, 0), 1e-7, new(1, InducedMetricVariant.Rms, Xi: 0.01, Momentum: 0.75, Beta: 0, RmsDecay: 0.999), 64 },
        { "beale", new(0, 0), 1e-7, new(0.1, Xi: 0.01, Momentum: 0.5, Beta: 0), 186 },
        { "rosenbrock", new(0, 0), 1e-7, new(0.01, Xi: 0.1, Momentum: 0.99, Beta: 0), 203 },
        { "rosenbrock", new(0, 0), 1e-7, new(0.01, InducedMetricVariant.Rms, Xi: 0.01, Momentum: 0.9, Beta: 0, RmsDecay: 0.99), 425 },
        { "himmelblau", new(0, 0), 1e-6, new(10, InducedMetricVariant.Log, Xi: 10, Momentum: 0.1, Beta: 0), 13 },
        { "himmelblau", new(0, 0), 1e-6, new(10, InducedMetricVariant.Rms, Xi: 0.01, Momentum: 0, Beta: 0, RmsDecay: 0.85), 19 },
        { "himmelblau", new(0, 0), 1e-6, new(0.01, Xi: 0.01, Momentum: 0.5, Beta: 0), 197 },
        { "ackley", new(2, 2), 1e-6, new(10, InducedMetricVariant.Log, Xi: 10, Momentum: 0, Beta: 0), 10 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Reaches_the_tolerance_when_the_notebook_does(string name, Point start, double tolerance, InducedMetric optimizer, int steps)
    {
        var landscape = (ILandscape)LandscapeCatalogue.Catalogue.Find(name)!.Prototype;
        Point[] path = optimizer.Path(landscape, start, steps);
        Assert.Equal(steps, Array.FindIndex(path, w => landscape.Loss(w) <= tolerance));
    }

    [Fact]
    public void Log_lands_near_the_tip_of_Ackleys_cone()
    {
        ILandscape ackley = default(Ackley);
        Point[] path = new InducedMetric(10, InducedMetricVariant.Log, Xi: 10, Momentum: 0, Beta: 0).Path(ackley, new(2, 2), 10);
        Assert.Equal(2.20e-11, ackley.Loss(path[10]), 1e-13);
    }

    [Theory]
    [InlineData(InducedMetricVariant.Plain)]
    [InlineData(InducedMetricVariant.Rms)]
    public void Without_height_it_is_corrected_momentum_or_Adam(InducedMetricVariant variant)
    {
        Point[] path = new InducedMetric(0.05, variant, Xi: 0, RmsDecay: 0.999).Path(default(Golden), new(1, 1), 50);
        Point[] adam = new Adam(0.05).Path(default(Golden), new(1, 1), 50);
        Point[] expected = variant == InducedMetricVariant.Rms ? adam : CorrectedMomentum(50);
        Assert.All(path.Zip(expected), pair => Assert.True((pair.First - pair.Second).Norm < 1e-12));
    }

    [Fact]
    public void Plain_steps_are_bounded()
    {
        var optimizer = new InducedMetric(0.1, Xi: 0.25, Momentum: 0, Beta: 0);
        Point[] path = optimizer.Path(new Rosenbrock(), new(-1.2, 1), 300);
        Assert.All(path.Zip(path.Skip(1)), pair => Assert.True((pair.Second - pair.First).Norm <= (0.1 / (2 * 0.5)) + 1e-15));
    }

    [Fact]
    public void An_offset_lets_the_logarithm_descend_to_a_negative_minimum()
    {
        ILandscape landscape = default(SinCos);
        Point[] path = new InducedMetric(0.1, InducedMetricVariant.Log, Momentum: 0, Beta: 0, Offset: 0.5).Path(landscape, new(0, 0), 3000);
        Assert.Equal(landscape.Info.GlobalMinimum!.Loss, landscape.Loss(path[^1]), 1e-9);
    }

    private static Point[] CorrectedMomentum(int steps)
    {
        var path = new Point[steps + 1];
        (path[0], Point m) = (new(1, 1), default);
        for (int k = 1; k <= steps; k++)
        {
            Point g = ((ILandscape)default(Golden)).Gradient(path[k - 1]).Gradient;
            m = (0.9 * m) + (0.1 * g);
            path[k] = path[k - 1] - (0.05 / (1 - Math.Pow(0.9, k)) * m);
        }

        return path;
    }
}
