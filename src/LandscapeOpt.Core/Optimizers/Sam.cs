using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Sharpness-aware minimisation: the inner rule sees the gradient at the point of nearly highest loss within a radius.</summary>
/// <param name="Rho">ρ, the radius, at least 0.</param>
public sealed record Sam(double Rho = 0.05) : Wrapper
{
    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) =>
        Base.Start(settings.Inner<Sam>(o => o.Base), new Around<T, TResult>(settings, starter));

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
        private readonly T rho = settings.Get<Sam>(o => o.Rho);
        private TInner inner = inner;

        public readonly Vec2<T> Motion => inner.Motion;

        public readonly string? StopReason => inner.StopReason;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T> => inner.Step(w, eta, new Shifted<T, TOracle, Ascent<T>>(oracle, new(rho)));

        // The gradient at w + ρ g/|g| grows by H (I + ρ/|g| H) along w, and that is the curvature which the inner rule feels.
        public readonly T Stability(Symmetric<T> hessian, Vec2<T> gradient, T eta)
        {
            T share = rho / (Vec2<T>.Norm(gradient) + 1e-12), off = hessian.XY * (hessian.XX + hessian.YY);
            var square = new Symmetric<T>(
                T.Square(hessian.XX) + T.Square(hessian.XY), off, T.Square(hessian.XY) + T.Square(hessian.YY));
            return inner.Stability(hessian + (share * square), gradient, eta);
        }
    }

    private readonly struct Ascent<T>(T rho) : IShift<T>
        where T : struct, IReal<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> From(Vec2<T> w, Vec2<T> g) => rho / (Vec2<T>.Norm(g) + 1e-12) * g;
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Sam = Add(
        "sam",
        new Sam(),
        new(
            "Sharpness-aware minimisation",
            "e = ρ g(w)/(|g(w)| + 10⁻¹²);  a step of the base rule with g(w + e)",
            "Foret et al. 2020, arXiv:2010.01412")
        {
            Notes =
            [
                "As davda54/sam without its adaptive flag; the base rule is plain gradient descent unless another is given.",
                "On a quadratic it is stable where λ_max (1 + ρ λ_max/|g|) is below the base rule's edge, so ever less near a minimum (arXiv:2309.12488).",
                "A base rule that asks away from w (nesterov) is answered from the perturbed neighbour of the point it asks at.",
            ],
            Cost = "the base rule's, and 1 gradient more for each gradient or Hessian that it asks for",
        },
        Parameters.Number<Sam>("rho", o => o.Rho, (o, v) => o with { Rho = v }, NumberRange.NonNegative, "ρ, the radius"),
        BaseOf<Sam>());
}
