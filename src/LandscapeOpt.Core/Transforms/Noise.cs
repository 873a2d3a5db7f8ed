using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Transforms;

/// <summary>Adds Gaussian noise to the gradient, less and less of it.</summary>
/// <param name="Eta">The variance of each coordinate at step 0, at least 0.</param>
/// <param name="Gamma">How fast the variance falls, at least 0; 0 keeps it.</param>
public sealed record Noise(double Eta = 0.01, double Gamma = 0.55) : GradientTransform
{
    /// <inheritdoc/>
    public override bool IsRandom => true;

    /// <inheritdoc/>
    public override TransformState<T> Start<T>(Func<Pcg64> random) => new State<T>(this, random());

    private sealed class State<T>(Noise rule, Pcg64 random) : TransformState<T>
        where T : struct, IReal<T>
    {
        public override Vec2<T> Apply(Vec2<T> gradient, T loss, int step)
        {
            double deviation = Math.Sqrt(rule.Eta / Elementary.Pow(1.0 + step, rule.Gamma));

            // Box-Muller: two uniform numbers make the two independent normal ones that a gradient of the plane needs.
            double radius = deviation * Math.Sqrt(-2 * Elementary.Log(1 - random.NextDouble()));
            double angle = 2 * Math.PI * random.NextDouble();
            return gradient + new Vec2<T>(radius * Elementary.Cos(angle), radius * Elementary.Sin(angle));
        }
    }
}

public static partial class TransformCatalogue
{
    private static readonly Member<GradientTransform> Noise = Add(
        "noise",
        new Noise(),
        new("Annealed Gaussian noise", "g ← g + N(0, σ_t² I),  σ_t² = eta/(1 + t)^gamma", "Neelakantan et al. 2015, arXiv:1511.06807")
        {
            Notes =
            [
                "eta is the variance at step 0, not the deviation; the paper tries 0.01, 0.3 and 1.",
                "The noise comes from the run's stream, one draw for each gradient that the optimizer asks for; put clipping after it.",
                "Often called implicit gradient regularisation; that name belongs to arXiv:2009.11162.",
            ],
        },
        Parameters.Number<Noise>("eta", t => t.Eta, (t, v) => t with { Eta = v }, NumberRange.NonNegative, "variance of each coordinate at step 0"),
        Parameters.Number<Noise>("gamma", t => t.Gamma, (t, v) => t with { Gamma = v }, NumberRange.NonNegative, "how fast the variance falls"));
}
