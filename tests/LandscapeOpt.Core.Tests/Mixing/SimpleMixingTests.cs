using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>The rules that look at no gradient.</summary>
public sealed class SimpleMixingTests
{
    private static readonly Probe Two = new(new(1, 2), new(3, 4)), Three = new(new(1, 2), new(3, 4), new(5, 6));

    [Fact]
    public void Alternate_gives_each_component_its_turn()
    {
        Weigher<Real> weigher = Three.Begin(new Alternate(Period: 2));
        int[] turns = [.. Enumerable.Range(0, 8).Select(step => Array.IndexOf((Three with { Step = step }).Weights(weigher), 1))];
        Assert.Equal([0, 0, 1, 1, 2, 2, 0, 0], turns);
        Assert.Equal([0, 1, 0], (Three with { Step = 4 }).Weights(new Alternate()));
    }

    [Fact]
    public void Average_gives_the_shares() =>
        Assert.Equal([0.75, 0.25], Weights(new Average().Start<Real>(new([0.75, 0.25], 20, null, () => new Pcg64(0)))));

    [Fact]
    public void Fixed_gives_alpha_or_the_weights()
    {
        Assert.Equal([0.75, 0.25], Two.Weights(new Fixed { Alpha = 0.25 }));
        Assert.Equal([1, 0, 2], Three.Weights(new Fixed { Weights = new(1, 0, 2) }));
        Assert.NotNull(new Fixed().Misfit(3));
        Assert.NotNull(new Fixed { Weights = new(1, 2) }.Misfit(3));
        Assert.Null(new Fixed { Weights = new(1, 2, 3) }.Misfit(3));
    }

    [Theory]
    [InlineData(2, 10, 0.25)]
    [InlineData(1, 10, 0.5)]
    [InlineData(0.5, 5, 0.5)]
    [InlineData(2, 0, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, 7, 1)]
    public void Power_leads_from_the_first_to_the_second(double exponent, int step, double alpha) =>
        Assert.Equal([1 - alpha, alpha], (Two with { Step = step }).Weights(new Power(exponent)), (a, b) => Math.Abs(a - b) < 1e-15);

    [Fact]
    public void Random_weights_of_two_components_are_alpha_and_the_rest()
    {
        var stream = new Pcg64(3);
        Weigher<Real> weigher = Two.Begin(new RandomWeights(Seed: 3));
        for (int step = 0; step < 10; step++)
        {
            double alpha = stream.NextDouble();
            Assert.Equal([1 - alpha, alpha], Two.Weights(weigher));
        }
    }

    [Fact]
    public void Random_weights_of_three_components_are_uniform_on_the_simplex()
    {
        Weigher<Real> weigher = Three.Begin(new RandomWeights());
        double[][] draws = [.. Enumerable.Range(0, 20_000).Select(_ => Three.Weights(weigher))];
        Assert.All(draws, w => Assert.Equal(1, w.Sum(), 1e-15));

        // Uniform on the simplex: mean 1/3, variance 1/18, and the share beyond any corner cut at s is (1 − s)².
        for (int k = 0; k < 3; k++)
        {
            Assert.Equal(1 / 3.0, draws.Average(w => w[k]), 0.006);
            Assert.Equal(1 / 18.0, draws.Average(w => (w[k] - (1 / 3.0)) * (w[k] - (1 / 3.0))), 0.002);
            Assert.Equal(0.25, draws.Count(w => w[k] > 0.5) / 20_000.0, 0.012);
        }
    }

    [Fact]
    public void Power_and_alpha_need_two_components()
    {
        Assert.Contains("3", new Power().Misfit(3), StringComparison.Ordinal);
        Assert.Null(new Power().Misfit(2));
    }

    private static double[] Weights(Weigher<Real> weigher)
    {
        Span<Real> weights = new Real[2];
        weigher.Weigh(
            new() { Step = 0, Start = default(Point), W = default(Point), LearningRate = 1, Losses = new Real[2], Gradients = new Vec2<Real>[2] }, weights);
        return [weights[0], weights[1]];
    }
}
