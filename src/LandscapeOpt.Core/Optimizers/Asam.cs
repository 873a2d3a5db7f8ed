using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Adaptive sharpness-aware minimisation: SAM with a radius in units of each coordinate's own size.</summary>
/// <param name="Rho">ρ, the radius, at least 0.</param>
/// <param name="Floor">Added to |w|, so that coordinates at 0 are perturbed too; at least 0.</param>
public sealed record Asam(double Rho = 0.5, double Floor = 0.01) : Wrapper
{
    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) =>
        Base.Start(settings.Inner<Asam>(o => o.Base), new Around<T, TResult>(settings, starter));

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
        private readonly T rho = settings.Get<Asam>(o => o.Rho), floor = settings.Get<Asam>(o => o.Floor);
        private TInner inner = inner;

        public readonly Vec2<T> Motion => inner.Motion;

        public readonly string? StopReason => inner.StopReason;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T> => inner.Step(w, eta, new Shifted<T, TOracle, Ascent<T>>(oracle, new(rho, floor)));
    }

    private readonly struct Ascent<T>(T rho, T floor) : IShift<T>
        where T : struct, IReal<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> From(Vec2<T> w, Vec2<T> g)
        {
            Vec2<T> scale = Vec2<T>.Abs(w) + floor;
            return rho / (Vec2<T>.Norm(scale * g) + 1e-16) * (Vec2<T>.Square(scale) * g);
        }
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Asam = Add(
        "asam",
        new Asam(),
        new(
            "Adaptive sharpness-aware minimisation",
            "T = |w| + floor;  e = ρ T² g(w)/(|T g(w)| + 10⁻¹⁶);  a step of the base rule with g(w + e)",
            "Kwon et al. 2021, arXiv:2102.11600")
        {
            Notes =
            [
                "As SamsungLabs/ASAM treats weights (floor 0.01); it takes T = 1 for biases.",
                "floor = 0 is the adaptive flag of davda54/sam, which takes ρ = 2; a coordinate at exactly 0 is not perturbed then.",
            ],
            Cost = "the base rule's, and 1 gradient more for each gradient or Hessian that it asks for",
        },
        Parameters.Number<Asam>("rho", o => o.Rho, (o, v) => o with { Rho = v }, NumberRange.NonNegative, "ρ, the radius in units of each coordinate's size"),
        Parameters.Number<Asam>("floor", o => o.Floor, (o, v) => o with { Floor = v }, NumberRange.NonNegative, "added to |w|, for coordinates near 0"),
        BaseOf<Asam>());
}
