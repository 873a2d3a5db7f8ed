using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Which surface the metric is induced from.</summary>
public enum InducedMetricVariant
{
    /// <summary>The graph of the loss f over the plane.</summary>
    Plain,

    /// <summary>The graph of log f, which needs a positive loss.</summary>
    Log,

    /// <summary>The graph of f over a plane whose axes are scaled by the root mean square of the gradients.</summary>
    Rms,
}

/// <summary>
/// Induced-metric descent: the gradient with respect to the metric that the graph (w, √ξ F(w)) inherits from the space around it. Steep
/// places are far apart there, so steps in them are short.
/// </summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Variant">The surface.</param>
/// <param name="Xi">ξ, at least 0: how much the height counts.</param>
/// <param name="Momentum">μ, the decay of the mean gradient m, in [0, 1).</param>
/// <param name="Beta">β, the decay of the mean slope M, in [0, 1).</param>
/// <param name="RmsDecay">β_r, the decay of the mean squared gradient r (rms), in [0, 1).</param>
/// <param name="WeightDecay">λ, at least 0: each step pulls w towards the origin by the share η λ.</param>
/// <param name="Epsilon">ε, added to the root (rms), greater than 0.</param>
/// <param name="Offset">c, added to the loss (log) to keep it positive.</param>
public sealed record InducedMetric(
    double LearningRate = 0.1,
    InducedMetricVariant Variant = InducedMetricVariant.Plain,
    double Xi = 0.1,
    double Momentum = 0.9,
    double Beta = 0.8,
    double RmsDecay = 0.99,
    double WeightDecay = 0,
    double Epsilon = 1e-8,
    double Offset = 0) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly InducedMetricVariant variant = settings.Common<InducedMetric>().Variant;
        private readonly T xi = settings.Get<InducedMetric>(o => o.Xi), mu = settings.Get<InducedMetric>(o => o.Momentum);
        private readonly T beta = settings.Get<InducedMetric>(o => o.Beta), betaR = settings.Get<InducedMetric>(o => o.RmsDecay);
        private readonly T lambda = settings.Get<InducedMetric>(o => o.WeightDecay), epsilon = settings.Get<InducedMetric>(o => o.Epsilon);
        private readonly T offset = settings.Get<InducedMetric>(o => o.Offset);
        private Vec2<T> m, r, last;
        private T slope = 0, muk = 1, betak = 1, betaRk = 1;

        public readonly Vec2<T> Motion => Vec2<T>.Abs(m) + Vec2<T>.Abs(lambda * last);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            (T f, Vec2<T> g) = oracle.Sample(w);
            (muk, betak, betaRk) = (muk * mu, betak * beta, betaRk * betaR);
            r = (betaR * r) + ((1 - betaR) * Vec2<T>.Square(g));
            Vec2<T> d = variant == InducedMetricVariant.Rms ? Vec2<T>.Sqrt(r / (1 - betaRk)) + epsilon : new(1, 1);
            slope = (beta * slope) + ((1 - beta) * xi * Vec2<T>.Dot(g, g / d));
            T meanSlope = slope / (1 - betak);
            T scale = variant == InducedMetricVariant.Log ? LogScale(f + offset, meanSlope) : 1 / (1 + T.Abs(meanSlope));
            m = (mu * m) + ((1 - mu) * g);
            last = w - (eta * lambda * w) - (eta * scale * (m / (1 - muk) / d));
            return last;
        }

        // Where loss and slope both vanish, the minimum is reached.
        private static T LogScale(T f, T slope)
        {
            T square = T.Square(f) + slope;
            return T.IfPositive(square, f / square, 0);
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> InducedMetric = Add(
        "induced-metric",
        new InducedMetric(),
        new(
            "Induced-metric descent",
            "rms:  r ← β_r r + (1−β_r) g²;  D = √(r/(1−β_rᵏ)) + ε;  otherwise D = 1,  k = t + 1\n"
            + "M ← β M + (1−β) ξ Σ g_i²/D_i;  M̂ = M/(1−βᵏ);  m ← μ m + (1−μ) g;  m̂ = m/(1−μᵏ)\n"
            + "s = 1/(1 + |M̂|);  log: s = f/(f² + M̂)\nw ← w − η λ w − η s m̂/D",
            "Harvey 2025, arXiv:2509.03594")
        {
            Notes =
            [
                "The paper's \"Muon\" on 2-D functions is Nesterov-AdamW in fact: optax.contrib.muon, which it uses, takes that for everything but matrices.",
                "Follows the author's code, where the decay is multiplied by η; the text adds it without.",
                "plain never steps further than η/(2√ξ) (without momentum); ξ = 0 gives momentum (plain) and Adam (rms).",
                "log pulls towards loss 0, not towards the minimum: where f + offset <= 0 it ascends, so choose the offset to keep the loss positive.",
                "Near a minimum of loss 0 log is Newton-like, with the effective rate η/(2ξ λ): without momentum it needs η < 4ξ.",
            ],
        },
        Parameters.Choice<InducedMetric, InducedMetricVariant>(
            "variant", o => o.Variant, (o, v) => o with { Variant = v }, "which surface the metric comes from"),
        Parameters.Number<InducedMetric>("xi", o => o.Xi, (o, v) => o with { Xi = v }, NumberRange.NonNegative, "ξ, how much the height counts"),
        Parameters.Number<InducedMetric>("momentum", o => o.Momentum, (o, v) => o with { Momentum = v }, NumberRange.Decay, "μ, decay of the mean gradient"),
        Parameters.Number<InducedMetric>("beta", o => o.Beta, (o, v) => o with { Beta = v }, NumberRange.Decay, "β, decay of the mean slope"),
        Parameters.Number<InducedMetric>(
            "rmsDecay", o => o.RmsDecay, (o, v) => o with { RmsDecay = v }, NumberRange.Decay, "β_r, decay of the mean squared gradient (rms)"),
        Parameters.Number<InducedMetric>(
            "weightDecay", o => o.WeightDecay, (o, v) => o with { WeightDecay = v }, NumberRange.NonNegative, "λ, the pull to the origin"),
        Parameters.Number<InducedMetric>("epsilon", o => o.Epsilon, (o, v) => o with { Epsilon = v }, NumberRange.Positive, "ε, added to the root (rms)"),
        Parameters.Number<InducedMetric>(
            "offset", o => o.Offset, (o, v) => o with { Offset = v }, NumberRange.Any, "c, added to the loss (log) to keep it positive"));
}
