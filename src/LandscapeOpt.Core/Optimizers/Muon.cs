using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>How Muon makes its update orthogonal.</summary>
public enum Orthogonalization
{
    /// <summary>Five steps of the quintic Newton-Schulz iteration, which leaves singular values between 0.7 and 1.2.</summary>
    NewtonSchulz,

    /// <summary>The polar factor: singular values of exactly 1.</summary>
    Exact,
}

/// <summary>Muon: momentum whose update is made orthogonal. The point is seen as a 1x2 matrix, which has one singular value: its length.</summary>
/// <param name="LearningRate">η, greater than 0.</param>
/// <param name="Beta">β, the decay of the momentum B, in [0, 1).</param>
/// <param name="Nesterov">Whether the gradient is added to the momentum once more.</param>
/// <param name="Orthogonalization">How the update is made orthogonal.</param>
/// <param name="WeightDecay">λ, at least 0: each step pulls w towards the origin by the share η λ.</param>
public sealed record Muon(
    double LearningRate = 0.02,
    double Beta = 0.95,
    bool Nesterov = true,
    Orthogonalization Orthogonalization = Orthogonalization.NewtonSchulz,
    double WeightDecay = 0) : Optimizer
{
    /// <inheritdoc/>
    public override double LearningRate { get; init; } = LearningRate;

    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) => starter.Started(new State<T>(settings));

    private struct State<T>(Settings<T> settings) : IOptimizerState<T>
        where T : struct, IReal<T>
    {
        private readonly bool exact = settings.Common<Muon>().Orthogonalization == Orthogonalization.Exact;
        private readonly T beta = settings.Get<Muon>(o => o.Beta), lambda = settings.Get<Muon>(o => o.WeightDecay);
        private readonly T nesterov = settings.Get<Muon>(o => o.Nesterov ? 1 : 0);
        private Vec2<T> b, last;

        public readonly Vec2<T> Motion => Vec2<T>.Abs(beta * b) + Vec2<T>.Abs(lambda * last);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T>
        {
            Vec2<T> g = oracle.Gradient(w);
            b = (beta * b) + ((1 - beta) * g);
            Vec2<T> u = Vec2<T>.IfPositive(nesterov, ((1 - beta) * g) + (beta * b), b);
            last = ((1 - (eta * lambda)) * w) - (eta * (exact ? Polar(u) : NewtonSchulz(u)));
            return last;
        }

        private static Vec2<T> Polar(Vec2<T> u)
        {
            T length = Vec2<T>.Norm(u);
            return Vec2<T>.IfPositive(length, u / length, default);
        }

        private static Vec2<T> NewtonSchulz(Vec2<T> u)
        {
            Vec2<T> x = u / (Vec2<T>.Norm(u) + 1e-7);
            for (int i = 0; i < 5; i++)
            {
                T a = Vec2<T>.Dot(x, x);
                x = (3.4445 * x) + (((-4.7750 * a) + (2.0315 * a * a)) * x);
            }

            return x;
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Muon = Add(
        "muon",
        new Muon(),
        new(
            "Muon",
            "B ← β B + (1−β) g;  U = (1−β) g + β B (nesterov), otherwise B;  w ← (1 − η λ) w − η O\n"
            + "newton-schulz:  X = U/(|U| + 10⁻⁷);  5 times: A = X Xᵀ, X ← 3.4445 X + (−4.7750 A + 2.0315 A²) X;  O = X\nexact:          O = U/|U|",
            "Jordan et al. 2024, github.com/KellerJordan/Muon; Liu et al. 2025, arXiv:2502.16982")
        {
            Notes =
            [
                "On a 2-vector this is momentum of a fixed step length: 0.6964 η with newton-schulz (it does not converge to 1), η with exact.",
                "Learning rate and decay are those of Jordan's code; torch.optim.Muon takes η = 0.001 and λ = 0.1, and both run in bfloat16.",
                "Stored as a 2x1 matrix, the libraries would step √2 times as far.",
                "optax.contrib.muon sends everything that is not a matrix to Nesterov-AdamW: \"Muon\" curves on 2-D functions made with it, as in "
                    + "the induced-metric paper, are not Muon.",
            ],
        },
        Parameters.Number<Muon>("beta", o => o.Beta, (o, v) => o with { Beta = v }, NumberRange.Decay, "β, decay of the momentum"),
        Parameters.Flag<Muon>("nesterov", o => o.Nesterov, (o, v) => o with { Nesterov = v }, "add the gradient to the momentum once more"),
        Parameters.Choice<Muon, Orthogonalization>(
            "orthogonalization", o => o.Orthogonalization, (o, v) => o with { Orthogonalization = v }, "how the update is made orthogonal"),
        Parameters.Number<Muon>("weightDecay", o => o.WeightDecay, (o, v) => o with { WeightDecay = v }, NumberRange.NonNegative, "λ, the pull to the origin"));
}
