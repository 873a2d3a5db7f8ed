namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>An operation of a program on the results of other operations; operands that it does not have are -1.</summary>
internal readonly record struct CodeStep(Operation Operation, int Index, int A, int B = -1, int C = -1, int D = -1);

/// <summary>Turns laid-out operations into those of a program.</summary>
internal static class Code
{
    /// <summary>Joins each product, sum or negation that one other operation alone reads with that operation.</summary>
    /// <param name="steps">The operations.</param>
    /// <param name="results">The indices of the results, which are read from outside.</param>
    public static List<CodeStep> Of(IReadOnlyList<Step> steps, ReadOnlySpan<int> results)
    {
        int[] readers = Readers(steps, results);
        bool[] joined = new bool[steps.Count];
        var code = new List<CodeStep>();
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (readers[i] > 0 && !joined[i] && steps[i].Operation is not (Operation.Constant or Operation.X or Operation.Y))
            {
                code.Add(Join(steps, i, readers, joined));
            }
        }

        code.Reverse();
        return code;
    }

    private static CodeStep Join(IReadOnlyList<Step> steps, int i, int[] readers, bool[] joined)
    {
        Step step = steps[i];
        bool canJoinA = CanJoin(step.A, Operation.Multiply), canJoinB = step.B != step.A && CanJoin(step.B, Operation.Multiply);
        switch (step.Operation)
        {
            case Operation.Add or Operation.Subtract when canJoinA && canJoinB:
                Step first = Take(step.A), second = Take(step.B);
                return new(
                    step.Operation == Operation.Add ? Operation.AddProducts : Operation.SubtractProducts, i, first.A, first.B, second.A, second.B);
            case Operation.Add when canJoinA:
                return Product(Operation.MultiplyAdd, step.A, step.B);
            case Operation.Add when canJoinB:
                return Product(Operation.MultiplyAdd, step.B, step.A);
            case Operation.Subtract when canJoinA:
                return Product(Operation.MultiplySubtract, step.A, step.B);
            case Operation.Subtract when canJoinB:
                return Product(Operation.SubtractProduct, step.B, step.A);
            case Operation.Multiply when canJoinA:
                return Product(Operation.MultiplyThree, step.A, step.B);
            case Operation.Multiply when canJoinB:
                return Product(Operation.MultiplyThree, step.B, step.A);
            case Operation.Add when step.A != step.B && CanJoin(step.A, Operation.Negate):
                return new(Operation.Subtract, i, step.B, Take(step.A).A);
            case Operation.Add when step.A != step.B && CanJoin(step.B, Operation.Negate):
                return new(Operation.Subtract, i, step.A, Take(step.B).A);
            case Operation.Add when CanJoin(step.A, Operation.Add) && step.A != step.B:
                return Product(Operation.AddThree, step.A, step.B);
            case Operation.Add when CanJoin(step.B, Operation.Add) && step.A != step.B:
                return Product(Operation.AddThree, step.B, step.A);
            default:
                return new(step.Operation, i, step.A, step.B, step.C);
        }

        bool CanJoin(int operand, Operation operation) => operand >= 0 && readers[operand] == 1
            && (steps[operand].Operation == operation || (operation == Operation.Multiply && steps[operand].Operation == Operation.Square));

        CodeStep Product(Operation operation, int pair, int other)
        {
            Step inner = Take(pair);
            return new(operation, i, inner.A, inner.B, other);
        }

        Step Take(int operand)
        {
            joined[operand] = true;
            Step inner = steps[operand];
            return inner.Operation == Operation.Square ? inner with { B = inner.A } : inner;
        }
    }

    /// <summary>How many live operations, or results, read each one.</summary>
    private static int[] Readers(IReadOnlyList<Step> steps, ReadOnlySpan<int> results)
    {
        int[] readers = new int[steps.Count];
        foreach (int result in results)
        {
            readers[result] += 2;
        }

        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (readers[i] == 0)
            {
                continue;
            }

            foreach (int operand in (ReadOnlySpan<int>)[steps[i].A, steps[i].B, steps[i].C])
            {
                if (operand >= 0)
                {
                    readers[operand]++;
                }
            }
        }

        return readers;
    }
}
