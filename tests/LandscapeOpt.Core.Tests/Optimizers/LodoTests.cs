using LandscapeOpt.Landscapes;
using LandscapeOpt.Numbers;
using LandscapeOpt.Optimizers;

namespace LandscapeOpt.Tests.Optimizers;

public sealed class LodoTests
{
    [Theory]
    [InlineData(16, 4)]
    [InlineData(3, 3)]
    [InlineData(2, 1)]
    public void The_first_step_rests_and_the_second_is_the_momentum_times_the_learning_rate(int layers, int block)
    {
        Point[] path = new Lodo(0.05, Layers: layers, Block: block).Path(default(Golden), new(1, 1), 2);
        Assert.Equal(path[0], path[1]);

        // m = 0.1 g, and one step of the meta-optimizer with m = 0 changes nothing.
        Point g = ((ILandscape)default(Golden)).Gradient(path[0]).Gradient;
        Assert.Equal(0, (path[1] - (0.005 * g) - path[2]).Norm, 1e-14);
    }

    /// <summary>The closed form of the meta-gradient against differences of the loss ⟨g, s⟩ = −η ⟨g, Eᵀ Qᵀ Q E m⟩.</summary>
    [Theory]
    [InlineData(4, 4)]
    [InlineData(3, 2)]
    public void The_meta_gradient_is_the_derivative_by_every_weight(int layers, int block)
    {
        const double Eta = 0.3, Small = 1e-5;
        var network = new LodoNetwork<Real>(layers, block, seed: 7);
        Vec2<Real> m = new(0.8, -0.3), g = new(-0.5, 1.1);

        // A learning rate of 0 computes the passes and leaves the weights.
        network.Precondition(m, copy: 0);
        network.Learn(g, Eta, rate: 0, (0.9, 0.999, 1e-7), copy: 0);
        double[] derivatives = [.. Enumerable.Range(0, network.Weights(0).Length).Select(place => (double)network.Derivative(place, Eta))];
        for (int place = 0; place < derivatives.Length; place++)
        {
            double weight = network.Weights(0)[place];
            double difference = (Loss(weight + Small) - Loss(weight - Small)) / (2 * Small);
            network.Weights(0)[place] = weight;
            Assert.Equal(difference, derivatives[place], 1e-9);

            double Loss(double changed)
            {
                network.Weights(0)[place] = changed;
                return -Eta * (double)Vec2<Real>.Dot(g, network.Precondition(m, copy: 0));
            }
        }

        Assert.Contains(derivatives, d => Math.Abs(d) > 0.01);
    }

    [Fact]
    public void The_network_starts_orthogonal_and_the_seed_decides_it()
    {
        static double[] WeightsOf(long seed) => [.. new LodoNetwork<Real>(16, 4, seed).Weights(0).ToArray().Select(w => (double)w)];
        Assert.Equal(WeightsOf(1), WeightsOf(1));
        Assert.NotEqual(WeightsOf(1), WeightsOf(2));
        foreach (double[] block in WeightsOf(1).Chunk(16))
        {
            for (int row = 0; row < 4; row++)
            {
                for (int other = 0; other < 4; other++)
                {
                    double product = Enumerable.Range(0, 4).Sum(k => block[(4 * row) + k] * block[(4 * other) + k]);
                    Assert.Equal(row == other ? 1 : 0, product, 1e-14);
                }
            }
        }
    }

    [Theory]
    [InlineData(LodoForm.Diagonal)]
    [InlineData(LodoForm.Scalar)]
    public void Factors_follow_their_derivative(LodoForm form)
    {
        const double Eta = 0.05, Alpha = 0.1, Beta = 0.9;
        ILandscape landscape = default(Golden);
        Point[] path = new Lodo(Eta, Alpha, Beta, form).Path(landscape, new(1, 1), 3);

        Point g0 = landscape.Gradient(path[0]).Gradient, m = (1 - Beta) * g0;
        Point w2 = path[1] - (Eta * m), g2 = landscape.Gradient(w2).Gradient;
        Assert.Equal(0, (w2 - path[2]).Norm, 1e-15);

        // Adam's second step, after one with the derivative 0.
        Point d = -Eta * (form == LodoForm.Scalar ? Point.Dot(m, g2) * new Point(1, 1) : new(m.X * g2.X, m.Y * g2.Y));
        m = (Beta * m) + ((1 - Beta) * g2);
        Point update = new(Factor(d.X) * m.X, Factor(d.Y) * m.Y);
        Assert.Equal(0, (path[2] - (Eta * update) - path[3]).Norm, 1e-15);

        static double Factor(double d) =>
            1 - (Alpha * Math.Sqrt(1 - (0.999 * 0.999)) / (1 - 0.81) * 0.1 * d / (Math.Sqrt(0.001 * d * d) + 1e-7));
    }

    [Theory]
    [InlineData(LodoForm.Network, 0.003)]
    [InlineData(LodoForm.Diagonal, 0.03)]
    [InlineData(LodoForm.Scalar, 0.03)]
    public void It_learns_to_descend_faster_than_the_momentum_it_starts_as(LodoForm form, double metaLearningRate)
    {
        ILandscape landscape = default(Bowl);
        double Final(Optimizer optimizer) => landscape.Loss(optimizer.Path(landscape, new(1, 1), 150)[^1]);

        // m ← 0.9 m + 0.1 g with η = 0.02 is heavy-ball momentum with η = 0.002.
        Assert.True(Final(new Lodo(0.02, metaLearningRate, Form: form)) < 0.5 * Final(new HeavyBall(0.002, 0.9)));
    }
}
