namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// Gives each operation's result a register and takes it back after its last use, so that a program touches little memory. The constants
/// come first, then x and y, then results.
/// </summary>
internal sealed class Registers
{
    private readonly int[] lastUse;
    private readonly int[] registerOf;

    /// <summary>Assigns registers to operations, each after its operands.</summary>
    /// <param name="steps">The operations.</param>
    /// <param name="results">The indices whose values must last to the end.</param>
    public Registers(IReadOnlyList<Step> steps, params ReadOnlySpan<int> results)
    {
        lastUse = LastUses(steps, results);
        registerOf = new int[steps.Count];
        var constants = new List<double>();
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Value is { } value && lastUse[i] >= 0)
            {
                registerOf[i] = constants.Count;
                constants.Add(value);
            }
        }

        Constants = [.. constants];
        Count = Constants.Length + 2;
        var free = new Stack<int>();
        for (int i = 0; i < steps.Count; i++)
        {
            Step step = steps[i];
            if (step.Operation is Operation.X or Operation.Y)
            {
                registerOf[i] = step.Operation == Operation.X ? X : Y;
            }
            else if (step.Operation != Operation.Constant && lastUse[i] >= 0)
            {
                // Operands are freed first: an operation may overwrite what it reads.
                Release(step.A, i, steps, free);
                Release(step.B == step.A ? -1 : step.B, i, steps, free);
                Release(step.C == step.A || step.C == step.B ? -1 : step.C, i, steps, free);
                registerOf[i] = free.TryPop(out int register) ? register : Count++;
            }
        }
    }

    /// <summary>The constants, in the first registers.</summary>
    public double[] Constants { get; }

    /// <summary>The register of x.</summary>
    public int X => Constants.Length;

    /// <summary>The register of y.</summary>
    public int Y => Constants.Length + 1;

    /// <summary>How many registers there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything depends on an operation's result.</summary>
    public bool IsLive(int index) => lastUse[index] >= 0;

    /// <summary>The register of an operation's result; 0 for no operation (-1).</summary>
    public int this[int index] => index < 0 ? 0 : registerOf[index];

    /// <summary>The last operation that reads each result; -1 where none does.</summary>
    private static int[] LastUses(IReadOnlyList<Step> steps, ReadOnlySpan<int> results)
    {
        int[] last = new int[steps.Count];
        Array.Fill(last, -1);
        foreach (int result in results)
        {
            last[result] = int.MaxValue;
        }

        for (int i = steps.Count - 1; i >= 0; i--)
        {
            if (last[i] < 0)
            {
                continue;
            }

            foreach (int operand in (ReadOnlySpan<int>)[steps[i].A, steps[i].B, steps[i].C])
            {
                if (operand >= 0 && last[operand] < 0)
                {
                    last[operand] = i;
                }
            }
        }

        return last;
    }

    private void Release(int operand, int user, IReadOnlyList<Step> steps, Stack<int> free)
    {
        if (operand >= 0 && lastUse[operand] == user && steps[operand].Operation is not (Operation.Constant or Operation.X or Operation.Y))
        {
            free.Push(registerOf[operand]);
        }
    }
}
