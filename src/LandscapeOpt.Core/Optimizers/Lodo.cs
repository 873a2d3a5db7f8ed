using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>What LODO learns.</summary>
public enum LodoForm
{
    /// <summary>A network of layers of small blocks.</summary>
    Network,

    /// <summary>One factor for each coordinate.</summary>
    Diagonal,

    /// <summary>One factor: a learning rate.</summary>
    Scalar,
}

/// <summary>
/// LODO: learns its own preconditioner QᵀQ while it runs, by descending on the loss after each step with respect to the weights of Q.
/// </summary>
/// <param name="LearningRate">η (the paper's lr₀), greater than 0: at first the step is η times the momentum.</param>
/// <param name="MetaLearningRate">α, the learning rate of the Adam that changes the weights, greater than 0.</param>
/// <param name="Beta">β, the decay of the momentum m, in [0, 1).</param>
/// <param name="Form">What is learned.</param>
/// <param name="Layers">n, the network's layers, from 1 to 256.</param>
/// <param name="Block">b, the size of the blocks, from 1 to 32.</param>
/// <param name="Seed">The seed of the network's random start, at least 0.</param>
public sealed record Lodo(
    double LearningRate = 1,
    double MetaLearningRate = 1e-3,
    double Beta = 0.9,
    LodoForm Form = LodoForm.Network,
    int Layers = 16,
    int Block = 4,
    long Seed = 0) : Optimizer
{
    // The meta-optimizer is Keras's Adam, whose ε is added to the uncorrected root.
    private const double Beta1 = 0.9, Beta2 = 0.999, Epsilon = 1e-7;

    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => Form == LodoForm.Network
        ? starter.Started(new NetworkState<T>(settings, settings.Common<Lodo>()))
        : starter.Started(new FactorState<T>(settings));

    private struct NetworkState<T>(Settings<T> settings, Lodo common) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T alpha = settings.Get<Lodo>(o => o.MetaLearningRate), beta = settings.Get<Lodo>(o => o.Beta);
        private readonly LodoNetwork<T> q = new(common.Layers, common.Block, common.Seed);
        private T beta1k = 1, beta2k = 1;
        private Vec2<T> m;
        private int copy;

        public readonly Vec2<T> Motion => m;

        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> next = w - (eta * q.Precondition(m, copy));
            Vec2<T> g = oracle.Gradient(next);
            (beta1k, beta2k) = (beta1k * Beta1, beta2k * Beta2);
            copy = q.Learn(g, eta, alpha * T.Sqrt(1 - beta2k) / (1 - beta1k), (Beta1, Beta2, Epsilon), copy);
            m = (beta * m) + ((1 - beta) * g);
            return next;
        }
    }

    private struct FactorState<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly T alpha = settings.Get<Lodo>(o => o.MetaLearningRate), beta = settings.Get<Lodo>(o => o.Beta);
        private readonly bool isScalar = settings.Common<Lodo>().Form == LodoForm.Scalar;
        private Vec2<T> q = new(1, 1), m, first, second;
        private T beta1k = 1, beta2k = 1;

        public readonly Vec2<T> Motion => m;

        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> next = w - (eta * (q * m));
            Vec2<T> g = oracle.Gradient(next);
            T inner = Vec2<T>.Dot(m, g);
            Vec2<T> d = -(eta * (isScalar ? new(inner, inner) : m * g));
            first = ((T)Beta1 * first) + ((T)(1 - Beta1) * d);
            second = ((T)Beta2 * second) + ((T)(1 - Beta2) * Vec2<T>.Square(d));
            (beta1k, beta2k) = (beta1k * Beta1, beta2k * Beta2);
            q -= alpha * T.Sqrt(1 - beta2k) / (1 - beta1k) * (first / (Vec2<T>.Sqrt(second) + Epsilon));
            m = (beta * m) + ((1 - beta) * g);
            return next;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Lodo = Add(
        "lodo",
        new Lodo(),
        new(
            "LODO",
            "s = −η Eᵀ Qᵀ Q E m,  E pads with zeros;  w ← w + s;  g at the new w\nQ ← Q − Adam(α, d f(w)/dQ);  m ← β m + (1−β) g\n"
            + "diagonal: s = −η q m, dq = −η m g;  scalar: s = −η q m, dq = −η ⟨m, g⟩;  q₀ = 1",
            "Liao et al. 2022, arXiv:2210.06171")
        {
            Notes =
            [
                "Q is n layers of a fixed random permutation and b x b blocks, h = 2d + b − (2d mod b) wide; it starts orthogonal, so the first "
                    + "steps are −η m.",
                "The momentum is the one before the step, so the first step does not move.",
                "It diverges at once where λ_max η > 2 unless α is large: take η of about 1/λ_max.",
                "Adam's (0.9, 0.999, 1e-7) are Keras's, which the authors' code runs on; ε is added to the uncorrected root.",
            ],
        },
        Parameters.Number<Lodo>(
            "metaLearningRate", o => o.MetaLearningRate, (o, v) => o with { MetaLearningRate = v }, NumberRange.Positive,
            "α, how fast the preconditioner changes"),
        Parameters.Number<Lodo>("beta", o => o.Beta, (o, v) => o with { Beta = v }, NumberRange.Decay, "β, decay of the momentum"),
        Parameters.Choice<Lodo, LodoForm>("form", o => o.Form, (o, v) => o with { Form = v }, "what is learned"),
        Parameters.Integer<Lodo>("layers", o => o.Layers, (o, v) => o with { Layers = (int)v }, new(1, 256), "n, layers of the network"),
        Parameters.Integer<Lodo>("block", o => o.Block, (o, v) => o with { Block = (int)v }, new(1, 32), "b, size of the blocks"),
        Parameters.Integer<Lodo>("seed", o => o.Seed, (o, v) => o with { Seed = v }, NumberRange.NonNegative, "seed of the network's random start"));
}
