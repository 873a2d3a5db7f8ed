using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>
/// CAGrad: within a ball around the mean gradient, the direction whose smallest inner product with a component's gradient is largest.
/// </summary>
/// <remarks>
/// The dual objective ⟨g_u, g₀⟩ + c|g₀||g_u| has no stationary point inside the hull of the gradients while c &lt; 1, so its minimum lies
/// between two of them; there it is a function of one variable whose minimiser is closed. That makes the rule exact for any K.
/// </remarks>
/// <param name="C">c, the ball's radius over the length of the mean gradient, in [0, 1); 0 is the mean gradient.</param>
/// <param name="Rescale">Whether the result is divided by 1 + c.</param>
public sealed record ConflictAverse(double C = 0.4, bool Rescale = true) : MixingRule
{
    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(C, Rescale ? 1 / (1 + C) : 1, setup.Count);

    private sealed class State<T>(double c, double scale, int components) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly double equal = 1.0 / components;

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            Vec2<T> mean = default;
            foreach (Vec2<T> g in at.Gradients)
            {
                mean += equal * g;
            }

            T radius = c * Vec2<T>.Norm(mean);
            T length = Worst(at.Gradients, mean, radius, weights);
            T stretch = T.IfPositive(length, radius / length, 0);
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = scale * (equal + (stretch * weights[k]));
            }
        }

        // Writes the u of the dual problem; returns |g_u|.
        private static T Worst(ReadOnlySpan<Vec2<T>> g, Vec2<T> mean, T radius, Span<T> u)
        {
            u.Fill(0);
            u[0] = 1;
            T best = double.PositiveInfinity, length = Vec2<T>.Norm(g[0]);
            for (int j = 1; j < g.Length; j++)
            {
                for (int i = 0; i < j; i++)
                {
                    T share = Between(g[i], g[j], mean, radius);
                    Vec2<T> point = ((1 - share) * g[i]) + (share * g[j]);
                    T norm = Vec2<T>.Norm(point), value = Vec2<T>.Dot(point, mean) + (radius * norm), better = best - value;
                    best = T.IfPositive(better, value, best);
                    length = T.IfPositive(better, norm, length);
                    for (int k = 0; k < g.Length; k++)
                    {
                        u[k] = T.IfPositive(better, k == i ? 1 - share : k == j ? share : 0, u[k]);
                    }
                }
            }

            return length;
        }

        // The share of b where ⟨p, mean⟩ + radius |p| is least for p between a and b. Along the line, with x the distance from the foot of
        // the perpendicular of length h, the slope is m + radius x/√(h² + x²): it vanishes at one x, or nowhere if |m| ≥ radius.
        private static T Between(Vec2<T> a, Vec2<T> b, Vec2<T> mean, T radius)
        {
            Vec2<T> along = b - a;
            T length = Vec2<T>.Norm(along), square = Vec2<T>.Dot(along, along);
            T m = Vec2<T>.Dot(along, mean) / length, h = T.Abs(Choice.Cross(a, along)) / length;
            T room = (radius - m) * (radius + m);
            T foot = -(Vec2<T>.Dot(a, along) / square), x = -(m * h / T.Sqrt(room));
            return T.IfPositive(square, T.IfPositive(room, Choice.Share(foot + (x / length)), T.IfPositive(m, 0, 1)), 0);
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> ConflictAverse = Add(
        "cagrad",
        new ConflictAverse(),
        new(
            "CAGrad",
            "g₀ = mean g_k;  u = argmin ⟨g_u, g₀⟩ + c|g₀||g_u| on the simplex,  g_u = Σ u_k g_k\ng = (g₀ + c|g₀|/|g_u| g_u)/(1 + c);  a_k = (1/K + "
                + "c|g₀|/|g_u| u_k)/(1 + c)",
            "Liu et al. 2021, arXiv:2110.14048")
        {
            Notes =
            [
                "The dual problem is solved in closed form, for every K: in the plane its minimum lies between two gradients.",
                "Divided by 1 + c as in the authors' toy (rescale=false leaves that out); where g_u = 0 the result is the mean gradient over 1 + c.",
                "The paper's experiments have c = 0.4, its toy 0.5.",
            ],
        },
        Parameters.Number<ConflictAverse>(
            "c", m => m.C, (m, v) => m with { C = v }, NumberRange.Decay, "c, the ball's radius over the length of the mean gradient"),
        Parameters.Flag<ConflictAverse>("rescale", m => m.Rescale, (m, v) => m with { Rescale = v }, "divide by 1 + c"));
}
