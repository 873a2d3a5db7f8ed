using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Averaging;

/// <summary>Exponential moving average of the iterates, started at w₀.</summary>
/// <param name="Decay">a, in [0, 1).</param>
public sealed record Ema(double Decay = 0.9) : AveragingRule
{
    /// <inheritdoc/>
    public override RunningAverage Start(Point start, int steps) => new State(Decay, start);

    private sealed class State : RunningAverage
    {
        private readonly double decay;

        public State(double decay, Point start) => (this.decay, Value) = (decay, start);

        public override void Take(int k, Point w) => Value = (decay * Value!.Value) + ((1 - decay) * w);
    }
}

public static partial class AveragingCatalogue
{
    private static readonly Member<AveragingRule> Ema = Add(
        "ema",
        new Ema(),
        new("Exponential moving average", "w̄₀ = w₀;  w̄ ← a w̄ + (1−a) w", "Tarvainen & Valpola 2017, arXiv:1703.01780")
        {
            Notes = ["Deep-learning practice uses 0.999 and more; 0.9 suits short runs."],
        },
        Parameters.Number<Ema>("decay", a => a.Decay, (a, v) => a with { Decay = v }, NumberRange.Decay, "a, the share of the old average that is kept"));
}
