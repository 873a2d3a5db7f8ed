using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>Independent random weights in every step: uniform on the simplex of K components.</summary>
/// <param name="Seed">The seed of its own stream; the run's stream where none is given.</param>
public sealed record RandomWeights(long? Seed = null) : MixingRule
{
    /// <inheritdoc/>
    public override bool Varies(int components) => true;

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) =>
        new State<T>(Seed is { } seed ? new Pcg64((ulong)seed) : setup.Random(), setup.Count);

    private sealed class State<T>(Pcg64 random, int components) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly double[] draws = new double[components];

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            if (weights.Length == 2)
            {
                double alpha = random.NextDouble();
                weights[0] = 1 - alpha;
                weights[1] = alpha;
                return;
            }

            // Exponential variates divided by their sum are uniform on the simplex.
            double sum = 0;
            for (int k = 0; k < draws.Length; k++)
            {
                draws[k] = -Elementary.Log(1 - random.NextDouble());
                sum += draws[k];
            }

            for (int k = 0; k < draws.Length; k++)
            {
                weights[k] = draws.Length == 1 ? 1 : draws[k] / sum;
            }
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Random = Add(
        "random",
        new RandomWeights(),
        new("Random weights", "alpha_t ~ U(0, 1);  a = (1 − alpha_t, alpha_t);  K > 2: uniform on the simplex",
            "Trajectory blog: jyopari/dataset_optimization, train.py")
        {
            Notes = ["The stream is NumPy's default_rng(seed), so seed 0 draws what the blog's run drew."],
        },
        Parameters.OptionalInteger<RandomWeights>(
            "seed", m => m.Seed, (m, v) => m with { Seed = v }, NumberRange.NonNegative, "seed of its own stream (default: the run's stream)"));
}
