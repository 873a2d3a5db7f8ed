namespace LandscapeOpt.Landscapes.Expressions;

/// <summary>
/// Gives each operation's result a register and takes it back after its last use, so that a program touches little memory. The constants
/// come first, then x and y, then results.
/// </summary>
internal sealed class Registers
{
    private readonly IReadOnlyList<Step> steps;
    private readonly int[] lastUse;
    private readonly int[] registerOf;
    private readonly Stack<int> free = new();

    /// <summary>Assigns registers to the operations of a program.</summary>
    /// <param name="steps">All operations, constants among them.</param>
    /// <param name="code">The operations that are carried out, each after its operands.</param>
    /// <param name="results">The indices whose values must last to the end.</param>
    public Registers(IReadOnlyList<Step> steps, IReadOnlyList<CodeStep> code, params ReadOnlySpan<int> results)
    {
        this.steps = steps;
        lastUse = LastUses(code, steps.Count, results);
        registerOf = new int[steps.Count];
        Constants = NumberConstants();
        Count = Constants.Length + 2;
        for (int k = 0; k < code.Count; k++)
        {
            // Operands are freed first: an operation may overwrite what it reads.
            foreach (int operand in new HashSet<int> { code[k].A, code[k].B, code[k].C, code[k].D })
            {
                if (operand >= 0 && lastUse[operand] == k && steps[operand].Operation is not (Operation.Constant or Operation.X or Operation.Y))
                {
                    free.Push(registerOf[operand]);
                }
            }

            registerOf[code[k].Index] = free.TryPop(out int register) ? register : Count++;
        }

        Instructions = [.. code.Select(c => new Instruction(c.Operation, this[c.Index], this[c.A], this[c.B], this[c.C], this[c.D]))];
    }

    /// <summary>The program.</summary>
    public Instruction[] Instructions { get; }

    /// <summary>The constants, in the first registers.</summary>
    public double[] Constants { get; }

    /// <summary>The register of x.</summary>
    public int X => Constants.Length;

    /// <summary>The register of y.</summary>
    public int Y => Constants.Length + 1;

    /// <summary>How many registers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The register of an operation's result; 0 for no operation (-1).</summary>
    public int this[int index] => index < 0 ? 0 : registerOf[index];

    private static int[] LastUses(IReadOnlyList<CodeStep> code, int count, ReadOnlySpan<int> results)
    {
        int[] last = new int[count];
        Array.Fill(last, -1);
        for (int k = 0; k < code.Count; k++)
        {
            foreach (int operand in (ReadOnlySpan<int>)[code[k].A, code[k].B, code[k].C, code[k].D])
            {
                if (operand >= 0)
                {
                    last[operand] = k;
                }
            }
        }

        foreach (int result in results)
        {
            last[result] = int.MaxValue;
        }

        return last;
    }

    private double[] NumberConstants()
    {
        var constants = new List<double>();
        for (int i = 0; i < steps.Count; i++)
        {
            if (steps[i].Value is { } value && lastUse[i] >= 0)
            {
                registerOf[i] = constants.Count;
                constants.Add(value);
            }
        }

        for (int i = 0; i < steps.Count; i++)
        {
            registerOf[i] = steps[i].Operation switch
            {
                Operation.X => constants.Count,
                Operation.Y => constants.Count + 1,
                _ => registerOf[i],
            };
        }

        return [.. constants];
    }
}

/// <summary>An operation on registers.</summary>
internal readonly record struct Instruction(Operation Operation, int Target, int A, int B, int C, int D);
