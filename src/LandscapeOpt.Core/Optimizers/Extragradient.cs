using System.Runtime.CompilerServices;
using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Optimizers;

/// <summary>Extragradient: the inner rule sees the gradient at the point that a gradient step would lead to.</summary>
/// <param name="Extrapolation">c, at least 0: the step ahead is c η long, in gradients.</param>
public sealed record Extragradient(double Extrapolation = 1) : Wrapper
{
    /// <inheritdoc/>
    public override TResult Start<T, TResult>(Settings<T> settings, IStarter<T, TResult> starter) =>
        Base.Start(settings.Inner<Extragradient>(o => o.Base), new Around<T, TResult>(settings, starter));

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
        private readonly T extrapolation = settings.Get<Extragradient>(o => o.Extrapolation);
        private TInner inner = inner;

        public readonly Vec2<T> Motion => inner.Motion;

        public readonly string? StopReason => inner.StopReason;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vec2<T> Step<TOracle>(Vec2<T> w, T eta, TOracle oracle)
            where TOracle : struct, IOracle<T> => inner.Step(w, eta, new Shifted<T, TOracle, Ahead<T>>(oracle, new(extrapolation * eta)));
    }

    private readonly struct Ahead<T>(T rate) : IShift<T>
        where T : struct, IReal<T>
    {
        public Vec2<T> From(Vec2<T> w, Vec2<T> g) => -(rate * g);
    }
}

public static partial class OptimizerCatalogue
{
    private static readonly Member<Optimizer> Extragradient = Add(
        "extragradient",
        new Extragradient(),
        new(
            "Extragradient",
            "w′ = w − c η g(w);  a step of the base rule with g(w′)",
            "Korpelevich 1976, Ekonomika i Matematicheskie Metody 12:747; Lin et al. 2020, arXiv:2006.05720")
        {
            Notes =
            [
                "With gd inside it is the classic method: w ← w − η g(w − c η g(w)).",
                "The optimistic form, which reuses the last gradient instead of asking twice, is another rule and is not built.",
            ],
            Cost = "the base rule's, and 1 gradient more for each gradient or Hessian that it asks for",
        },
        Parameters.Number<Extragradient>(
            "extrapolation", o => o.Extrapolation, (o, v) => o with { Extrapolation = v }, NumberRange.NonNegative, "c, how far ahead it looks, in units of η"),
        BaseOf<Extragradient>());
}
