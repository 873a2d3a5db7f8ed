using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>How large the results of operations can get where neither |x| nor |y| is larger than some reach.</summary>
internal static class OperationBounds
{
    /// <summary>Beyond it a run has diverged by any reasonable rule.</summary>
    public const double Reach = 1e15;

    // Far below the largest double, so that no rounding and no sum of a few such values overflows.
    private const double Bounded = 1e300;

    /// <summary>For each operation whether its result is proved to be finite within <see cref="Reach"/>.</summary>
    public static bool[] AreFinite(IReadOnlyList<Step> steps) => [.. Bounds(steps, Reach).Select(double.IsFinite)];

    /// <summary>
    /// The largest power of 2 within which everything is proved to be finite, and all angles and exponents of the size that needs no special care;
    /// 0 where that is not the whole domain.
    /// </summary>
    public static double UnguardedReach(IReadOnlyList<Step> steps, Domain domain)
    {
        double extent = Math.Max(Math.Max(Math.Abs(domain.X0), Math.Abs(domain.X1)), Math.Max(Math.Abs(domain.Y0), Math.Abs(domain.Y1)));
        for (double reach = 1 << 30; reach >= extent; reach /= 2)
        {
            double[] bounds = Bounds(steps, reach);
            if (bounds.All(double.IsFinite) && steps.All(s => !(bounds[Math.Max(s.A, 0)] > Largest(s.Operation))))
            {
                return reach;
            }
        }

        return 0;
    }

    private static double? Largest(Operation operation) => operation switch
    {
        Operation.Sin or Operation.Cos => Elementary.LargestDirectAngle,
        Operation.Exp => Elementary.LargestUnguardedExponent,
        _ => null,
    };

    private static double[] Bounds(IReadOnlyList<Step> steps, double reach)
    {
        double[] bounds = new double[steps.Count];
        for (int i = 0; i < bounds.Length; i++)
        {
            Step step = steps[i];
            double bound = Of(
                step, reach, step.A < 0 ? 0 : bounds[step.A], step.B < 0 ? 0 : bounds[step.B], step.C < 0 ? 0 : bounds[step.C], Divisor(steps, step));
            bounds[i] = bound <= Bounded ? bound : double.PositiveInfinity;
        }

        return bounds;
    }

    // A little more than exact arithmetic would give, for the rounding.
    private static double Of(Step step, double reach, double a, double b, double c, double divisor) => step.Operation switch
    {
        Operation.Constant => Math.Abs(step.Value!.Value),
        Operation.X or Operation.Y => reach,
        Operation.Add or Operation.Subtract or Operation.Hypot => Wider(a + b),
        Operation.Negate or Operation.Abs => a,
        Operation.Multiply => Wider(a * b),
        Operation.Square => Wider(a * a),
        Operation.Divide => Wider(a / divisor),
        Operation.Exp => a < 600 ? Bounded : double.PositiveInfinity,
        Operation.Sin or Operation.Cos or Operation.Tanh => a <= Bounded ? 1 : double.PositiveInfinity,
        Operation.Sqrt => Math.Max(a, 1),
        Operation.Max or Operation.Min => Math.Max(a, b),
        Operation.IfPositive => a <= Bounded ? Math.Max(b, c) : double.PositiveInfinity,
        _ => double.PositiveInfinity,
    };

    private static double Wider(double bound) => 1.000000000001 * bound;

    // Quotients are bounded where the divisor is a constant.
    private static double Divisor(IReadOnlyList<Step> steps, Step step) =>
        step.Operation == Operation.Divide && steps[step.B].Value is { } value ? Math.Abs(value) : 0;
}
