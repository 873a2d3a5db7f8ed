using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Transforms;

/// <summary>Shortens the gradient to a largest norm.</summary>
/// <param name="Maximum">c, greater than 0.</param>
public sealed record ClipNorm(double Maximum = 1) : GradientTransform
{
    /// <inheritdoc/>
    public override TransformState<T> Start<T>(Func<Pcg64> random) => new State<T>(Maximum);

    private sealed class State<T>(double maximum) : TransformState<T>
        where T : struct, IReal<T>
    {
        public override Vec2<T> Apply(Vec2<T> gradient, T loss, int step) =>
            T.Min(1, maximum / (Vec2<T>.Norm(gradient) + 1e-6)) * gradient;
    }
}

public static partial class TransformCatalogue
{
    private static readonly Member<GradientTransform> ClipNorm = Add(
        "clip-norm",
        new ClipNorm(),
        new("Clip by norm", "g ← g min(1, c/(|g| + 10⁻⁶))", "Pascanu et al. 2013, arXiv:1211.5063")
        {
            Notes = ["As torch.nn.utils.clip_grad_norm_, with its 10⁻⁶.",
                "Often called implicit gradient regularisation; that name belongs to arXiv:2009.11162."],
        },
        Parameters.Number<ClipNorm>("maximum", t => t.Maximum, (t, v) => t with { Maximum = v }, NumberRange.Positive, "c, the largest norm"));
}
