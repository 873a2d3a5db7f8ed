using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>
/// Follows the point that moves evenly along the straight line from start to target: the weights in [0, 1] whose gradient step lands nearest
/// to where that point will be next.
/// </summary>
/// <remarks>
/// The steps η Σ a_k g_k that weights in [0, 1] can make fill a polygon, each of whose edges belongs to one gradient: along it that weight goes
/// from 0 to 1 while every other is 0 or 1. The nearest point to the wanted step r is r itself or lies on an edge, so the rule is exact for any K.
/// It assumes plain gradient descent; with another optimizer it still gives the weights that would be best for that.
/// </remarks>
public sealed record GuidedTrack : MixingRule
{
    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override bool Varies(int components) => true;

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(setup);

    private sealed class State<T>(MixingSetup setup) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly Vec2<T> target = new(setup.RequiredTarget.X, setup.RequiredTarget.Y);
        private readonly Vec2<T>[] moves = new Vec2<T>[setup.Count];
        private readonly T[] corner = new T[setup.Count];

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            double progress = (at.Step + 1.0) / setup.Steps;
            Vec2<T> wanted = at.W - (at.Start + (progress * (target - at.Start)));
            for (int k = 0; k < moves.Length; k++)
            {
                moves[k] = at.LearningRate * at.Gradients[k];
            }

            weights.Fill(0);
            T best = Vec2<T>.Dot(wanted, wanted);
            for (int k = 0; k < moves.Length; k++)
            {
                Edge(wanted, k, 1, weights, ref best);
                Edge(wanted, k, -1, weights, ref best);
            }
        }

        // The edge of gradient k on one side of the polygon: its nearest point to r and, for an r inside, what of it the way from 0 to r crosses.
        private void Edge(Vec2<T> wanted, int k, double side, Span<T> weights, ref T best)
        {
            Vec2<T> along = moves[k], outward = new(side * along.Y, -side * along.X), from = default;
            for (int j = 0; j < moves.Length; j++)
            {
                // Parallel gradients lie on the same side of the polygon one after the other, as if each were turned a little more than the last.
                T height = Vec2<T>.Dot(outward, moves[j]), turned = side * (k - j) * Vec2<T>.Dot(along, moves[j]);
                corner[j] = T.IfPositive(height, 1, T.IfPositive(-height, 0, T.IfPositive(turned, 1, 0)));
                from += corner[j] * moves[j];
            }

            T square = Vec2<T>.Dot(along, along);
            corner[k] = T.IfPositive(square, Choice.Share(Vec2<T>.Dot(wanted - from, along) / square), 0);
            Prefer(wanted, corner, weights, ref best);

            // The way crosses the edge's line at r/part; that part of the weights there makes r itself.
            T reach = Vec2<T>.Dot(outward, from);
            T part = T.IfPositive(reach, T.Min(1, Vec2<T>.Dot(outward, wanted) / reach), 0);
            corner[k] = T.IfPositive(part, Choice.Share(Vec2<T>.Dot((wanted / part) - from, along) / square), 0);
            for (int j = 0; j < moves.Length; j++)
            {
                corner[j] *= T.Max(0, part);
            }

            Prefer(wanted, corner, weights, ref best);
        }

        // Takes the candidate where it misses r by less, or by as much with the lexicographically smaller weights.
        private void Prefer(Vec2<T> wanted, ReadOnlySpan<T> candidate, Span<T> weights, ref T best)
        {
            Vec2<T> miss = wanted;
            for (int k = 0; k < weights.Length; k++)
            {
                miss -= candidate[k] * moves[k];
            }

            T square = Vec2<T>.Dot(miss, miss), gain = best - square, smaller = 0;
            for (int k = 0; k < weights.Length; k++)
            {
                T less = weights[k] - candidate[k];
                smaller = T.IfPositive(T.Abs(smaller), smaller, less);
            }

            T take = T.IfPositive(gain, 1, T.IfPositive(-gain, 0, smaller));
            best = T.IfPositive(take, square, best);
            for (int k = 0; k < weights.Length; k++)
            {
                weights[k] = T.IfPositive(take, candidate[k], weights[k]);
            }
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> GuidedTrack = Add(
        "guided-track",
        new GuidedTrack(),
        new(
            "Guided along the line",
            "p_{t+1} = w₀ + (t+1)/T (w* − w₀);  r = w − p_{t+1}\na = argmin |r − η Σ a_k g_k|²,  a_k ∈ [0, 1];  ties: lexicographically smallest",
            "This project, after the trajectory blog's shortest path")
        {
            Notes =
            [
                "Exact for any number of components, without a grid or an iteration.",
                "η is the learning rate of the step, so the rule fits gradient descent; behind another optimizer it is a heuristic.",
            ],
        });
}
