using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>How the projected gradients are put together.</summary>
public enum ProjectionScale
{
    /// <summary>Their sum, as in the original code.</summary>
    Sum,

    /// <summary>Their mean, as long as an average of gradients.</summary>
    Mean,
}

/// <summary>
/// PCGrad: each gradient gives up what opposes another, by projection onto the plane normal to it. What is left of each is a combination of the
/// original gradients, and the weights are the sums of its coefficients.
/// </summary>
/// <param name="Scale">How the projected gradients are put together.</param>
public sealed record ConflictProjection(ProjectionScale Scale = ProjectionScale.Sum) : MixingRule
{
    /// <inheritdoc/>
    public override bool Varies(int components) => components > 2;

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) =>
        new State<T>(Scale == ProjectionScale.Mean ? 1.0 / setup.Count : 1, setup.Count, setup.Count > 2 ? setup.Random() : null);

    private sealed class State<T>(T scale, int components, Pcg64? random) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly T[] coefficients = new T[components];
        private readonly int[] order = [.. Enumerable.Range(0, components)];

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            weights.Fill(0);
            for (int i = 0; i < weights.Length; i++)
            {
                Shuffle();
                Project(at.Gradients, i);
                for (int k = 0; k < weights.Length; k++)
                {
                    weights[k] += scale * coefficients[k];
                }
            }
        }

        private void Project(ReadOnlySpan<Vec2<T>> gradients, int i)
        {
            Array.Fill(coefficients, 0);
            coefficients[i] = 1;
            Vec2<T> q = gradients[i];
            foreach (int j in order)
            {
                if (j == i)
                {
                    continue;
                }

                T along = Vec2<T>.Dot(q, gradients[j]), square = Vec2<T>.Dot(gradients[j], gradients[j]);
                T conflict = T.IfPositive(-along, T.IfPositive(square, along / square, 0), 0);
                q -= conflict * gradients[j];
                coefficients[j] -= conflict;
            }
        }

        // The order of the others is random; with two components there is only one.
        private void Shuffle()
        {
            for (int n = order.Length; random is not null && n > 1; n--)
            {
                int pick = (int)(random.NextDouble() * n);
                (order[n - 1], order[pick]) = (order[pick], order[n - 1]);
            }
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> ConflictProjection = Add(
        "pcgrad",
        new ConflictProjection(),
        new(
            "PCGrad",
            "for each i: q_i = g_i;  for j ≠ i in random order: if ⟨q_i, g_j⟩ < 0: q_i ← q_i − ⟨q_i, g_j⟩/|g_j|² g_j\ng = Σ q_i  (mean: Σ q_i/K)",
            "Yu et al. 2020, arXiv:2001.06782")
        {
            Notes =
            [
                "The sum is the original code's; PyTorch versions of others and CAGrad's toy take the mean, half of it for two components.",
                "The order of projections is random as in the paper; the original code throws its shuffle away and keeps a fixed order.",
                "A zero gradient is skipped.",
            ],
        },
        Parameters.Choice<ConflictProjection, ProjectionScale>(
            "scale", m => m.Scale, (m, v) => m with { Scale = v }, "sum or mean of the projected gradients"));
}
