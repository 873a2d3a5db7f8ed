using LandscapeOpt.Numbers;
using LandscapeOpt.Transforms;

namespace LandscapeOpt.Tests.Transforms;

/// <summary>Clipping and noise.</summary>
public sealed class TransformTests
{
    [Fact]
    public void Clip_norm_shortens_long_gradients_alone()
    {
        Assert.Equal(new Point(0.3, -0.4), Apply(new ClipNorm(), new(0.3, -0.4)));
        Point clipped = Apply(new ClipNorm(2), new(-30, 40));
        Assert.Equal(-1.2, clipped.X, 1e-6);
        Assert.Equal(1.6, clipped.Y, 1e-6);

        // torch divides by |g| + 10⁻⁶, so what it clips is a little shorter than the maximum.
        Assert.Equal(2 * 50 / (50 + 1e-6), clipped.Norm, 1e-15);
        Assert.Equal(default, Apply(new ClipNorm(), default));
    }

    [Fact]
    public void Clip_value_cuts_each_coordinate()
    {
        Assert.Equal(new Point(-2, 1.5), Apply(new ClipValue(2), new(-7, 1.5)));
        Assert.Equal(new Point(2, -2), Apply(new ClipValue(2), new(double.PositiveInfinity, double.NegativeInfinity)));
        Assert.True(double.IsNaN(Apply(new ClipValue(2), new(double.NaN, 1)).X));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void Noise_has_the_annealed_variance_and_no_bias(int step)
    {
        const int Count = 40_000;
        TransformState<Real> state = new Noise(Eta: 0.3, Gamma: 0.5).Start<Real>(() => new Pcg64(11));
        Point[] draws = [.. Enumerable.Range(0, Count).Select(_ => (Point)state.Apply(new(1, -2), 0, step) - new Point(1, -2))];
        double variance = 0.3 / Math.Sqrt(1 + step), standardError = Math.Sqrt(variance / Count);

        Assert.Equal(0, draws.Average(d => d.X), 4 * standardError);
        Assert.Equal(0, draws.Average(d => d.Y), 4 * standardError);
        Assert.Equal(variance, draws.Average(d => d.X * d.X), 0.03 * variance);
        Assert.Equal(variance, draws.Average(d => d.Y * d.Y), 0.03 * variance);
        Assert.Equal(0, draws.Average(d => d.X * d.Y), 4 * variance / Math.Sqrt(Count));

        // Normal, not merely of that variance: the fourth moment is three times the squared second, and 4.55% lie beyond two deviations.
        Assert.Equal(3, draws.Average(d => d.X * d.X * d.X * d.X) / (variance * variance), 0.25);
        Assert.Equal(0.0455, draws.Count(d => Math.Abs(d.Y) > 2 * Math.Sqrt(variance)) / (double)Count, 0.004);
    }

    [Fact]
    public void Noise_without_variance_changes_nothing() => Assert.Equal(new Point(1, -2), Apply(new Noise(Eta: 0), new(1, -2)));

    [Fact]
    public void Lanes_are_transformed_as_single_runs_are()
    {
        double[] x = [0.3, -30, 2, 0], y = [-0.4, 40, -7, 0];
        foreach (GradientTransform transform in new GradientTransform[] { new ClipNorm(2), new ClipValue(1.5), new Noise() })
        {
            Vec2<Lane256> together = transform.Start<Lane256>(() => new Pcg64(1)).Apply(new(Lane256.Load(x), Lane256.Load(y)), 0, 3);
            for (int lane = 0; lane < x.Length; lane++)
            {
                Point alone = transform.Start<Real>(() => new Pcg64(1)).Apply(new(x[lane], y[lane]), 0, 3);
                Assert.Equal(alone, new Point(together.X[lane], together.Y[lane]));
            }
        }
    }

    private static Point Apply(GradientTransform transform, Point gradient) => transform.Start<Real>(() => new Pcg64(1)).Apply(gradient, 0, 0);
}
