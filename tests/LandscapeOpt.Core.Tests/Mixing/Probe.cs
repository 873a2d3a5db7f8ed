using LandscapeOpt.Mixing;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Tests.Mixing;

/// <summary>Asks a mixing rule for weights outside any run.</summary>
internal sealed record Probe(params Point[] Gradients)
{
    internal double[]? Losses { get; init; }

    internal Point Start { get; init; } = new(-1, 1);

    internal Point W { get; init; } = new(0.5, 0.25);

    internal Point? Target { get; init; } = new Point(2, 1.5);

    internal double LearningRate { get; init; } = 0.1;

    internal int Step { get; init; }

    internal int Steps { get; init; } = 20;

    internal int Count => Gradients.Length;

    internal Weigher<Real> Begin(MixingRule rule) =>
        rule.Start<Real>(new([.. Enumerable.Repeat(1.0 / Count, Count)], Steps, Target, () => new Pcg64(7)));

    internal double[] Weights(MixingRule rule) => Weights(Begin(rule));

    internal double[] Weights(Weigher<Real> weigher)
    {
        Span<Real> weights = new Real[Count];
        weigher.Weigh(
            new()
            {
                Step = Step,
                Start = Start,
                W = W,
                LearningRate = LearningRate,
                Losses = Losses is null ? [.. Enumerable.Range(1, Count).Select(k => (Real)(k / 4.0))] : [.. Losses.Select(l => (Real)l)],
                Gradients = [.. Gradients.Select(g => (Vec2<Real>)g)],
            },
            weights);
        double[] result = new double[Count];
        for (int k = 0; k < Count; k++)
        {
            result[k] = weights[k];
        }

        return result;
    }

    /// <summary>Σ a_k g_k.</summary>
    internal Point Mix(double[] weights) => Gradients.Zip(weights, (g, a) => a * g).Aggregate(default(Point), (sum, g) => sum + g);
}
