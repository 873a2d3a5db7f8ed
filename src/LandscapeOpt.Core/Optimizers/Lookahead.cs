using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Lookahead: after every k steps of the inner rule the point goes back part of the way to where it was before them.</summary>
/// <param name="K">k, the inner steps between two returns, at least 1.</param>
/// <param name="Alpha">α, the share of the way that is kept, in (0, 1].</param>
public sealed record Lookahead(int K = 5, double Alpha = 0.8) : Wrapper
{
    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) =>
        Base.Start(settings.Inner<Lookahead>(o => o.Base), new Around<T, TResult>(settings, starter));

    private sealed class Around<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) : IStarter<T, TResult>
        where T : struct, IReal<T>
    {
        public TResult Started<TInner>(TInner inner)
            where TInner : struct, IOptimizerState<T> => starter.Started(new State<T, TInner>(settings, inner));
    }

    private struct State<T, TInner>(Settings<T> settings, TInner inner) : IOptimizerState<T>
        where T : struct, IReal<T>
        where TInner : struct, IOptimizerState<T>
    {
        private readonly T alpha = settings.Get<Lookahead>(o => o.Alpha);
        private readonly int k = settings.Common<Lookahead>().K;
        private TInner inner = inner;
        private Vec2<T> phi, last;
        private int n;
        private bool hasBegun;

        // The way back that is still to come.
        public readonly Vec2<T> Motion => Vec2<T>.Abs(inner.Motion) + Vec2<T>.Abs((1 - alpha) * (last - phi));

        public readonly string? StopReason => inner.StopReason;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            if (!hasBegun)
            {
                (phi, hasBegun) = (w, true);
            }

            last = inner.Step(w, eta, oracle);
            if (++n == k)
            {
                phi += alpha * (last - phi);
                (last, n) = (phi, 0);
            }

            return last;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Lookahead = Add(
        "lookahead",
        new Lookahead(),
        new(
            "Lookahead",
            "φ = w₀;  steps of the base rule;  after every k of them: φ ← φ + α (w − φ), w ← φ",
            "Zhang et al. 2019, arXiv:1907.08610")
        {
            Notes =
            [
                "As michaelrzhang/lookahead: k = 5, α = 0.8; 0.5 is a common α too.",
                "The repository can also reset the inner momentum at each return, or pull it back like the point; here it goes on.",
                "The recorded point is the fast one, and the slow one after each return.",
            ],
            Cost = "the base rule's",
        },
        Parameters.Integer<Lookahead>("k", o => o.K, (o, v) => o with { K = (int)v }, new(1, 1_000_000), "inner steps between two returns"),
        Parameters.Number<Lookahead>(
            "alpha", o => o.Alpha, (o, v) => o with { Alpha = v }, new(0, 1, IncludesFrom: false), "α, the share of the way that is kept"),
        BaseOf<Lookahead>());
}
