using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>What is proved about the results of operations where neither |x| nor |y| is larger than some reach.</summary>
internal static class OperationBounds
{
    /// <summary>Beyond it a run has diverged by any reasonable rule.</summary>
    public const double Reach = 1e15;

    /// <summary>For each operation whether its result is proved to be finite within <see cref="Reach"/>.</summary>
    public static bool[] AreFinite(IReadOnlyList<Step> steps) => [.. Bounds(steps, Reach).Select(b => b.StaysFinite)];

    /// <summary>
    /// The largest power of 2 within which everything is proved to be finite, and all angles and exponents of the size that needs no special care;
    /// 0 where that is not the whole domain.
    /// </summary>
    public static double UnguardedReach(IReadOnlyList<Step> steps, Domain domain)
    {
        double extent = Math.Max(Math.Max(Math.Abs(domain.X0), Math.Abs(domain.X1)), Math.Max(Math.Abs(domain.Y0), Math.Abs(domain.Y1)));
        for (double reach = 1 << 30; reach >= extent; reach /= 2)
        {
            Interval[] bounds = Bounds(steps, reach);
            if (bounds.All(b => b.StaysFinite) && steps.All(s => !(bounds[Math.Max(s.A, 0)].Magnitude > Largest(s.Operation))))
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

    private static Interval[] Bounds(IReadOnlyList<Step> steps, double reach)
    {
        var bounds = new Interval[steps.Count];
        for (int i = 0; i < bounds.Length; i++)
        {
            Step step = steps[i];
            bounds[i] = step.Operation switch
            {
                Operation.Constant => step.Value!.Value,
                Operation.X or Operation.Y => new(-reach, reach),
                Operation.Multiply when step.A == step.B => Interval.Square(bounds[step.A]),
                _ => Arithmetic.Apply(step.Operation, Of(step.A), Of(step.B), Of(step.C), default),
            };
        }

        return bounds;

        Interval Of(int operand) => operand < 0 ? default : bounds[operand];
    }
}
