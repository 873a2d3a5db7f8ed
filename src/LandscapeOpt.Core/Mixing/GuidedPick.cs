using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Mixing;

/// <summary>The one component whose gradient has the best cosine with d = w − w*.</summary>
/// <param name="OnlyIfPositive">Whether a component must lead towards the target to be taken.</param>
public sealed record GuidedPick(bool OnlyIfPositive = false) : MixingRule
{
    /// <inheritdoc/>
    public override bool NeedsTarget => true;

    /// <inheritdoc/>
    public override Weigher<T> Start<T>(MixingSetup setup) => new State<T>(OnlyIfPositive, setup);

    private sealed class State<T>(bool onlyIfPositive, MixingSetup setup) : Weigher<T>
        where T : struct, IReal<T>
    {
        private readonly Vec2<T> target = new(setup.RequiredTarget.X, setup.RequiredTarget.Y);
        private readonly T[] cosines = new T[setup.Count];

        public override void Weigh(in MixingStep<T> at, Span<T> weights)
        {
            Vec2<T> d = at.W - target;
            Choice.Cosines(at.Gradients, d, cosines);
            Choice.Largest(cosines, weights);
            for (int k = 0; onlyIfPositive && k < weights.Length; k++)
            {
                weights[k] = T.IfPositive(Vec2<T>.Dot(at.Gradients[k], d), weights[k], 0);
            }
        }
    }
}

public static partial class MixingCatalogue
{
    private static readonly Member<MixingRule> GuidedPick = Add(
        "guided-pick",
        new GuidedPick(),
        new("Guided pick", "k* = argmax_k ⟨g_k, d⟩/(|g_k| |d|), d = w − w*;  a_k = 1 for k*, else 0", "This project, after the trajectory blog's rule")
        {
            Notes = ["A zero gradient has cosine 0; the first of equal cosines is taken."],
        },
        Parameters.Flag<GuidedPick>(
            "onlyIfPositive", m => m.OnlyIfPositive, (m, v) => m with { OnlyIfPositive = v }, "take no component that leads away from the target"));
}
