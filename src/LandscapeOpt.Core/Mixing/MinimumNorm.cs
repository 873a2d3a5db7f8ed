using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>
/// MGDA: the shortest convex combination of the gradients. Minus it descends for every component at once; where it is 0 the point is
/// Pareto-stationary.
/// </summary>
/// <remarks>
/// In the plane the problem has a closed form for any K: the point of a convex hull that is nearest to the origin lies between two of the
/// gradients, unless the origin itself lies within a triangle of three.
/// </remarks>
public sealed record MinimumNorm : MixingRule
{
    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>();

    private sealed class State<T> : Weigher<T>
        where T : struct, IReal<T>
    {
        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            weights.Fill(0);
            weights[0] = 1;
            Edges(at.Gradients, weights);
            Triangles(at.Gradients, weights);
        }

        private static void Edges(ReadOnlySpan<Vec2<T>> g, Span<T> weights)
        {
            T best = double.PositiveInfinity;
            for (int j = 1; j < g.Length; j++)
            {
                for (int i = 0; i < j; i++)
                {
                    T share = Share(g[i], g[j]);
                    Vec2<T> point = (share * g[i]) + ((1 - share) * g[j]);
                    T square = Vec2<T>.Dot(point, point), better = best - square;
                    best = T.IfPositive(better, square, best);
                    for (int k = 0; k < g.Length; k++)
                    {
                        weights[k] = T.IfPositive(better, k == i ? share : k == j ? 1 - share : 0, weights[k]);
                    }
                }
            }
        }

        // The share of a in the shortest convex combination of a and b.
        private static T Share(Vec2<T> a, Vec2<T> b)
        {
            T inner = Vec2<T>.Dot(a, b), overA = Vec2<T>.Dot(a, a) - inner, overB = Vec2<T>.Dot(b, b) - inner;
            return T.IfPositive(overA, T.IfPositive(overB, overB / (overA + overB), 0), 1);
        }

        // The first triangle that holds the origin inside; more than three gradients may have several, all of the same zero sum.
        private static void Triangles(ReadOnlySpan<Vec2<T>> g, Span<T> weights)
        {
            T open = 1;
            for (int l = 2; l < g.Length; l++)
            {
                for (int j = 1; j < l; j++)
                {
                    for (int i = 0; i < j; i++)
                    {
                        T a = Choice.Cross(g[j], g[l]), b = Choice.Cross(g[l], g[i]), c = Choice.Cross(g[i], g[j]), area = a + b + c;
                        T inside = T.Min(T.Min(a / area, b / area), c / area);
                        T take = T.IfPositive(inside, open, 0);
                        open -= take;
                        for (int k = 0; k < g.Length; k++)
                        {
                            weights[k] = T.IfPositive(take, k == i ? a / area : k == j ? b / area : k == l ? c / area : 0, weights[k]);
                        }
                    }
                }
            }
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> MinimumNorm = Add(
        "mgda",
        new MinimumNorm(),
        new(
            "MGDA (minimum norm)",
            "a = argmin |Σ a_k g_k|,  a_k ≥ 0, Σ a_k = 1\nK = 2:  a₁ = clamp((|g₂|² − ⟨g₁, g₂⟩)/|g₁ − g₂|², 0, 1)",
            "Désidéri 2012, doi:10.1016/j.crma.2012.03.014; Sener & Koltun 2018, arXiv:1810.04650")
        {
            Notes =
            [
                "Exact for every K: in the plane the nearest point of the hull lies between two gradients, or the origin lies in a triangle of three.",
                "The reference code of Sener & Koltun searches K > 2 by Frank-Wolfe (250 iterations, change below 10⁻⁵) and keeps 0.999 where 1 is optimal.",
                "Near a Pareto-stationary point the step shrinks with |Σ a_k g_k|; which point of the Pareto set is reached depends on the start.",
            ],
        });
}
