using LandscapeOpt.Landscapes;
using LandscapeOpt.Landscapes.Expressions;
using LandscapeOpt.Numbers;

namespace LandscapeOpt.Maps.Programs;

/// <summary>
/// Value and gradient of a landscape as one list of operations: what its formula does on <see cref="Dual{T}"/>, without the work on
/// derivatives that are always 0 or 1.
/// </summary>
/// <remarks>
/// Leaving out 0·a is exact as long as a is finite; else a NaN would be lost. So every such a is guarded: it either reaches a result by
/// operations that keep it from looking finite, or is proved to be finite at all points within reach, or enters <see cref="Guard"/> as 0·a. Where
/// one of these is not finite the point is computed again in full (<see cref="BlockEvaluator{T}"/>): the bits are always those of the formula
/// itself, except for the sign of a derivative that is 0.
/// </remarks>
internal sealed class GradientSequence
{
    private readonly Sequence sequence = new();
    private readonly HashSet<int> guards = [];

    private GradientSequence(Dual<Symbol> f, bool withLoss, bool inFull)
    {
        Func<Step, int>? add = inFull ? null : Simplify;

        // The value comes first also where nobody asks for it, so that no part of it is simplified as if it were a derivative's.
        int value = sequence.Place(f.Value.Node);
        Value = withLoss ? value : null;
        GradientX = sequence.Place(f.X.Node, add);
        GradientY = sequence.Place(f.Y.Node, add);
        Guard = GuardOf(Results);
    }

    /// <summary>The operations, each after its operands.</summary>
    public IReadOnlyList<Step> Steps => sequence.Steps;

    /// <summary>The index of the loss; null where it is not asked for.</summary>
    public int? Value { get; }

    /// <summary>The index of ∂/∂x.</summary>
    public int GradientX { get; }

    /// <summary>The index of ∂/∂y.</summary>
    public int GradientY { get; }

    /// <summary>The index of a number that is 0 where everything left out was finite, else NaN; null where the results show it themselves.</summary>
    public int? Guard { get; }

    /// <summary>Whether something was left out that is finite because the point is within <see cref="OperationBounds.Reach"/>.</summary>
    public bool NeedsReach { get; private set; }

    /// <summary>The indices of what is asked for.</summary>
    public int[] Results => Value is { } value ? [value, GradientX, GradientY] : [GradientX, GradientY];

    /// <summary>Writes down what a landscape computes.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="withLoss">Whether its loss is asked for beside the gradient.</param>
    /// <param name="inFull">Whether nothing is left out, so that nothing need be guarded.</param>
    public static GradientSequence Of(ILandscape landscape, bool withLoss, bool inFull) =>
        new(landscape.At(Dual<Symbol>.VariableX(Symbol.X), Dual<Symbol>.VariableY(Symbol.Y)), withLoss, inFull);

    // Applied to derivatives only: in values the sign of a zero may matter (atan2, 1/x).
    private int Simplify(Step step)
    {
        double? a = ValueOf(step.A), b = ValueOf(step.B), c = ValueOf(step.C);
        if (step.A >= 0 && a is not null && (step.B < 0 || b is not null) && (step.C < 0 || c is not null))
        {
            return Constant(Arithmetic.Apply<Real>(step.Operation, a ?? 0, b ?? 0, c ?? 0, 0));
        }

        return (step.Operation, a, b) switch
        {
            (Operation.Add, 0, _) => step.B,
            (Operation.Add or Operation.Subtract, _, 0) => step.A,
            (Operation.Subtract, 0, _) => Simplify(new(Operation.Negate, 0, step.B)),
            (Operation.Multiply, 0, _) => Guarded(step.B),
            (Operation.Multiply, _, 0) => Guarded(step.A),
            (Operation.Multiply, 1, _) => step.B,
            (Operation.Multiply or Operation.Divide, _, 1) => step.A,
            (Operation.Multiply, -1, _) => Simplify(new(Operation.Negate, 0, step.B)),
            (Operation.Multiply, _, -1) => Simplify(new(Operation.Negate, 0, step.A)),
            (Operation.Divide, 0, _) => Guarded(sequence.Add(step)),
            (Operation.Negate, _, _) when sequence.Steps[step.A].Operation == Operation.Negate => sequence.Steps[step.A].A,
            (Operation.IfPositive, { } test, _) => test > 0 ? step.B : step.C,
            (Operation.IfPositive, _, _) when step.B == step.C => step.B,
            (Operation.Square, _, _) => sequence.Add(new(Operation.Multiply, 0, step.A, step.A)),
            _ => sequence.Add(step),
        };
    }

    private int Guarded(int operand)
    {
        guards.Add(operand);
        return Constant(0);
    }

    private int Constant(double value) => sequence.Add(Step.Constant(value));

    private double? ValueOf(int index) => index < 0 ? null : sequence.Steps[index].Value;

    private int? GuardOf(ReadOnlySpan<int> results)
    {
        bool[] shows = Showing(results), finite = OperationBounds.AreFinite(sequence.Steps);
        HashSet<int> divisors = [.. sequence.Steps.Where((s, i) => shows[i] && s.Operation == Operation.Divide).Select(s => s.B)];
        int? sum = null;
        NeedsReach = guards.Any(g => finite[g] && !shows[g]);
        foreach (int guard in guards.Where(g => !finite[g]).SelectMany(Sufficient).Distinct().Order())
        {
            Step step = sequence.Steps[guard];
            bool isReciprocal = step.Operation == Operation.Divide && ValueOf(step.A) == 0;
            if (!(guard < shows.Length && shows[guard]) && !(isReciprocal && divisors.Contains(step.B)))
            {
                int term = sequence.Add(new(Operation.Multiply, 0, guard, Constant(0)));
                sum = sum is { } others ? sequence.Add(new(Operation.Add, 0, term, others)) : term;
            }
        }

        return sum;
    }

    /// <summary>
    /// Cheap operations that are finite only where this one is: the power rule's aᵇ log a need not be computed just to see that it is finite.
    /// </summary>
    private IEnumerable<int> Sufficient(int index)
    {
        Step step = sequence.Steps[index];
        return step.Operation switch
        {
            Operation.Constant when double.IsFinite(step.Value!.Value) => [],
            Operation.Negate or Operation.Abs => Sufficient(step.A),
            Operation.IfPositive => [.. Sufficient(step.B), .. Sufficient(step.C)],
            Operation.Multiply when sequence.Steps[step.B].Operation == Operation.Log =>
                [sequence.Add(new(Operation.Multiply, 0, step.A, Constant(1024))), sequence.Steps[step.B].A],
            _ => [index],
        };
    }

    /// <summary>For each operation whether a result is not finite whenever the operation's own value is not.</summary>
    private bool[] Showing(ReadOnlySpan<int> results)
    {
        bool[] shows = new bool[sequence.Steps.Count];
        foreach (int result in results)
        {
            shows[result] = true;
        }

        for (int i = shows.Length - 1; i >= 0; i--)
        {
            if (!shows[i])
            {
                continue;
            }

            Step step = sequence.Steps[i];
            switch (step.Operation)
            {
                case Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Hypot:
                    shows[step.A] = shows[step.B] = true;
                    break;
                case Operation.Negate or Operation.Square or Operation.Abs or Operation.Sqrt or Operation.Log or Operation.Sin or Operation.Cos
                    or Operation.Divide:
                    shows[step.A] = true;
                    break;
                default:
                    break;
            }
        }

        return shows;
    }
}
