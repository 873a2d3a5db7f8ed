using LandscapeOpt.Catalogues;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Schedules;

/// <summary>How the cycles of <see cref="Cyclic"/> change over time.</summary>
public enum CyclicMode
{
    /// <summary>All cycles are the same.</summary>
    Triangular,

    /// <summary>Each cycle is half as high as the one before.</summary>
    Triangular2,

    /// <summary>The height shrinks by a factor each step.</summary>
    ExpRange,
}

/// <summary>The learning rate goes up and down between two bounds along straight lines.</summary>
/// <param name="Base">The lower bound, greater than 0; the run's learning rate where none is given.</param>
/// <param name="Maximum">The upper bound, greater than 0; six times the lower where none is given.</param>
/// <param name="StepsUp">U, the steps from the lower to the upper bound, at least 1.</param>
/// <param name="StepsDown">D, the steps back, at least 1; U where none are given.</param>
/// <param name="Mode">How the cycles change over time.</param>
/// <param name="Gamma">exp-range: the factor of the height from step to step, greater than 0.</param>
public sealed record Cyclic(
    double? Base = null,
    double? Maximum = null,
    long StepsUp = 2000,
    long? StepsDown = null,
    CyclicMode Mode = CyclicMode.Triangular,
    double Gamma = 1) : Schedule
{
    /// <inheritdoc/>
    public override double At(int step, in Span span)
    {
        double up = StepsUp, down = StepsDown ?? StepsUp, cycle = up + down, within = step % cycle;
        double height = within <= up ? within / up : (cycle - within) / down;
        double scale = Mode switch
        {
            CyclicMode.Triangular2 => Math.ScaleB(1, -(int)(step / cycle)),
            CyclicMode.ExpRange => Elementary.Pow(Gamma, step),
            _ => 1,
        };

        double low = Base ?? span.LearningRate;
        return low + (((Maximum ?? 6 * low) - low) * height * scale);
    }
}

public static partial class ScheduleCatalogue
{
    private static readonly Member<Schedule> Cyclic = Add(
        "cyclic",
        new Cyclic(),
        new(
            "Cyclical learning rate",
            "η_t = base + (max − base) · height · scale\nheight: 0 → 1 in U steps, 1 → 0 in D steps\nscale: triangular 1;  triangular2 2^−(cycles "
                + "done);  exp-range gammaᵗ",
            "Smith 2015, arXiv:1506.01186")
        {
            Notes =
            [
                "As PyTorch's CyclicLR without its momentum cycling.",
                "PyTorch has no default bounds: here base is the run's learning rate and maximum six times base, the paper's 0.001 and 0.006.",
            ],
        },
        Parameters.OptionalNumber<Cyclic>(
            "base", s => s.Base, (s, v) => s with { Base = v }, NumberRange.Positive, "lower bound (default: the run's learning rate)"),
        Parameters.OptionalNumber<Cyclic>(
            "maximum", s => s.Maximum, (s, v) => s with { Maximum = v }, NumberRange.Positive, "upper bound (default: 6 base)") with
        {
            Aliases = ["maxLearningRate"],
        },
        Parameters.Integer<Cyclic>("stepsUp", s => s.StepsUp, (s, v) => s with { StepsUp = v }, NumberRange.AtLeast(1), "U, steps from base to maximum"),
        Parameters.OptionalInteger<Cyclic>(
            "stepsDown", s => s.StepsDown, (s, v) => s with { StepsDown = v }, NumberRange.AtLeast(1), "D, steps back to base (default: U)"),
        Parameters.Choice<Cyclic, CyclicMode>("mode", s => s.Mode, (s, v) => s with { Mode = v }, "how the cycles change over time"),
        Parameters.Number<Cyclic>(
            "gamma", s => s.Gamma, (s, v) => s with { Gamma = v }, NumberRange.Positive, "exp-range: factor of the height from step to step"));
}
