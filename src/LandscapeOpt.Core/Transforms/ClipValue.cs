using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Transforms;

/// <summary>Cuts each coordinate of the gradient to a largest size.</summary>
/// <param name="Maximum">c, greater than 0.</param>
public sealed record ClipValue(double Maximum = 1) : GradientTransform
{
    /// <inheritdoc/>
    public override TransformState<T> Start<T>(Func<Pcg64> random) => new State<T>(Maximum);

    private sealed class State<T>(double maximum) : TransformState<T>
        where T : struct, IReal<T>
    {
        public override Vec2<T> Apply(Vec2<T> gradient, T loss, int step) => new(Clamp(gradient.X), Clamp(gradient.Y));

        private T Clamp(T value) => T.Max(-maximum, T.Min(maximum, value));
    }
}

public static partial class TransformCatalogue
{
    private static readonly Member<GradientTransform> ClipValue = Add(
        "clip-value",
        new ClipValue(),
        new("Clip by value", "gᵢ ← max(−c, min(c, gᵢ))", "Graves 2013, arXiv:1308.0850")
        {
            Notes =
            [
                "As torch.nn.utils.clip_grad_value_; unlike clipping by norm it turns the gradient towards a diagonal.",
                "Often called implicit gradient regularisation; that name belongs to arXiv:2009.11162.",
            ],
        },
        Parameters.Number<ClipValue>("maximum", t => t.Maximum, (t, v) => t with { Maximum = v }, NumberRange.Positive, "c, the largest size of a coordinate"));
}
