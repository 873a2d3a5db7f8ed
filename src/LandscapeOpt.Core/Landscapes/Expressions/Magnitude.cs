namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>How large the results of operations can get where neither |x| nor |y| is larger than <see cref="Reach"/>.</summary>
internal static class Magnitude
{
    /// <summary>Beyond it a run has diverged by any reasonable rule.</summary>
    public const double Reach = 1e15;

    // Far below the largest double, so that no rounding and no sum of a few such values overflows.
    private const double Bounded = 1e300;

    /// <summary>For each operation whether its result is proved to be finite there.</summary>
    public static bool[] AreFinite(IReadOnlyList<Step> steps)
    {
        double[] bounds = new double[steps.Count];
        for (int i = 0; i < bounds.Length; i++)
        {
            Step step = steps[i];
            double bound = Of(step, step.A < 0 ? 0 : bounds[step.A], step.B < 0 ? 0 : bounds[step.B], step.C < 0 ? 0 : bounds[step.C], Divisor(steps, step));
            bounds[i] = bound <= Bounded ? bound : double.PositiveInfinity;
        }

        return [.. bounds.Select(double.IsFinite)];
    }

    private static double Of(Step step, double a, double b, double c, double divisor) => step.Operation switch
    {
        Operation.Constant => Math.Abs(step.Value!.Value),
        Operation.X or Operation.Y => Reach,
        Operation.Add or Operation.Subtract => a + b,
        Operation.Negate or Operation.Abs => a,
        Operation.Multiply => a * b,
        Operation.Square => a * a,
        Operation.Divide => a / divisor,
        Operation.Exp => a < 600 ? Bounded : double.PositiveInfinity,
        Operation.Sin or Operation.Cos or Operation.Tanh => a <= Bounded ? 1 : double.PositiveInfinity,
        Operation.Max or Operation.Min => Math.Max(a, b),
        Operation.IfPositive => a <= Bounded ? Math.Max(b, c) : double.PositiveInfinity,
        _ => double.PositiveInfinity,
    };

    // Quotients are bounded where the divisor is a constant.
    private static double Divisor(IReadOnlyList<Step> steps, Step step) =>
        step.Operation == Operation.Divide && steps[step.B].Value is { } value ? Math.Abs(value) : 0;
}
