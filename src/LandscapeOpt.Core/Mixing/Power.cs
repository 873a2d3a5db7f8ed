using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;
using static System.FormattableString;

namespace LandscapeOpt.Mixing;

/// <summary>A curriculum from the first to the second component: alpha_t = (t/T)^p over the run's T steps.</summary>
/// <param name="Exponent">p, at least 0; 0 is the second component alone.</param>
public sealed record Power(double Exponent = 2) : MixingRule
{
    /// <inheritdoc/>
    public override bool Varies(int components) => true;

    /// <inheritdoc/>
    public override string? Misfit(int components) => components == 2 ? null
        : Invariant($"power leads from the first of two components to the second, the landscape has {components}");

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(Exponent, setup.Steps);

    private sealed class State<T>(double exponent, int steps) : Weigher<T>
        where T : struct, IReal<T>
    {
        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            double alpha = Elementary.Pow((double)at.Step / steps, exponent);
            weights[0] = 1 - alpha;
            weights[1] = alpha;
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> Power = Add(
        "power",
        new Power(),
        new("Power schedule", "alpha_t = (t/T)ᵖ, t = 0 … T−1;  a = (1 − alpha_t, alpha_t)", "Trajectory blog: jyopari/dataset_optimization, train.py")
        {
            Notes = ["The blog's comment calls its schedule linear; its exponent is 2. alpha never reaches 1, and p = 0 is alpha = 1."],
        },
        Parameters.Number<Power>(
            "exponent", m => m.Exponent, (m, v) => m with { Exponent = v }, NumberRange.NonNegative, "p: 1 is linear, 2 is what the blog ran"));
}
